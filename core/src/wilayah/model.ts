import type { IsoDate } from '../kit/date.ts';

declare const wilayahCode: unique symbol;
/** A Kemendagri region code: `64`, `64.71`, `64.71.01` or `64.71.01.1001`. The text's prefix order is the tree. */
export type WilayahCode = string & { readonly [wilayahCode]: true };

export type WilayahLevel = 'provinsi' | 'kabupatenKota' | 'kecamatan' | 'kelurahanDesa';

export interface Wilayah {
  readonly code: WilayahCode;
  readonly name: string;
  readonly level: WilayahLevel;
  /** Null: since before the source begins. */
  readonly validFrom: IsoDate | null;
  /** First day on which the code was no longer given; null for today's regions. Numbers made under it stay valid. */
  readonly validUntil: IsoDate | null;
}

const PATTERN = /^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$/;
const LEVEL_BY_LENGTH: Record<number, WilayahLevel> = {
  2: 'provinsi',
  5: 'kabupatenKota',
  8: 'kecamatan',
  13: 'kelurahanDesa',
};
const LENGTH_BY_LEVEL: Record<WilayahLevel, number> = {
  provinsi: 2,
  kabupatenKota: 5,
  kecamatan: 8,
  kelurahanDesa: 13,
};

export function parseWilayahCode(text: string): WilayahCode | undefined {
  return PATTERN.test(text) ? (text as WilayahCode) : undefined;
}

export function levelOf(code: WilayahCode): WilayahLevel {
  return LEVEL_BY_LENGTH[code.length]!;
}

/** The region of the given level that contains `code`; `code` itself when it is of that level. */
export function ancestor(code: WilayahCode, level: WilayahLevel): WilayahCode {
  return code.slice(0, LENGTH_BY_LEVEL[level]) as WilayahCode;
}

export function contains(outer: WilayahCode, inner: WilayahCode): boolean {
  return inner === outer || inner.startsWith(`${outer}.`);
}
