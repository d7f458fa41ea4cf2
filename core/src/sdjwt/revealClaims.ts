import { isJsonObject, type JsonObject } from '../jose/encodedJson.ts';
import { ok, type Refusal, type Result, refuse } from '../kit/result.ts';
import type { Disclosure } from './disclosure.ts';
import type { SdJwtRefusalCode } from './refusals.ts';

/** The two names that the format keeps for itself (RFC 9901 sections 4.2.4.1 and 4.2.4.2). */
export const DIGESTS = '_sd';
export const ELEMENT_DIGEST = '...';
const HASH_ALGORITHM = '_sd_alg';
const MAX_DEPTH = 32;

/** What is seen on the way through the payload: every digest once, every Disclosure used, the first thing wrong. */
interface Walk {
  readonly disclosures: ReadonlyMap<string, Disclosure>;
  readonly seenDigests: Set<string>;
  used: number;
  refusal?: SdJwtRefusalCode;
}

/**
 * The processed payload of RFC 9901 section 7.1, step 3: digests replaced by what the Disclosures reveal, at every
 * depth and inside revealed values too; whatever stays hidden disappears.
 * @param disclosures by their digest
 */
export function revealClaims(
  payload: JsonObject,
  disclosures: ReadonlyMap<string, Disclosure>,
): Result<JsonObject, Refusal<SdJwtRefusalCode>> {
  const { [HASH_ALGORITHM]: hashAlgorithm = 'sha-256', ...signed } = payload;
  if (hashAlgorithm !== 'sha-256') return refuse({ code: 'sdjwt/hash-algorithm' });

  const walk: Walk = { disclosures, seenDigests: new Set(), used: 0 };
  const claims = revealObject(walk, signed, 0);
  if (walk.refusal) return refuse({ code: walk.refusal });
  if (walk.used < disclosures.size) return refuse({ code: 'sdjwt/disclosure-unreferenced' });
  return ok(claims);
}

function reveal(walk: Walk, value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null || walk.refusal) return value;
  if (depth > MAX_DEPTH) return stop(walk, 'sdjwt/nested-too-deep');
  return Array.isArray(value)
    ? revealArray(walk, value, depth)
    : revealObject(walk, value as JsonObject, depth);
}

function revealObject(walk: Walk, object: JsonObject, depth: number): JsonObject {
  const revealed: JsonObject = {};
  for (const name of Object.keys(object)) {
    if (name === ELEMENT_DIGEST) stop(walk, 'sdjwt/reserved-claim-name');
    else if (name !== DIGESTS) setOwn(revealed, name, reveal(walk, object[name], depth + 1));
  }
  for (const digest of digestsOf(walk, object)) {
    const disclosure = take(walk, digest);
    if (!disclosure) continue;
    if (disclosure.kind !== 'property') stop(walk, 'sdjwt/disclosure-misplaced');
    else if (isReserved(disclosure.name)) stop(walk, 'sdjwt/reserved-claim-name');
    else if (Object.hasOwn(revealed, disclosure.name)) stop(walk, 'sdjwt/claim-overwritten');
    else setOwn(revealed, disclosure.name, reveal(walk, disclosure.value, depth + 1));
  }
  return revealed;
}

function revealArray(walk: Walk, array: readonly unknown[], depth: number): unknown[] {
  const revealed: unknown[] = [];
  for (const element of array) {
    const digest = elementDigest(walk, element);
    if (digest === undefined) {
      revealed.push(reveal(walk, element, depth + 1));
      continue;
    }
    const disclosure = take(walk, digest);
    if (disclosure?.kind === 'property') stop(walk, 'sdjwt/disclosure-misplaced');
    else if (disclosure) revealed.push(reveal(walk, disclosure.value, depth + 1));
  }
  return revealed;
}

function digestsOf(walk: Walk, object: JsonObject): readonly string[] {
  if (!Object.hasOwn(object, DIGESTS)) return [];
  const digests = object[DIGESTS];
  if (Array.isArray(digests) && digests.every((digest) => typeof digest === 'string')) return digests;
  stop(walk, 'sdjwt/reserved-claim-name');
  return [];
}

/** The digest in `{"...": digest}`; undefined when the element is an ordinary value. */
function elementDigest(walk: Walk, element: unknown): string | undefined {
  if (!isJsonObject(element) || !Object.hasOwn(element, ELEMENT_DIGEST)) return undefined;
  const digest = element[ELEMENT_DIGEST];
  if (typeof digest === 'string' && Object.keys(element).length === 1) return digest;
  stop(walk, 'sdjwt/reserved-claim-name');
  return undefined;
}

function take(walk: Walk, digest: string): Disclosure | undefined {
  if (walk.seenDigests.has(digest)) return stop(walk, 'sdjwt/digest-repeated');
  walk.seenDigests.add(digest);
  const disclosure = walk.disclosures.get(digest);
  if (disclosure) walk.used += 1;
  return disclosure;
}

export const isReserved = (name: string): boolean => name === DIGESTS || name === ELEMENT_DIGEST;

function stop(walk: Walk, code: SdJwtRefusalCode): undefined {
  walk.refusal ??= code;
}

/** A claim named `__proto__` becomes a claim, not the prototype. */
function setOwn(object: JsonObject, name: string, value: unknown): void {
  if (name === '__proto__') {
    Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true });
  } else object[name] = value;
}
