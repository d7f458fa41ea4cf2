import * as v from 'valibot';
import type { RefusalText } from '../kit/refusalText.ts';

const list = <Item extends v.GenericSchema>(item: Item) => v.pipe(v.array(item), v.readonly());
const Place = v.object({ code: v.string(), name: v.string() });

/** `64`, `64.72`, `64.72.03` or `64.72.03.1001`. */
export const RegionCode = v.pipe(v.string(), v.regex(/^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$/));
export const PlaceParams = v.strictObject({ code: RegionCode });

/** A region by name, the regions above it (the province first) and today's regions directly below. */
export const PlaceReply = v.object({
  ...Place.entries,
  above: list(Place),
  below: list(Place),
});
export type PlaceReply = v.InferOutput<typeof PlaceReply>;

export const placeRefusals = {
  'wilayah/region-unknown': {
    status: 404,
    id: 'Wilayah ini tidak dikenal.',
    en: 'This region is not known.',
  },
} as const satisfies Record<`wilayah/${string}`, RefusalText>;
