import type { Wilayah, WilayahCode } from '../wilayah/model.ts';
import type { WilayahTree } from '../wilayah/tree.ts';

/** Names that regions of East Kalimantan had before, or have in offices' short hand. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  pasir: '64.01',
  kukar: '64.02',
  'kutai kertanegara': '64.02',
  kubar: '64.07',
  kutim: '64.08',
  ppu: '64.09',
  mahulu: '64.11',
  'mahakam hulu': '64.11',
};

/** Names that no longer say which region is meant: Kutai was divided into three in 1999. */
const DIVIDED = new Set(['kutai']);

export type RegionFinding =
  | { readonly kind: 'found'; readonly region: Wilayah; readonly byOtherName: boolean }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'divided' }
  /** A code or name that was this province's once. */
  | { readonly kind: 'former'; readonly region: Wilayah };

/** The region of a code, `64.71`, `6471` or `64.71.01`. */
export function regionByCode(wilayah: Pick<WilayahTree, 'find'>, text: string): RegionFinding {
  const digits = text.replaceAll(/[.\s]/g, '');
  const groups = /^(\d{2})(\d{2})?(\d{2})?(\d{4})?$/.exec(digits)?.slice(1).filter(Boolean);
  const region = groups && wilayah.find(groups.join('.') as WilayahCode);
  return region ? validOrFormer(region, false) : { kind: 'unknown' };
}

/** The province or one of its kabupaten/kota by name, with or without `Kabupaten`, `Kab.` or `Kota`. */
export function regionByName(
  { find, childrenOf }: Pick<WilayahTree, 'find' | 'childrenOf'>,
  province: WilayahCode,
  text: string,
): RegionFinding {
  const name = plain(text);
  const regions = [find(province)!, ...childrenOf(province)];
  const region = regions.find((one) => plain(one.name) === name);
  if (region) return { kind: 'found', region, byOtherName: false };
  if (DIVIDED.has(name)) return { kind: 'divided' };
  const known = find((OTHER_NAMES[name] ?? '') as WilayahCode);
  if (known && regions.includes(known)) return { kind: 'found', region: known, byOtherName: true };
  return { kind: 'unknown' };
}

function validOrFormer(region: Wilayah, byOtherName: boolean): RegionFinding {
  return region.validUntil === null ? { kind: 'found', region, byOtherName } : { kind: 'former', region };
}

function plain(name: string): string {
  return name
    .toLowerCase()
    .replace(/^(provinsi|prov\.?|kabupaten|kab\.?|kota)\s+/, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
