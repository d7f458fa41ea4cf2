import { createPublicKey, hash, type KeyObject, verify } from 'node:crypto';
import type { Bytes } from '@jatidiri/core/kit/bytes.ts';
import type { PublicJwk, Suite } from '@jatidiri/core/kit/suite.ts';
import { SIGNATURE_BYTES, toDer } from './derSignature.ts';

const CACHED_KEYS = 1024;

/**
 * The suite on Node's own cryptography: synchronous, because a hand-over to the thread pool costs more than it saves.
 * Keys go in as PEM: handed over as `{ key, format: 'jwk' }` they cost as much again as the import itself.
 */
export function nodeSuite(cachedKeys = CACHED_KEYS): Suite {
  const keys = new Map<string, KeyObject | 'seen once'>();

  /** Imported when it comes back: most holders' keys come once, and as PEM they cost no object that must be cleared away. */
  function usable(jwk: PublicJwk): KeyObject | string {
    const name = `${jwk.x}.${jwk.y}`;
    const known = keys.get(name);
    // Taken out and set again, a key stands at the end: the first in the map is the one not used for longest.
    if (known) keys.delete(name);
    else if (keys.size >= cachedKeys) keys.delete(keys.keys().next().value!);
    const pem = typeof known === 'object' ? undefined : toPem(jwk);
    const key = known === 'seen once' ? createPublicKey(pem!) : known;
    keys.set(name, key ?? 'seen once');
    return key ?? pem!;
  }

  return {
    sha256: (data) => hash('sha256', data, 'buffer') as Bytes,
    sha256Text: (text) => hash('sha256', text, 'base64url'),
    verifyEs256(key, data, signature) {
      if (signature.length !== SIGNATURE_BYTES) return false;
      try {
        return verify('sha256', data, usable(key), toDer(signature));
      } catch {
        return false;
      }
    },
  };
}

/** SubjectPublicKeyInfo of an uncompressed P-256 point up to its coordinates (RFC 5480 section 2). */
const SPKI_PREFIX = Buffer.from('3059301306072a8648ce3d020106082a8648ce3d03010703420004', 'hex');
const COORDINATE = { bytes: 32, characters: 43 } as const;

function toPem({ x, y }: PublicJwk): string {
  const spki = Buffer.alloc(SPKI_PREFIX.length + 2 * COORDINATE.bytes);
  SPKI_PREFIX.copy(spki);
  writeCoordinate(spki, SPKI_PREFIX.length, x);
  writeCoordinate(spki, SPKI_PREFIX.length + COORDINATE.bytes, y);
  return `-----BEGIN PUBLIC KEY-----\n${spki.toString('base64')}\n-----END PUBLIC KEY-----`;
}

function writeCoordinate(spki: Buffer, at: number, text: string): void {
  const written = spki.write(text, at, COORDINATE.bytes, 'base64url');
  if (text.length !== COORDINATE.characters || written !== COORDINATE.bytes)
    throw new TypeError('no coordinate of P-256');
}
