import * as v from 'valibot';
import { RegionCode } from '../wilayah/wire.ts';
import { AGE_BANDS } from './ageBands.ts';
import { POPULATION_CLASSES } from './comparison.ts';
import { INDICATORS } from './model.ts';
import { StatedAttainment, StatedCoverage } from './wire.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const change = v.nullable(v.pipe(v.number(), v.integer()));
const withheld = v.nullable(count);
const list = <Item extends v.GenericSchema>(item: Item) => v.pipe(v.array(item), v.readonly());
const place = { code: v.string(), name: v.string() };

export const RegionParams = v.strictObject({ code: RegionCode });

/** Every indicator of a region with both measures; null: nobody tells us. */
export const StatedIndicators = list(
  v.object({
    indicator: v.picklist(INDICATORS),
    coverage: v.nullable(StatedCoverage),
    targetAttainment: v.nullable(StatedAttainment),
  }),
);
export type StatedIndicators = v.InferOutput<typeof StatedIndicators>;

/** One region below another. Null: withheld, because it stands for fewer than ten people or changes. */
export const ChildRegion = v.object({
  ...place,
  ikdActive: withheld,
  wajibKtp: withheld,
  coverage: v.nullable(StatedCoverage),
  targetAttainment: v.nullable(StatedAttainment),
  /** All of them where counts are public as they are; empty below kabupaten and kota. */
  indicators: StatedIndicators,
  /** Active identities gained in the last period. */
  gained: change,
  populationClass: v.nullable(v.picklist(POPULATION_CLASSES)),
});
export type ChildRegion = v.InferOutput<typeof ChildRegion>;

export const RegionReply = v.object({
  ...place,
  /** The regions above it, the province first. */
  within: list(v.object(place)),
  asOf: v.string(),
  /** The newest ledger entry that is counted in. */
  countedUpTo: count,
  /** Entries are waiting to be counted in for longer than a moment: not to be quoted yet. */
  stillCounting: v.boolean(),
  /** Kelurahan, kecamatan and groups are published as of the end of a period; null before the first. */
  releasedFor: v.nullable(v.string()),
  /** The last fifteen days that are over. */
  period: v.object({ from: v.string(), to: v.string() }),
  target: v.object({ percent: v.number(), year: v.number() }),
  /** Null where the count is withheld. */
  ikdActive: withheld,
  wajibKtp: withheld,
  /** How many active identities reach the target. */
  activeAtTarget: withheld,
  gained: change,
  indicators: StatedIndicators,
  children: list(ChildRegion),
  /** How many times more residents the largest of the regions below has than the smallest; null where they are not known. */
  unlike: v.nullable(v.number()),
  /** At the end of each period, the oldest first. */
  trend: list(v.object({ day: v.string(), ikdActive: count, wajibKtp: count })),
  groups: list(
    v.object({
      sex: v.picklist(['female', 'male']),
      band: v.picklist(AGE_BANDS),
      ikdActive: withheld,
      recorded: withheld,
      residents: withheld,
    }),
  ),
  /** Who did the work of the last twelve months, for people of this region. */
  work: list(
    v.object({ office: v.string(), channel: v.picklist(['mail', 'desk', 'import']), activated: withheld }),
  ),
  /** How far applications came since a day; why they fell out is told of the whole province alone. */
  steps: list(v.object({ step: v.string(), reason: v.string(), n: withheld })),
  stepsSince: v.string(),
});
export type RegionReply = v.InferOutput<typeof RegionReply>;

/** For officers who answer for a region: counted up to now, however small, with nothing withheld. */
export const ExactRegionReply = v.object({
  ...place,
  within: list(v.object(place)),
  asOf: v.string(),
  stillCounting: v.boolean(),
  indicators: StatedIndicators,
  children: list(v.object({ ...place, indicators: StatedIndicators })),
});
export type ExactRegionReply = v.InferOutput<typeof ExactRegionReply>;
