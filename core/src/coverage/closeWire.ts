import * as v from 'valibot';

const count = v.pipe(v.number(), v.integer());
const list = <Item extends v.GenericSchema>(item: Item) => v.pipe(v.array(item), v.readonly());

/** What a kabupaten/kota answers for at the end of a period. */
export const ClosedCounts = v.object({ ikdActive: count, wajibRecorded: count, wajibKtp: count });
export type ClosedCounts = v.InferOutput<typeof ClosedCounts>;

export const PeriodParams = v.strictObject({ end: v.pipe(v.string(), v.isoDate()) });

const confirmation = v.object({
  counts: ClosedCounts,
  revision: count,
  reason: v.nullable(v.string()),
  office: v.string(),
  confirmedAt: v.string(),
});

export const PeriodReply = v.object({
  from: v.string(),
  to: v.string(),
  regions: list(
    v.object({
      code: v.string(),
      name: v.string(),
      /** As counted by now for the last day of the period: what arrived late is in it. */
      counted: ClosedCounts,
      /** Null: not confirmed yet. */
      confirmed: v.nullable(confirmation),
      /** Confirmed before it was revised, the newest first. */
      earlier: list(confirmation),
      /** Whether what is counted by now is not what was confirmed. */
      differs: v.boolean(),
      /** Whether the officer who asks answers for this region. */
      yours: v.boolean(),
    }),
  ),
});
export type PeriodReply = v.InferOutput<typeof PeriodReply>;

/** The first confirmation needs no reason; a revision does. */
export const Confirmation = v.strictObject({
  region: v.pipe(v.string(), v.regex(/^\d{2}\.\d{2}$/)),
  reason: v.optional(v.pipe(v.string(), v.trim(), v.minLength(10), v.maxLength(500))),
});
export type Confirmation = v.InferOutput<typeof Confirmation>;
