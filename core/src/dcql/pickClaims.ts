import { isJsonObject, type JsonObject } from '../jose/encodedJson.ts';
import type { ClaimsPath } from './model.ts';

/** The parts of a credential that claims path pointers select, in their places; what else was shown is left out. */
export function pickClaims(claims: JsonObject, paths: readonly ClaimsPath[]): JsonObject {
  return paths.length === 0 ? {} : (pick(claims, paths) as JsonObject);
}

function pick(value: unknown, paths: readonly ClaimsPath[]): unknown {
  if (paths.some((path) => path.length === 0)) return value;
  if (Array.isArray(value))
    return value.flatMap((element, at) => {
      const rest = below(paths, (component) => component === null || component === at);
      return rest.length > 0 ? [pick(element, rest)] : [];
    });
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]) => {
      const rest = below(paths, (component) => component === name);
      return rest.length > 0 ? [[name, pick(member, rest)]] : [];
    }),
  );
}

const below = (paths: readonly ClaimsPath[], leads: (component: ClaimsPath[number] | undefined) => boolean) =>
  paths.filter(([first]) => leads(first)).map((path) => path.slice(1));
