import { newSpelling } from './newSpelling.ts';

const KINDS: ReadonlyArray<readonly [RegExp, string]> = [
  [/^(KABUPATEN|KAB)\b/u, 'KABUPATEN'],
  [/^(KOTAMADYA|KODYA|KOTA)\b/u, 'KOTA'],
];
/** Left out: the column says already of what level a name is. */
const LEVELS = /^(KELURAHAN|KEL|DESA|DS|KECAMATAN|KEC|PROVINSI|PROV|PROPINSI|PROP)\b/u;

interface PlaceForm {
  /** Kabupaten Bogor and Kota Bogor are two. Null where nobody says which. */
  readonly kind: string | null;
  readonly name: string;
}

/** The same place, however its kind is abbreviated; a kind counts only where both name one. */
export function samePlace(one: string, other: string): boolean {
  const a = placeForm(one);
  const b = placeForm(other);
  if (a.name === '' || a.name !== b.name) return false;
  return a.kind === null || b.kind === null || a.kind === b.kind;
}

function placeForm(text: string): PlaceForm {
  const plain = text.normalize('NFKC').toUpperCase().trim().replace(LEVELS, '').replace(/^\W+/u, '');
  const found = KINDS.find(([pattern]) => pattern.test(plain));
  const name = found ? plain.replace(found[0], '') : plain;
  return { kind: found?.[1] ?? null, name: newSpelling(name.replaceAll(/[^\p{L}\p{N}]/gu, '')) };
}
