/** Base45 (RFC 9285): bytes as text that a QR code stores in its alphanumeric mode. */
import type { Bytes } from '../kit/bytes.ts';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
const VALUE = new Map([...ALPHABET].map((char, value) => [char, value]));

export function toBase45(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 2) {
    const isPair = i + 1 < bytes.length;
    let value = isPair ? 256 * bytes[i]! + bytes[i + 1]! : bytes[i]!;
    for (let digits = isPair ? 3 : 2; digits > 0; digits--) {
      text += ALPHABET[value % 45];
      value = Math.floor(value / 45);
    }
  }
  return text;
}

/** Undefined for other characters, impossible lengths, and values beyond the bytes they stand for. */
export function fromBase45(text: string): Bytes | undefined {
  if (text.length % 3 === 1) return undefined;
  const bytes = new Uint8Array(Math.floor((text.length * 2) / 3));
  for (let i = 0, at = 0; i < text.length; i += 3) {
    const digits = [...text.slice(i, i + 3)].map((char) => VALUE.get(char));
    const value = digits.reduceRight<number>((sum, digit) => sum * 45 + (digit ?? Number.NaN), 0);
    const isPair = digits.length === 3;
    if (!(value <= (isPair ? 0xffff : 0xff))) return undefined;
    if (isPair) bytes[at++] = value >> 8;
    bytes[at++] = value & 0xff;
  }
  return bytes;
}
