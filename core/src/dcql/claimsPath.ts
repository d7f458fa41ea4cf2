import { isJsonObject, type JsonObject } from '../jose/encodedJson.ts';
import type { ClaimsPath } from './model.ts';

/**
 * Every element that a claims path pointer selects in a JSON credential (OpenID4VP 1.0 section 7.1.1); undefined
 * where processing ends in an error: nothing selected, or a component that does not fit what it is applied to.
 */
export function selectByPath(claims: JsonObject, path: ClaimsPath): readonly unknown[] | undefined {
  let selected: readonly unknown[] = [claims];
  for (const component of path) {
    const next =
      typeof component === 'string' ? selectKey(selected, component) : selectElements(selected, component);
    if (!next) return undefined;
    selected = next;
  }
  return selected.length > 0 ? selected : undefined;
}

function selectKey(selected: readonly unknown[], key: string): readonly unknown[] | undefined {
  if (!selected.every(isJsonObject)) return undefined;
  return selected.filter((object) => Object.hasOwn(object, key)).map((object) => object[key]);
}

function selectElements(selected: readonly unknown[], at: number | null): readonly unknown[] | undefined {
  if (!selected.every((value) => Array.isArray(value))) return undefined;
  return at === null
    ? selected.flat(1)
    : selected.filter((array) => at < array.length).map((array) => array[at]);
}
