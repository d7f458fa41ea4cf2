import * as v from 'valibot';

/** The open data of a period. A null value is withheld: it, or what could be computed with it, stands for fewer than `smallestGroup` people. */
export const OpenData = v.object({
  asOf: v.nullable(v.string()),
  smallestGroup: v.number(),
  source: v.string(),
  cells: v.pipe(
    v.array(
      v.object({
        region: v.string(),
        regionName: v.string(),
        /** `ikdActive`, `recorded`, `wajibRecorded` (of the wajib KTP), `wajibKtp` or `residents`. */
        measure: v.string(),
        sex: v.nullable(v.picklist(['female', 'male'])),
        /** The age that is reached in the year; null with `sex` null: everybody. */
        ageBand: v.nullable(v.string()),
        value: v.nullable(v.number()),
        withheld: v.boolean(),
      }),
    ),
    v.readonly(),
  ),
});
export type OpenData = v.InferOutput<typeof OpenData>;
