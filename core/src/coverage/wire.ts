import * as v from 'valibot';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** A figure is never a bare percentage: both parts, the kind of base, the day and the source stand beside it. */
export const RegionFigures = v.object({
  code: v.string(),
  name: v.string(),
  residents: count,
  wajibKtp: count,
  recorded: count,
  ikdActive: count,
});
export type RegionFigures = v.InferOutput<typeof RegionFigures>;

export const CoverageReply = v.object({
  asOf: v.string(),
  target: v.object({ percent: v.number(), year: v.number() }),
  province: RegionFigures,
  regions: v.array(RegionFigures),
  /** The newest ledger entry that is counted in. */
  countedUpTo: count,
});
export type CoverageReply = v.InferOutput<typeof CoverageReply>;

export const PublishedFigure = v.object({
  id: v.string(),
  indicator: v.string(),
  regionCode: v.string(),
  regionName: v.string(),
  asOf: v.nullable(v.string()),
  numerator: v.nullable(count),
  denominator: v.nullable(count),
  denominatorKind: v.nullable(v.string()),
  percentPublished: v.nullable(v.number()),
  targetPercent: v.nullable(v.number()),
  targetYear: v.nullable(v.number()),
  source: v.string(),
  note: v.nullable(v.string()),
});
export type PublishedFigure = v.InferOutput<typeof PublishedFigure>;
