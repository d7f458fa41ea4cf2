import { Tagged } from 'cborg';
import type { IssuerSignedItem } from './issuerSignedItem.ts';

/** Elements by namespace and name. Days and times are their text, byte strings stay bytes, maps become objects. */
export type Elements = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

const MAX_DEPTH = 16;

/** Undefined when a value is nested too deep. */
export function toElements(
  nameSpaces: ReadonlyMap<string, readonly IssuerSignedItem[]>,
): Elements | undefined {
  try {
    return Object.fromEntries(
      [...nameSpaces].map(([nameSpace, items]) => [
        nameSpace,
        Object.fromEntries(items.map(({ element, value }) => [element, toPlain(value, 0)])),
      ]),
    );
  } catch (error) {
    if (error instanceof NestedTooDeep) return undefined;
    throw error;
  }
}

class NestedTooDeep extends Error {}

function toPlain(value: unknown, depth: number): unknown {
  if (depth > MAX_DEPTH) throw new NestedTooDeep();
  if (value instanceof Tagged) return toPlain(value.value, depth + 1);
  if (Array.isArray(value)) return value.map((entry) => toPlain(entry, depth + 1));
  if (!(value instanceof Map)) return value;
  return Object.fromEntries([...value].map(([key, entry]) => [String(key), toPlain(entry, depth + 1)]));
}
