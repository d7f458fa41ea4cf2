import { binaryToBase64url, fromUtf8, toBase64url, utf8 } from '../kit/bytes.ts';

const BASE64URL = /^[A-Za-z0-9_-]+$/;
const BEYOND_ASCII = /[\u0080-\u00ff]/;

export type JsonObject = Record<string, unknown>;

const NOT_ASCII = /[\u0080-\uffff]/;

export function encodeJson(value: unknown): string {
  const json = JSON.stringify(value);
  return NOT_ASCII.test(json) ? toBase64url(utf8(json)) : binaryToBase64url(json);
}

/**
 * The JSON value inside a base64url part of a JOSE message; undefined for anything else. Works on text and not
 * on a byte array, because headers and payloads are the long parts and most of them are pure ASCII. Stray bits at
 * the end are tolerated here: a signature or a digest covers the encoded text itself.
 */
export function decodeJson(encoded: string): unknown {
  if (!BASE64URL.test(encoded) || encoded.length % 4 === 1) return undefined;
  const binary = atob(encoded.replaceAll('-', '+').replaceAll('_', '/'));
  try {
    return JSON.parse(BEYOND_ASCII.test(binary) ? utf8Text(binary) : binary);
  } catch {
    return undefined;
  }
}

export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function utf8Text(binary: string): string {
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = binary.charCodeAt(i);
  return fromUtf8(bytes);
}
