import { type Bytes, utf8 } from '@jatidiri/core/kit/bytes.ts';
import * as v from 'valibot';

/**
 * How the PIN protects what lies on the handset:
 *
 *   PIN ─PBKDF2(salt)→ 256 bits ─HMAC(handsetSecret)→ key encryption key ─unwraps→ content key ─AES-GCM→ credential
 *
 * The PIN is stored nowhere. A PIN is right when the content key unwraps (AES-GCM authenticates, so a wrong one
 * fails). `handsetSecret` cannot be exported: whoever copies what a script can read has nothing to guess on. Six
 * digits do not withstand somebody who also opens the browser's files and guesses offline; PBKDF2 only makes that dear.
 * A change of PIN wraps the same content key anew, so the credential need not be sealed again.
 */
export interface PinLock {
  readonly salt: Bytes;
  readonly iterations: number;
  readonly handsetSecret: CryptoKey;
  readonly iv: Bytes;
  readonly wrappedKey: Bytes;
}

/** OWASP's figure for PBKDF2-HMAC-SHA-256 (2023). Kept in each lock, so that it may grow. */
const ITERATIONS = 600_000;
const AES = { name: 'AES-GCM', length: 256 } as const;
const HMAC: HmacKeyGenParams = { name: 'HMAC', hash: 'SHA-256' };

export function newContentKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey(AES, true, ['encrypt', 'decrypt']);
}

/** @param contentKey extractable: wrapping is an export */
export async function makeLock(pin: string, contentKey: CryptoKey): Promise<PinLock> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const handsetSecret = await crypto.subtle.generateKey(HMAC, false, ['sign']);
  const key = await keyEncryptionKey(pin, { salt, iterations: ITERATIONS, handsetSecret });
  const wrapped = await crypto.subtle.wrapKey('raw', contentKey, key, { name: AES.name, iv });
  return { salt, iterations: ITERATIONS, handsetSecret, iv, wrappedKey: new Uint8Array(wrapped) };
}

/** The content key; undefined when the PIN is wrong. Extractable only to be wrapped with another PIN. */
export async function openLock(
  lock: PinLock,
  pin: string,
  { extractable }: { extractable: boolean },
): Promise<CryptoKey | undefined> {
  const key = await keyEncryptionKey(pin, lock);
  const wrapping = { name: AES.name, iv: lock.iv };
  const usages: KeyUsage[] = ['encrypt', 'decrypt'];
  try {
    return await crypto.subtle.unwrapKey('raw', lock.wrappedKey, key, wrapping, AES, extractable, usages);
  } catch {
    return undefined;
  }
}

async function keyEncryptionKey(
  pin: string,
  { salt, iterations, handsetSecret }: Pick<PinLock, 'salt' | 'iterations' | 'handsetSecret'>,
): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey('raw', utf8(pin), 'PBKDF2', false, ['deriveBits']);
  const pbkdf2 = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations };
  const stretched = await crypto.subtle.deriveBits(pbkdf2, material, 256);
  const bound = await crypto.subtle.sign(HMAC.name, handsetSecret, stretched);
  return crypto.subtle.importKey('raw', bound, AES, false, ['wrapKey', 'unwrapKey']);
}

const bytes = () => v.custom<Bytes>((value) => value instanceof Uint8Array);

export const pinLockRecord = () =>
  v.object({
    salt: bytes(),
    iterations: v.number(),
    handsetSecret: v.instance(CryptoKey),
    iv: bytes(),
    wrappedKey: bytes(),
  });
