import type { SignIn } from '@jatidiri/core/holder/authorize.ts';

/** Nobody listens here: the wallet reads the answer from the redirect itself (RFC 8252 section 7.3). */
const REDIRECT_URI = 'http://127.0.0.1/wallet';

/** Plays the resident at the demonstration's sign-in page. */
export function demonstrationSignIn(nik: string): SignIn {
  return { redirectUri: REDIRECT_URI, visit: (address) => signIn(address, nik) };
}

async function signIn(_address: string, _nik: string): Promise<string | undefined> {
  return undefined;
}
