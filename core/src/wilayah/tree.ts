import { ancestor, levelOf, type Wilayah, type WilayahCode, type WilayahLevel } from './model.ts';

/** The regions in memory: few thousand, and they change once in years. */
export interface WilayahTree {
  readonly find: (code: WilayahCode) => Wilayah | undefined;
  /** Today's regions directly below, in the order of their codes; without a code, the provinces. */
  readonly childrenOf: (code: WilayahCode | null) => readonly Wilayah[];
  /** A kelurahan or desa of today, where somebody can live. */
  readonly isDomicile: (code: WilayahCode) => boolean;
}

export function wilayahTree(regions: readonly Wilayah[]): WilayahTree {
  const byCode = new Map(regions.map((region) => [region.code, region]));
  const children = new Map<WilayahCode | null, Wilayah[]>();
  for (const region of regions.filter(isOfToday).sort((a, b) => (a.code < b.code ? -1 : 1))) {
    const parent = parentOf(region.code);
    children.set(parent, [...(children.get(parent) ?? []), region]);
  }
  return {
    find: (code) => byCode.get(code),
    childrenOf: (code) => children.get(code) ?? [],
    isDomicile: (code) => {
      const region = byCode.get(code);
      return region?.level === 'kelurahanDesa' && isOfToday(region);
    },
  };
}

function isOfToday(region: Wilayah): boolean {
  return region.validUntil === null;
}

function parentOf(code: WilayahCode): WilayahCode | null {
  const end = code.lastIndexOf('.');
  return end < 0 ? null : (code.slice(0, end) as WilayahCode);
}

const LEVELS = ['provinsi', 'kabupatenKota', 'kecamatan', 'kelurahanDesa'] as const;

/** The regions above one, the province first; the code where a name is missing. */
export function placesAbove(
  { find }: Pick<WilayahTree, 'find'>,
  code: WilayahCode,
): { readonly code: WilayahCode; readonly name: string }[] {
  return LEVELS.slice(0, LEVELS.indexOf(levelOf(code)))
    .map((level) => ancestor(code, level))
    .map((above) => ({ code: above, name: find(above)?.name ?? above }));
}

/** The names on the way from the kelurahan/desa up, as cards and screens print them; the code where a name is missing. */
export type PlaceNames = Readonly<Record<WilayahLevel, string>>;

export function placeNames({ find }: Pick<WilayahTree, 'find'>, domicile: WilayahCode): PlaceNames {
  const name = (level: WilayahLevel) => {
    const code = ancestor(domicile, level);
    return find(code)?.name ?? code;
  };
  return {
    kelurahanDesa: name('kelurahanDesa'),
    kecamatan: name('kecamatan'),
    kabupatenKota: name('kabupatenKota'),
    provinsi: name('provinsi'),
  };
}
