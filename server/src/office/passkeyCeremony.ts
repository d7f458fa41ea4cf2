import type { Officer } from '@jatidiri/core/office/model.ts';
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type { Passkey } from './passkeyStore.ts';

/** WebAuthn level 3 as the desk uses it: discoverable passkeys (nobody types a name), the person always verified. */
export interface RelyingParty {
  /** The origin of the desk's pages; its host is the relying party's id. */
  readonly desk: string;
}

const NAME = 'Jatidiri – Meja Petugas';
const ES256 = -7;
const RS256 = -257;
const ALGORITHMS = [ES256, RS256];

const idOf = ({ desk }: RelyingParty) => new URL(desk).hostname;

export function registrationOptions(party: RelyingParty, officer: Officer) {
  return generateRegistrationOptions({
    rpName: NAME,
    rpID: idOf(party),
    userID: new TextEncoder().encode(officer.id),
    userName: `${officer.name} – ${officer.office.name}`,
    userDisplayName: officer.name,
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
): Promise<Omit<Passkey, 'officer'> | undefined> {
  const verified = await soundly(() =>
    verifyRegistrationResponse({
      response: response as unknown as RegistrationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: party.desk,
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
  passkey: Passkey,
): Promise<number | undefined> {
  const verified = await soundly(() =>
    verifyAuthenticationResponse({
      response: response as unknown as AuthenticationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: party.desk,
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
