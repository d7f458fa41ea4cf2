import { fromBase64url, fromUtf8, toBase64url, utf8 } from '../kit/bytes.ts';
import type { PublicJwk, SignEs256, Suite } from '../kit/suite.ts';

/** Compact JWS (RFC 7515 section 3.1) with ES256 alone: any other `alg` is refused before a key is touched. */
export interface ParsedJws {
  readonly header: Record<string, unknown>;
  readonly payload: Record<string, unknown>;
  readonly signingInput: string;
  readonly signature: Uint8Array;
}

const PARTS = 3;

export async function signJws(
  sign: SignEs256,
  header: Record<string, unknown> & { typ: string },
  payload: Record<string, unknown>,
): Promise<string> {
  const encode = (part: unknown) => toBase64url(utf8(JSON.stringify(part)));
  const signingInput = `${encode({ alg: 'ES256', ...header })}.${encode(payload)}`;
  return `${signingInput}.${toBase64url(await sign(utf8(signingInput)))}`;
}

/** Reads without verifying; undefined for anything that is no ES256 JWS with JSON objects inside. */
export function parseJws(compact: string): ParsedJws | undefined {
  const parts = compact.split('.');
  if (parts.length !== PARTS) return undefined;
  try {
    const [head, body, tail] = parts as [string, string, string];
    const header = jsonObject(head);
    const payload = jsonObject(body);
    if (header?.alg !== 'ES256' || !payload) return undefined;
    return { header, payload, signingInput: `${head}.${body}`, signature: fromBase64url(tail) };
  } catch {
    return undefined;
  }
}

export async function verifyJws(suite: Suite, jws: ParsedJws, key: PublicJwk): Promise<boolean> {
  return suite.verifyEs256(key, utf8(jws.signingInput), jws.signature);
}

function jsonObject(encoded: string): Record<string, unknown> | undefined {
  const value: unknown = JSON.parse(fromUtf8(fromBase64url(encoded)));
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}
