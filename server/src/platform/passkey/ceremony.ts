import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';

/** WebAuthn level 3 as our pages use it: discoverable passkeys (nobody types a name), the person always verified. */
export interface RelyingParty {
  readonly name: string;
  /** The origin of the pages; its host is the relying party's id. */
  readonly origin: string;
}

/** Whose passkey it is to be, as the browser lists it. */
export interface PasskeyOwner {
  readonly id: string;
  readonly name: string;
  readonly displayName: string;
}

export interface PasskeyKey {
  readonly credential: string;
  readonly publicKey: Uint8Array;
  readonly counter: number;
  readonly transports: readonly string[];
}

const ES256 = -7;
const RS256 = -257;
const ALGORITHMS = [ES256, RS256];

const idOf = ({ origin }: RelyingParty) => new URL(origin).hostname;

export function registrationOptions(party: RelyingParty, owner: PasskeyOwner) {
  return generateRegistrationOptions({
    rpName: party.name,
    rpID: idOf(party),
    userID: new TextEncoder().encode(owner.id),
    userName: owner.name,
    userDisplayName: owner.displayName,
    attestationType: 'none',
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    supportedAlgorithmIDs: ALGORITHMS,
  });
}

export function signInOptions(party: RelyingParty) {
  return generateAuthenticationOptions({ rpID: idOf(party), userVerification: 'required' });
}

/** The passkey that the browser made for this challenge; undefined for everything that is none. */
export async function verifyRegistration(
  party: RelyingParty,
  challenge: string,
  response: Record<string, unknown>,
): Promise<PasskeyKey | undefined> {
  const verified = await soundly(() =>
    verifyRegistrationResponse({
      response: response as unknown as RegistrationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: idOf(party),
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMS,
    }),
  );
  if (!verified?.verified) return undefined;
  const { id, publicKey, counter, transports } = verified.registrationInfo.credential;
  return { credential: id, publicKey, counter, transports: transports ?? [] };
}

/** The authenticator's new counter when it signed this challenge with this passkey; undefined otherwise. */
export async function verifySignIn(
  party: RelyingParty,
  challenge: string,
  response: Record<string, unknown>,
  passkey: PasskeyKey,
): Promise<number | undefined> {
  const verified = await soundly(() =>
    verifyAuthenticationResponse({
      response: response as unknown as AuthenticationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: idOf(party),
      requireUserVerification: true,
      credential: {
        id: passkey.credential,
        publicKey: new Uint8Array(passkey.publicKey),
        counter: passkey.counter,
      },
    }),
  );
  return verified?.verified ? verified.authenticationInfo.newCounter : undefined;
}

/** The library throws for a response that does not fit or is malformed: to us both are a refused passkey. */
async function soundly<T>(verify: () => Promise<T>): Promise<T | undefined> {
  try {
    return await verify();
  } catch {
    return undefined;
  }
}
