import { Tagged } from '../cose/tagged.ts';
import type { IssuerSignedItem } from './issuerSignedItem.ts';

/** Elements by namespace and name. Days and times are their text, byte strings stay bytes, maps become objects. */
export type Elements = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

export const toElements = (nameSpaces: ReadonlyMap<string, readonly IssuerSignedItem[]>): Elements =>
  Object.fromEntries(
    [...nameSpaces].map(([nameSpace, items]) => [
      nameSpace,
      Object.fromEntries(items.map(({ element, value }) => [element, toPlain(value)])),
    ]),
  );

/** As deep as the decoder reads, which is not deep. */
function toPlain(value: unknown): unknown {
  if (value instanceof Tagged) return toPlain(value.value);
  if (Array.isArray(value)) return value.map(toPlain);
  // A copy: what was read is a view of the whole message, and whoever keeps it would keep all of that.
  if (value instanceof Uint8Array) return value.slice();
  if (!(value instanceof Map)) return value;
  return Object.fromEntries([...value].map(([key, entry]) => [String(key), toPlain(entry)]));
}
