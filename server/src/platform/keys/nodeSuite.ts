import { createPublicKey, hash, type KeyObject, verify } from 'node:crypto';
import type { Bytes } from '@jatidiri/core/kit/bytes.ts';
import type { PublicJwk, Suite } from '@jatidiri/core/kit/suite.ts';

const CACHED_KEYS = 1024;

/**
 * The suite on Node's own cryptography: synchronous, because a hand-over to the thread pool costs more than it saves.
 *
 * Keys and signatures go in as a bare KeyObject with a DER signature, and as PEM. Handed over in an options object
 * (`{ key, format: 'jwk' }`, `{ key, dsaEncoding }`) Node 24 finds out what `key` is by throwing and catching inside,
 * which costs as much again as importing the key, or half a verification.
 */
export function nodeSuite(cachedKeys = CACHED_KEYS): Suite {
  const keys = new Map<string, KeyObject>();

  function imported(jwk: PublicJwk): KeyObject {
    const name = `${jwk.x}.${jwk.y}`;
    const known = keys.get(name);
    const key = known ?? createPublicKey(toPem(jwk));
    // Taken out and set again, a key stands at the end: the first in the map is the one not used for longest.
    if (known) keys.delete(name);
    else if (keys.size >= cachedKeys) keys.delete(keys.keys().next().value!);
    keys.set(name, key);
    return key;
  }

  return {
    sha256: (data) => hash('sha256', data, 'buffer') as Bytes,
    verifyEs256(key, data, signature) {
      if (signature.length !== 2 * COORDINATE_BYTES) return false;
      try {
        return verify('sha256', data, imported(key), toDer(signature));
      } catch {
        return false;
      }
    },
  };
}

/** SubjectPublicKeyInfo of an uncompressed P-256 point up to its coordinates (RFC 5480 section 2). */
const SPKI_PREFIX = Buffer.from('3059301306072a8648ce3d020106082a8648ce3d03010703420004', 'hex');
const COORDINATE_BYTES = 32;

function toPem({ x, y }: PublicJwk): string {
  const spki = Buffer.concat([SPKI_PREFIX, Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]);
  return `-----BEGIN PUBLIC KEY-----\n${spki.toString('base64')}\n-----END PUBLIC KEY-----`;
}

/** r‖s (RFC 7518 section 3.4) as `SEQUENCE { INTEGER r, INTEGER s }` (RFC 3279 section 2.2.3). */
function toDer(signature: Uint8Array): Uint8Array {
  const [r, s] = [integerAt(signature, 0), integerAt(signature, COORDINATE_BYTES)];
  return Uint8Array.of(0x30, r.length + s.length, ...r, ...s);
}

/** An unsigned 32-byte number as a DER INTEGER: no zeros in front, but one where the highest bit would mean minus. */
function integerAt(signature: Uint8Array, start: number): number[] {
  const end = start + COORDINATE_BYTES;
  let at = start;
  while (at < end - 1 && signature[at] === 0) at++;
  const digits = [...signature.subarray(at, end)];
  if (digits[0]! >= 0x80) digits.unshift(0);
  return [0x02, digits.length, ...digits];
}
