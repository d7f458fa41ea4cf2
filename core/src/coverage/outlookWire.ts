import * as v from 'valibot';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const list = <Item extends v.GenericSchema>(item: Item) => v.pipe(v.array(item), v.readonly());

const told = { likely: count, low: count, high: count, workingDaysLeft: count };

/** An earlier outlook beside what came. */
const EarlierOutlookShown = v.object({
  ...told,
  madeOn: v.string(),
  for: v.string(),
  came: count,
  within: v.boolean(),
});

export const RegionOutlook = v.object({
  code: v.string(),
  name: v.string(),
  ikdActive: count,
  activeAtTarget: count,
  targetPercent: v.number(),
  ...told,
  /** Activations per working day that the target takes; null when no working day is left. */
  needed: v.nullable(count),
  /** The newest first. */
  earlier: list(EarlierOutlookShown),
});
export type RegionOutlook = v.InferOutput<typeof RegionOutlook>;

export const OutlookReply = v.object({
  asOf: v.string(),
  until: v.string(),
  countedUpTo: count,
  /** Days on which no office serves, besides weekends, until then. */
  holidays: list(v.string()),
  province: RegionOutlook,
  regions: list(RegionOutlook),
});
export type OutlookReply = v.InferOutput<typeof OutlookReply>;
