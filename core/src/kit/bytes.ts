const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const BASE64URL = /^[A-Za-z0-9_-]*$/;

export type Bytes = Uint8Array<ArrayBuffer>;

const encoder = new TextEncoder();
export const utf8 = (text: string): Bytes => encoder.encode(text) as Bytes;
export const fromUtf8 = (bytes: Uint8Array): string =>
  new TextDecoder('utf-8', { fatal: true }).decode(bytes);

export function toHex(bytes: Uint8Array): string {
  let hex = '';
  for (const byte of bytes) hex += HEX[byte];
  return hex;
}

export function fromHex(hex: string): Bytes {
  if (hex.length % 2 !== 0 || !/^[0-9a-fA-F]*$/.test(hex)) throw new TypeError('not hexadecimal');
  return Uint8Array.from({ length: hex.length / 2 }, (_, i) =>
    Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16),
  );
}

/** base64 with padding (RFC 4648 section 4). */
export const toBase64 = (bytes: Uint8Array): string => btoa(toBinary(bytes));

/** Throws for anything that is no base64. */
export const fromBase64 = (text: string): Bytes =>
  Uint8Array.from(atob(text), (character) => character.charCodeAt(0));

/** base64url without padding (RFC 4648 section 5). */
export const toBase64url = (bytes: Uint8Array): string => binaryToBase64url(toBinary(bytes));

/** The same of a text whose characters are bytes; ASCII, for instance. */
export function binaryToBase64url(binary: string): string {
  const padding = (3 - (binary.length % 3)) % 3;
  const base64 = btoa(binary);
  return base64
    .slice(0, base64.length - padding)
    .replaceAll('+', '-')
    .replaceAll('/', '_');
}

/** One character for each byte. */
function toBinary(bytes: Uint8Array): string {
  let binary = '';
  for (let i = 0; i < bytes.length; i++) binary += String.fromCharCode(bytes[i]!);
  return binary;
}

const LAST_CHARACTERS = { 2: /[AQgw]$/, 3: /[AEIMQUYcgkosw048]$/ } as const;

/** Strict: no padding, no other alphabet, no stray bits at the end. Throws TypeError. */
export function fromBase64url(text: string): Bytes {
  const over = text.length % 4;
  if (!BASE64URL.test(text) || over === 1) throw new TypeError('not base64url');
  if ((over === 2 || over === 3) && !LAST_CHARACTERS[over].test(text))
    throw new TypeError('not canonical base64url');
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}

export function concat(...parts: Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  let difference = 0;
  for (let i = 0; i < a.length; i++) difference |= a[i]! ^ b[i]!;
  return difference === 0;
}
