import { type Bytes, toBase64url, utf8 } from '@jatidiri/core/kit/bytes.ts';
import { type Result, refuse } from '@jatidiri/core/kit/result.ts';
import { newUuid } from '../../shared/newUuid.ts';
import { askPasskeySecret, type PasskeySecret, type PasskeySecretCode } from '../../shared/passkeySecret.ts';

export const SECRET_PURPOSE = 'jatidiri wallet lock';

/**
 * Makes a passkey in this handset, behind its screen lock, and asks it for the secret that it derives from `salt`. It
 * names nobody: no server knows it, and the handset's list of passkeys shows no more than this service.
 */
export async function makePasskey(salt: Bytes): Promise<Result<PasskeySecret, { code: PasskeySecretCode }>> {
  try {
    const made = (await navigator.credentials.create({
      publicKey: {
        challenge: crypto.getRandomValues(new Uint8Array(32)),
        rp: { name: 'KTP Digital' },
        user: { id: utf8(newUuid()), name: 'KTP Digital', displayName: 'KTP Digital' },
        pubKeyCredParams: [
          { type: 'public-key', alg: -7 },
          { type: 'public-key', alg: -257 },
        ],
        authenticatorSelection: {
          authenticatorAttachment: 'platform',
          residentKey: 'preferred',
          userVerification: 'required',
        },
        extensions: { prf: {} },
      },
    })) as PublicKeyCredential;
    const credential = toBase64url(new Uint8Array(made.rawId));
    return await askPasskeySecret(salt, { credential, purpose: SECRET_PURPOSE });
  } catch {
    return refuse({ code: 'passkey/cancelled' });
  }
}
