import { fromBase64url, fromUtf8 } from '@jatidiri/core/kit/bytes.ts';
import { ok, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import {
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser';

/** Why the browser gave no passkey. `cancelled` is also what it says when the person has none here, or took too long. */
export type PasskeyCode = 'passkey/cancelled' | 'passkey/unsupported' | 'passkey/failed';

/** The browser's answer to a challenge, and whose passkey it is. */
export interface PasskeyAnswer {
  readonly response: Record<string, unknown>;
  /** The id that the passkey was made for. */
  readonly owner: string;
}

type Answered = Result<PasskeyAnswer, { code: PasskeyCode }>;

export async function createPasskey(options: Record<string, unknown>): Promise<Answered> {
  const given = options as unknown as PublicKeyCredentialCreationOptionsJSON;
  // A passkey that was made without asking for `prf` cannot lock a field kit later (WebAuthn Level 3, section 10.1.4).
  const optionsJSON = { ...given, extensions: { ...given.extensions, prf: {} } };
  return attempt(async () => {
    const response = await startRegistration({ optionsJSON });
    return { response: { ...response }, owner: ownerIn(optionsJSON.user.id) };
  });
}

export async function usePasskey(options: Record<string, unknown>): Promise<Answered> {
  const optionsJSON = options as unknown as PublicKeyCredentialRequestOptionsJSON;
  return attempt(async () => {
    const response = await startAuthentication({ optionsJSON });
    // A discoverable passkey always says whose it is (WebAuthn section 5.2.2).
    return { response: { ...response }, owner: ownerIn(response.response.userHandle ?? '') };
  });
}

const ownerIn = (userHandle: string): string => fromUtf8(fromBase64url(userHandle));

async function attempt(ceremony: () => Promise<PasskeyAnswer>): Promise<Answered> {
  if (!globalThis.PublicKeyCredential) return refuse({ code: 'passkey/unsupported' });
  try {
    return ok(await ceremony());
  } catch (error) {
    return refuse({ code: codeOf(error) });
  }
}

/** The names are those of WebAuthn sections 5.1.3 and 5.1.4; the library keeps them. */
function codeOf(error: unknown): PasskeyCode {
  switch (error instanceof Error ? error.name : '') {
    case 'NotAllowedError':
    case 'AbortError':
      return 'passkey/cancelled';
    case 'NotSupportedError':
    case 'ConstraintError':
      return 'passkey/unsupported';
    default:
      return 'passkey/failed';
  }
}
