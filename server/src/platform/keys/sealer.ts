import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { KeyStore } from './keyStore.ts';

/** The secrets to seal with, by name and number. */
export type SealingKeys = Pick<KeyStore, 'secret' | 'newest'>;

/** Seals what may lie in the database only so that whoever has the database alone cannot read it. */
export interface Sealer {
  /** `context` says whose it is and what: sealed bytes that are moved to another place do not open there. */
  seal(plain: Uint8Array, context: string): Buffer;
  /** @throws when the bytes were altered or moved, or another key sealed them */
  open(sealed: Uint8Array, context: string): Buffer;
  /** The same object under the newest key. @throws likewise */
  rewrap(sealed: Uint8Array, context: string): Buffer;
}

const ALGORITHM = 'aes-256-gcm';
const [KEY_BYTES, IV_BYTES, TAG_BYTES] = [32, 12, 16];
const WRAPPED_BYTES = IV_BYTES + KEY_BYTES + TAG_BYTES;
const MOST_GENERATIONS = 255;

/**
 * Envelope encryption: each object under a random key of its own, that key wrapped by the one which the key store keeps
 * under `name`. So the long-lived key encrypts nothing but keys, and taking another one re-wraps 32 bytes an object.
 * Form: the wrapping key's number (a byte), wrapped key, sealed object; each of the two as IV, ciphertext, tag (AES-256-GCM,
 * NIST SP 800-38D).
 */
export function sealer(keys: SealingKeys, name: string): Sealer {
  const known = new Map<number, Buffer>();
  function secret(generation: number): Buffer {
    const kept = known.get(generation);
    if (kept) return kept;
    if (generation < 1 || generation > keys.newest(name))
      throw new TypeError('sealed by a key that is not known');
    const read = keys.secret(name, generation);
    known.set(generation, read);
    return read;
  }
  function wrap(key: Uint8Array, context: string): Buffer {
    const generation = keys.newest(name);
    return Buffer.concat([generationOf(generation), encrypt(secret(generation), key, context)]);
  }
  const unwrap = (sealed: Uint8Array, context: string): Buffer =>
    decrypt(secret(sealed[0] ?? 0), sealed.subarray(1, 1 + WRAPPED_BYTES), context);

  return {
    seal(plain, context) {
      const key = randomBytes(KEY_BYTES);
      return Buffer.concat([wrap(key, context), encrypt(key, plain, context)]);
    },
    open: (sealed, context) => decrypt(unwrap(sealed, context), sealed.subarray(1 + WRAPPED_BYTES), context),
    rewrap: (sealed, context) =>
      Buffer.concat([wrap(unwrap(sealed, context), context), sealed.subarray(1 + WRAPPED_BYTES)]),
  };
}

/** The byte by which sealed objects name their wrapping key. */
export function generationOf(generation: number): Buffer {
  if (generation > MOST_GENERATIONS) throw new RangeError('this key was renewed too often');
  return Buffer.of(generation);
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
