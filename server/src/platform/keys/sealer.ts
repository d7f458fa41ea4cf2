import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { KeyStore } from './keyStore.ts';

/** Seals what may lie in the database only so that whoever has the database alone cannot read it. */
export interface Sealer {
  /** `context` says whose it is and what: sealed bytes that are moved to another place do not open there. */
  seal(plain: Uint8Array, context: string): Buffer;
  /** @throws when the bytes were altered or moved, or another key sealed them */
  open(sealed: Uint8Array, context: string): Buffer;
}

const ALGORITHM = 'aes-256-gcm';
const [KEY_BYTES, IV_BYTES, TAG_BYTES] = [32, 12, 16];
const VERSION = 1;
const WRAPPED_BYTES = IV_BYTES + KEY_BYTES + TAG_BYTES;

/**
 * Envelope encryption: each object under a random key of its own, that key wrapped by the one which the key store keeps
 * under `name`. So the long-lived key encrypts nothing but keys, and taking another one re-wraps 32 bytes an object.
 * Form: version, wrapped key, sealed object; each of the two as IV, ciphertext, tag (AES-256-GCM, NIST SP 800-38D).
 */
export function sealer(keys: Pick<KeyStore, 'secret'>, name: string): Sealer {
  const wrapping = keys.secret(name);
  return {
    seal(plain, context) {
      const key = randomBytes(KEY_BYTES);
      const wrapped = encrypt(wrapping, key, context);
      return Buffer.concat([Buffer.of(VERSION), wrapped, encrypt(key, plain, context)]);
    },
    open(sealed, context) {
      if (sealed[0] !== VERSION) throw new TypeError('sealed in a form that is not known');
      const key = decrypt(wrapping, sealed.subarray(1, 1 + WRAPPED_BYTES), context);
      return decrypt(key, sealed.subarray(1 + WRAPPED_BYTES), context);
    },
  };
}

function encrypt(key: Uint8Array, plain: Uint8Array, context: string): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, iv).setAAD(Buffer.from(context));
  return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

function decrypt(key: Uint8Array, sealed: Uint8Array, context: string): Buffer {
  const end = sealed.length - TAG_BYTES;
  const decipher = createDecipheriv(ALGORITHM, key, sealed.subarray(0, IV_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(Buffer.from(context)).setAuthTag(sealed.subarray(end));
  return Buffer.concat([decipher.update(sealed.subarray(IV_BYTES, end)), decipher.final()]);
}
