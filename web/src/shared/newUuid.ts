import { toHex } from '@jatidiri/core/kit/bytes.ts';

/** A random UUID (version 4, RFC 9562 section 5.4); `crypto.randomUUID` is missing in browsers of 2021. */
export function newUuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return toHex(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
