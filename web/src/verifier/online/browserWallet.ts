import { readBrowserRequest, sendBrowserResponse } from './requests.ts';

/** The W3C Digital Credentials API, which not every browser has and TypeScript does not know yet. */
interface DigitalRequest {
  readonly digital: { readonly requests: readonly { readonly protocol: string; readonly data: object }[] };
  readonly mediation: 'required';
}
type DigitalCredential = Credential & { readonly data?: unknown };

export const hasBrowserWallet = (): boolean => 'DigitalCredential' in globalThis;

/** Lets the browser ask its wallets (OpenID4VP 1.0 appendix A). False: the person chose none, or it did not work. */
export async function askBrowserWallet(key: string): Promise<boolean> {
  const request = await readBrowserRequest(key);
  if (!request.ok) return false;
  const asking: DigitalRequest = { digital: { requests: [request.value] }, mediation: 'required' };
  try {
    const credential = await navigator.credentials.get(asking as CredentialRequestOptions);
    const { data } = (credential ?? {}) as DigitalCredential;
    return data !== undefined && (await sendBrowserResponse(key, data)).ok;
  } catch {
    return false;
  }
}
