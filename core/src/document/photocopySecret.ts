import { type Bytes, fromBase64url, toBase64url, utf8 } from '../kit/bytes.ts';

/**
 * A photocopy's QR carries one secret of 16 bytes in the fragment of an address (RFC 3986 section 3.5), which no browser
 * sends. Two things follow from it, and neither leads back to it or to the other: the reference, by which the server
 * finds the sealed content, and the key that opens it. So the database alone shows nothing, and nobody guesses a reference.
 */
export const PHOTOCOPY_SECRET_BYTES = 16;
export const PHOTOCOPY_PATH = '/fotokopi';

const REFERENCE_BYTES = 16;
const IV_BYTES = 12;
const SECRET = /^[A-Za-z0-9_-]{21}[AQgw]$/;

export interface PhotocopyKeys {
  /** Base64url. */
  readonly reference: string;
  readonly key: CryptoKey;
}

export function photocopyAddress(portalOrigin: string, secret: Uint8Array): string {
  return `${portalOrigin}${PHOTOCOPY_PATH}#${toBase64url(secret)}`;
}

/** The secret in an address's fragment; undefined for anything else. */
export function secretIn(fragment: string): Bytes | undefined {
  const text = fragment.replace(/^#/, '');
  return SECRET.test(text) ? fromBase64url(text) : undefined;
}

/** HKDF (RFC 5869) with SHA-256 over the secret, with a name for each of the two. */
export async function photocopyKeys(secret: Uint8Array, subtle: SubtleCrypto): Promise<PhotocopyKeys> {
  const base = await subtle.importKey('raw', secret as Bytes, 'HKDF', false, ['deriveBits', 'deriveKey']);
  const terms = (info: string) => ({
    name: 'HKDF',
    hash: 'SHA-256',
    salt: new Uint8Array(0),
    info: utf8(`jatidiri photocopy ${info}`),
  });
  const reference = await subtle.deriveBits(terms('reference'), base, 8 * REFERENCE_BYTES);
  const key = await subtle.deriveKey(terms('key'), base, { name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  return { reference: toBase64url(new Uint8Array(reference)), key };
}

/** The key seals one content and no other, so the nonce may be fixed (NIST SP 800-38D section 8). */
const NONCE = new Uint8Array(IV_BYTES);

export async function sealPhotocopy(signed: string, key: CryptoKey, subtle: SubtleCrypto): Promise<Bytes> {
  return new Uint8Array(await subtle.encrypt({ name: 'AES-GCM', iv: NONCE }, key, utf8(signed)));
}

/** The content as it was sealed; undefined when the bytes or the secret are not those. */
export async function openPhotocopy(
  sealed: Bytes,
  key: CryptoKey,
  subtle: SubtleCrypto,
): Promise<string | undefined> {
  try {
    const opened = await subtle.decrypt({ name: 'AES-GCM', iv: NONCE }, key, sealed);
    return new TextDecoder().decode(opened);
  } catch {
    return undefined;
  }
}
