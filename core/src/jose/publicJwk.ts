import type { PublicJwk } from '../kit/suite.ts';
import { isJsonObject } from './encodedJson.ts';

/** 32 bytes in base64url; the last character carries four bits, so only 16 of the 64 may stand there. */
const COORDINATE = /^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/;

/**
 * The P-256 public key inside a foreign JWK (RFC 7518 section 6.2.1); undefined for any other key, and for one that
 * carries its private half. Whether the point lies on the curve is checked where the key is imported.
 */
export function parsePublicJwk(value: unknown): PublicJwk | undefined {
  if (!isJsonObject(value) || 'd' in value) return undefined;
  const { kty, crv, x, y } = value;
  if (kty !== 'EC' || crv !== 'P-256' || typeof x !== 'string' || typeof y !== 'string') return undefined;
  return COORDINATE.test(x) && COORDINATE.test(y) ? { kty, crv, x, y } : undefined;
}
