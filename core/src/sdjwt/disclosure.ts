import { decodeJson, encodeJson } from '../jose/encodedJson.ts';
import { type Bytes, toBase64url, utf8 } from '../kit/bytes.ts';
import type { Suite } from '../kit/suite.ts';

/** What one Disclosure reveals: a property of an object, or an element of an array (RFC 9901 section 4.2). */
export type Disclosure =
  | { readonly kind: 'property'; readonly name: string; readonly value: unknown }
  | { readonly kind: 'element'; readonly value: unknown };

/** `salt` needs 128 bits of randomness and is used once (RFC 9901 section 9.3). */
export const encodePropertyDisclosure = (salt: string, name: string, value: unknown): string =>
  encodeJson([salt, name, value]);

/** Undefined for anything that is no Disclosure. */
export function parseDisclosure(encoded: string): Disclosure | undefined {
  const parts = decodeJson(encoded);
  if (!Array.isArray(parts) || typeof parts[0] !== 'string') return undefined;
  if (parts.length === 2) return { kind: 'element', value: parts[1] };
  if (parts.length === 3 && typeof parts[1] === 'string') {
    return { kind: 'property', name: parts[1], value: parts[2] };
  }
  return undefined;
}

/** SHA-256 over the encoded text, as `_sd` and `sd_hash` carry it (RFC 9901 sections 4.2.3 and 4.3.1). */
export function digestOf(
  suite: Pick<Suite, 'sha256' | 'sha256Text'>,
  text: string,
): string | Promise<string> {
  return suite.sha256Text?.(text) ?? digestOfBytes(suite, utf8(text));
}

async function digestOfBytes(suite: Pick<Suite, 'sha256'>, bytes: Bytes): Promise<string> {
  return toBase64url(await suite.sha256(bytes));
}
