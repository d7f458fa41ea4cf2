import type { Bytes } from './bytes.ts';
import type { PublicJwk, SignEs256, Suite } from './suite.ts';

const ES256 = { name: 'ECDSA', hash: 'SHA-256' } as const;
const P256 = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const CACHED_KEYS = 64;

/** The suite on Web Crypto: the browser's, and Node's where speed does not matter. */
export function webSuite(subtle: SubtleCrypto): Suite {
  const keys = new Map<string, Promise<CryptoKey>>();

  function imported({ kty, crv, x, y }: PublicJwk): Promise<CryptoKey> {
    const name = `${x}.${y}`;
    const known = keys.get(name);
    if (known) return known;
    if (keys.size >= CACHED_KEYS) keys.clear();
    const key = subtle.importKey('jwk', { kty, crv, x, y }, P256, false, ['verify']);
    keys.set(name, key);
    return key;
  }

  return {
    async sha256(data) {
      return new Uint8Array(await subtle.digest('SHA-256', data as Bytes));
    },
    async verifyEs256(key, data, signature) {
      try {
        return await subtle.verify(ES256, await imported(key), signature as Bytes, data as Bytes);
      } catch {
        return false;
      }
    },
  };
}

export function webSigner(subtle: SubtleCrypto, privateKey: CryptoKey): SignEs256 {
  return async (data) => new Uint8Array(await subtle.sign(ES256, privateKey, data as Bytes));
}
