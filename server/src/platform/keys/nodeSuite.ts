import { createPublicKey, hash, type KeyObject, verify } from 'node:crypto';
import type { Bytes } from '@jatidiri/core/kit/bytes.ts';
import type { PublicJwk, Suite } from '@jatidiri/core/kit/suite.ts';

const CACHED_KEYS = 1024;

/**
 * The suite on Node's own cryptography: synchronous, because a hand-over to the thread pool costs more than a digest.
 * Importing a key costs half a verification, so that the keys used last are kept.
 */
export function nodeSuite(cachedKeys = CACHED_KEYS): Suite {
  const keys = new Map<string, KeyObject>();

  function imported({ kty, crv, x, y }: PublicJwk): KeyObject {
    const name = `${x}.${y}`;
    const known = keys.get(name);
    const key = known ?? createPublicKey({ key: { kty, crv, x, y }, format: 'jwk' });
    // Deleted and set again, it stands at the end: the first in the map is the one not used for longest.
    if (known) keys.delete(name);
    else if (keys.size >= cachedKeys) keys.delete(keys.keys().next().value!);
    keys.set(name, key);
    return key;
  }

  return {
    sha256: (data) => hash('sha256', data, 'buffer') as Bytes,
    verifyEs256(key, data, signature) {
      try {
        return verify('sha256', data, { key: imported(key), dsaEncoding: 'ieee-p1363' }, signature);
      } catch {
        return false;
      }
    },
  };
}
