import type { Bytes } from '@jatidiri/core/kit/bytes.ts';
import * as v from 'valibot';

/**
 * The way back in without the PIN: the same content key, wrapped with what a passkey of this handset derives from `salt`
 * (WebAuthn PRF). Whoever passes the handset's screen lock may then choose a new PIN; nothing was stored that a PIN
 * could be guessed from.
 */
export interface PasskeyLock {
  /** Which passkey, base64url. */
  readonly credential: string;
  readonly salt: Bytes;
  readonly iv: Bytes;
  readonly wrappedKey: Bytes;
}

const AES = 'AES-GCM';

/** @param contentKey extractable: wrapping is an export */
export async function makePasskeyLock(
  { credential, salt }: Pick<PasskeyLock, 'credential' | 'salt'>,
  secret: CryptoKey,
  contentKey: CryptoKey,
): Promise<PasskeyLock> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const raw = await crypto.subtle.exportKey('raw', contentKey);
  const wrapped = await crypto.subtle.encrypt({ name: AES, iv }, secret, raw);
  return { credential, salt, iv, wrappedKey: new Uint8Array(wrapped) };
}

/** The content key, extractable to be wrapped with a new PIN; undefined for another passkey's secret. */
export async function openPasskeyLock(
  { iv, wrappedKey }: PasskeyLock,
  secret: CryptoKey,
): Promise<CryptoKey | undefined> {
  try {
    const raw = await crypto.subtle.decrypt({ name: AES, iv }, secret, wrappedKey);
    return await crypto.subtle.importKey('raw', raw, AES, true, ['encrypt', 'decrypt']);
  } catch {
    return undefined;
  }
}

const bytes = () => v.custom<Bytes>((value) => value instanceof Uint8Array);

export const PasskeyLockRecord = v.object({
  credential: v.string(),
  salt: bytes(),
  iv: bytes(),
  wrappedKey: bytes(),
});
