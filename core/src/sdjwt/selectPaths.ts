import { isJsonObject, type JsonObject } from '../jose/encodedJson.ts';
import type { Suite } from '../kit/suite.ts';
import { type Disclosure, digestOf, parseDisclosure } from './disclosure.ts';
import { parseSdJwt } from './parse.ts';
import { DIGESTS, ELEMENT_DIGEST } from './revealClaims.ts';

/** A way from the root to a claim: names, indices, and null for every element (OpenID4VP 1.0 section 7). */
type Path = readonly (string | number | null)[];
/** What is wanted below a value: all of it, or these ways. */
type Wanted = 'all' | readonly Path[];

interface Found {
  readonly encoded: string;
  readonly disclosure: Disclosure;
}

/**
 * The same SD-JWT with the Disclosures that the named claims need (RFC 9901 section 7.2): those on the way to a
 * claim, and everything inside it. Answers text that ends in `~`. @throws TypeError for what is no SD-JWT
 */
export async function selectPaths(
  suite: Pick<Suite, 'sha256'>,
  issued: string,
  paths: readonly Path[],
): Promise<string> {
  const parsed = parseSdJwt(issued);
  if (!parsed.ok) throw new TypeError('no SD-JWT');
  const byDigest = new Map<string, Found>();
  for (const encoded of parsed.value.disclosures) {
    const disclosure = parseDisclosure(encoded);
    if (disclosure) byDigest.set(await digestOf(suite, encoded), { encoded, disclosure });
  }
  const kept = new Set<string>();
  keepWithin({ byDigest, kept }, parsed.value.issuerJwt.payload, paths);
  const shown = parsed.value.disclosures.filter((encoded) => kept.has(encoded));
  return `${[issued.slice(0, issued.indexOf('~')), ...shown].join('~')}~`;
}

interface Selection {
  readonly byDigest: ReadonlyMap<string, Found>;
  readonly kept: Set<string>;
}

function keepWithin(selection: Selection, value: unknown, wanted: Wanted): void {
  if (Array.isArray(value)) keepElements(selection, value, wanted);
  else if (isJsonObject(value)) keepProperties(selection, value, wanted);
}

function keepProperties(selection: Selection, object: JsonObject, wanted: Wanted): void {
  for (const [name, value] of Object.entries(object)) {
    const below = follow(wanted, name);
    if (name !== DIGESTS && below) keepWithin(selection, value, below);
  }
  const digests: readonly unknown[] = Array.isArray(object[DIGESTS]) ? object[DIGESTS] : [];
  for (const digest of digests) {
    const found = selection.byDigest.get(digest as string);
    if (found?.disclosure.kind !== 'property') continue;
    keep(selection, found, follow(wanted, found.disclosure.name));
  }
}

function keepElements(selection: Selection, elements: readonly unknown[], wanted: Wanted): void {
  for (const [index, element] of elements.entries()) {
    const below = follow(wanted, index);
    const digest = isJsonObject(element) ? element[ELEMENT_DIGEST] : undefined;
    if (typeof digest === 'string') keep(selection, selection.byDigest.get(digest), below);
    else if (below) keepWithin(selection, element, below);
  }
}

function keep(selection: Selection, found: Found | undefined, below: Wanted | undefined): void {
  if (!found || !below) return;
  selection.kept.add(found.encoded);
  keepWithin(selection, found.disclosure.value, below);
}

/** What is wanted one step further; undefined when nothing is. */
function follow(wanted: Wanted, step: string | number): Wanted | undefined {
  if (wanted === 'all') return 'all';
  const rest = wanted
    .filter(([first]) => first === step || (first === null && typeof step === 'number'))
    .map((path) => path.slice(1));
  if (rest.length === 0) return undefined;
  return rest.some((path) => path.length === 0) ? 'all' : rest;
}
