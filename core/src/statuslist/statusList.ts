import type { Bytes } from '../kit/bytes.ts';

/** How many bits one entry has (Token Status List, section 4.1). */
export const STATUS_SIZES = [1, 2, 4, 8] as const;
export type StatusSize = (typeof STATUS_SIZES)[number];

/** A decoded list: keep it, so that reading one entry costs one array access. */
export interface StatusArray {
  readonly bits: StatusSize;
  /** Entry 0 stands in the lowest bits of byte 0 (section 4.1). */
  readonly bytes: Bytes;
}

/** The registered values (section 7.1); every other value has a meaning of its own for the issuer. */
export const STATUS = { valid: 0, invalid: 1, suspended: 2 } as const;
export type StatusName = keyof typeof STATUS | 'application-specific';

/** A list of `entries` tokens, all of them valid. */
export function emptyStatusArray(bits: StatusSize, entries: number): StatusArray {
  return { bits, bytes: new Uint8Array(Math.ceil((entries * bits) / 8)) };
}

export function entriesOf({ bits, bytes }: StatusArray): number {
  return (bytes.length * 8) / bits;
}

/** The value of one entry; undefined beyond the end of the list. */
export function statusAt({ bits, bytes }: StatusArray, idx: number): number | undefined {
  const byte = bytes[Math.floor((idx * bits) / 8)];
  return byte === undefined ? undefined : (byte >> ((idx * bits) % 8)) & (2 ** bits - 1);
}

/** Writes one entry in place. @throws RangeError when the entry or the value does not fit. */
export function setStatus({ bits, bytes }: StatusArray, idx: number, value: number): void {
  const at = Math.floor((idx * bits) / 8);
  const mask = 2 ** bits - 1;
  if (!Number.isSafeInteger(idx) || idx < 0 || at >= bytes.length) throw new RangeError('no such entry');
  if (!Number.isInteger(value) || value < 0 || value > mask) throw new RangeError('no such status');
  const shift = (idx * bits) % 8;
  bytes[at] = (bytes[at]! & ~(mask << shift)) | (value << shift);
}

export function statusName(value: number): StatusName {
  if (value === STATUS.valid) return 'valid';
  if (value === STATUS.invalid) return 'invalid';
  return value === STATUS.suspended ? 'suspended' : 'application-specific';
}
