import { type Bytes, fromBase64url, fromUtf8, toBase64url, utf8 } from '@jatidiri/core/kit/bytes.ts';
import { ok, type Result, refuse } from '@jatidiri/core/kit/result.ts';

/** `no-secret`: this passkey's authenticator does not know the PRF extension. */
export type PasskeySecretCode = 'passkey/cancelled' | 'passkey/no-secret';

export interface PasskeySecret {
  readonly credential: string;
  /** Whose passkey it is. */
  readonly owner: string;
  /** A key that this passkey alone gives, and always the same one for the same salt. */
  readonly key: CryptoKey;
}

interface PrfOutputs {
  readonly prf?: { readonly results?: { readonly first?: ArrayBuffer } };
}

/**
 * Asks a passkey for the secret that it derives from `salt` (WebAuthn Level 3, section 10.1.4, `prf`). No server takes
 * part: nobody checks the answer, the secret either opens the lock or does not. Works without a network.
 * @param credential the passkey to be asked, base64url; without it the person chooses
 * @param purpose what the key is for: another purpose is another key
 */
export async function askPasskeySecret(
  salt: Bytes,
  { credential, purpose }: { readonly credential?: string; readonly purpose: string },
): Promise<Result<PasskeySecret, { code: PasskeySecretCode }>> {
  try {
    const answer = (await navigator.credentials.get({
      publicKey: {
        challenge: crypto.getRandomValues(new Uint8Array(32)),
        userVerification: 'required',
        allowCredentials: credential ? [{ type: 'public-key', id: fromBase64url(credential) }] : [],
        extensions: { prf: { eval: { first: salt } } },
      },
    })) as PublicKeyCredential;
    const { prf } = answer.getClientExtensionResults() as PrfOutputs;
    if (!prf?.results?.first) return refuse({ code: 'passkey/no-secret' });
    return ok({
      credential: toBase64url(new Uint8Array(answer.rawId)),
      owner: ownerOf(answer.response as AuthenticatorAssertionResponse),
      key: await keyFrom(prf.results.first, purpose),
    });
  } catch {
    return refuse({ code: 'passkey/cancelled' });
  }
}

/** A passkey that was named need not say whose it is (WebAuthn section 6.3.3). */
const ownerOf = ({ userHandle }: AuthenticatorAssertionResponse): string =>
  userHandle ? fromUtf8(new Uint8Array(userHandle)) : '';

async function keyFrom(secret: ArrayBuffer, purpose: string): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']);
  const hkdf = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info: utf8(purpose) };
  return crypto.subtle.deriveKey(hkdf, material, { name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
}
