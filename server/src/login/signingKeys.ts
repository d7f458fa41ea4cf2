import { createPublicKey } from 'node:crypto';
import { ExternalSigningKey } from 'oidc-provider';
import type { KeyStore, SigningKey } from '../platform/keys/keyStore.ts';

/** The first signs; all are published, so that what an earlier key has signed stays verifiable (docs/OPERATE.md). */
const LOGIN_KEYS = ['login-1'] as const;

/** The provider's keys, which stay where the key store has them. */
export function loginKeys(keys: Pick<KeyStore, 'signingKey'>): ExternalSigningKey[] {
  return LOGIN_KEYS.map((name) => new StoredKey(keys.signingKey(name)));
}

// The one class in the room: the library knows a key in hardware only as a subclass of its own.
class StoredKey extends ExternalSigningKey {
  readonly #key: SigningKey;

  constructor(key: SigningKey) {
    super();
    this.#key = key;
  }

  override keyObject() {
    return createPublicKey({ key: { ...this.#key.publicJwk }, format: 'jwk' });
  }

  override sign(data: Uint8Array) {
    return this.#key.sign(data);
  }
}
