import * as v from 'valibot';
import { DENOMINATOR_KINDS, INDICATORS } from './model.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const day = v.pipe(v.string(), v.isoDate());
const list = <Item extends v.GenericSchema>(item: Item) => v.pipe(v.array(item), v.readonly());

const parts = {
  indicator: v.picklist(INDICATORS),
  numerator: count,
  denominator: v.object({ kind: v.picklist(DENOMINATOR_KINDS), count }),
  asOf: v.nullable(day),
  source: v.variant('kind', [
    v.object({ kind: v.literal('registryProjection'), entry: count }),
    v.object({ kind: v.literal('published'), figures: list(v.string()) }),
  ]),
  /** What the parts give, unrounded: 0.0548 is 5.48 %. Null over an empty base. */
  ratio: v.nullable(v.number()),
};

/** A figure is never a bare percentage: both parts, the kind of base, the day and the source stand beside it. */
export const StatedCoverage = v.object({ measure: v.literal('coverage'), ...parts });
export type StatedCoverage = v.InferOutput<typeof StatedCoverage>;

export const StatedAttainment = v.object({
  measure: v.literal('targetAttainment'),
  ...parts,
  targetPercent: v.number(),
});
export type StatedAttainment = v.InferOutput<typeof StatedAttainment>;

export const StatedFigure = v.variant('measure', [StatedCoverage, StatedAttainment]);
export type StatedFigure = v.InferOutput<typeof StatedFigure>;

export const RegionFigures = v.object({
  code: v.string(),
  name: v.string(),
  residents: count,
  wajibKtp: count,
  recorded: count,
  cardPrinted: count,
  ikdActive: count,
  /** How many active identities reach the target. */
  activeAtTarget: count,
  coverageOfWajibKtp: StatedCoverage,
  coverageOfRecorded: StatedCoverage,
  targetAttainment: StatedAttainment,
});
export type RegionFigures = v.InferOutput<typeof RegionFigures>;

export const CoverageReply = v.object({
  asOf: day,
  target: v.object({ percent: v.number(), year: v.number() }),
  province: RegionFigures,
  regions: list(RegionFigures),
  /** The newest ledger entry that is counted in. */
  countedUpTo: count,
});
export type CoverageReply = v.InferOutput<typeof CoverageReply>;

const range = v.object({ from: count, to: count });
const part = v.picklist(['numerator', 'denominator']);

export const StatedVerdict = v.variant('kind', [
  v.object({
    kind: v.literal('follows'),
    figure: StatedFigure,
    rounding: v.picklist(['rounded', 'truncated']),
  }),
  v.object({ kind: v.literal('otherMeasure'), figure: StatedFigure, coverage: StatedCoverage }),
  v.object({ kind: v.literal('doesNotFollow'), figure: StatedFigure, impliedDenominator: range }),
  v.object({ kind: v.literal('notPrinted'), figure: StatedFigure }),
  v.object({
    kind: v.literal('notRecomputable'),
    missing: list(part),
    impliedDenominator: v.nullable(range),
  }),
  v.object({ kind: v.literal('countOnly') }),
]);
export type StatedVerdict = v.InferOutput<typeof StatedVerdict>;

export const AssessedFigure = v.object({
  id: v.string(),
  indicator: v.picklist(INDICATORS),
  region: v.string(),
  regionName: v.string(),
  asOf: v.nullable(day),
  numerator: v.nullable(count),
  denominator: v.nullable(count),
  denominatorKind: v.nullable(v.picklist([...DENOMINATOR_KINDS, 'targetOfRecorded'])),
  /** As printed, with its decimals and a decimal point. */
  percentPublished: v.nullable(v.string()),
  targetPercent: v.nullable(v.number()),
  targetYear: v.nullable(v.number()),
  source: v.string(),
  note: v.nullable(v.string()),
  verdict: StatedVerdict,
  targetAttainment: v.nullable(StatedAttainment),
  conflicts: list(
    v.object({
      figure: v.string(),
      part: v.picklist(['numerator', 'denominator', 'percentPublished']),
      own: v.string(),
      other: v.string(),
    }),
  ),
  implausibleDenominator: v.nullable(v.object({ expected: count, share: v.number(), figure: v.string() })),
});
export type AssessedFigure = v.InferOutput<typeof AssessedFigure>;

export const PublishedQuery = v.strictObject({
  page: v.optional(v.pipe(v.string(), v.regex(/^[1-9]\d{0,3}$/))),
});
/** The newest articles and reports first; the page after this one, while there is one. */
export const PublishedReply = v.object({ figures: list(AssessedFigure), nextPage: v.nullable(count) });
export type PublishedReply = v.InferOutput<typeof PublishedReply>;
