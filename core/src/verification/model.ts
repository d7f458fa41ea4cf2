/** 16 random bytes in base64url; nobody guesses it. */
export type RequestId = string & { readonly __requestId: true };
/** How wallets and pages know a request; whoever knows one of these cannot read the answer. */
export type WalletKey = string & { readonly __walletKey: true };
export type PageKey = string & { readonly __pageKey: true };
export const UNGUESSABLE = /^[A-Za-z0-9_-]{22}$/;

/** Who asks for a presentation. */
export const ASKERS = ['partner', 'counter', 'control'] as const;
/** `counter`: somebody at the verifier page; `control`: a test suite at the doors of a demonstration. */
export type AskerKind = (typeof ASKERS)[number];

export const REQUEST_STATES = ['created', 'fetched', 'verified', 'refused', 'declined', 'expired'] as const;
/**
 * `created`: nobody has opened it; `fetched`: a wallet has; `verified`: everything held; `refused`: an answer came
 * that did not hold; `declined`: the wallet answered with an error, as when the resident said no.
 */
export type RequestState = (typeof REQUEST_STATES)[number];

/** Whether the wallet is on the device that shows the request (OpenID4VP 1.0 sections 3.1 and 3.2). */
export const FLOWS = ['cross-device', 'same-device'] as const;
export type Flow = (typeof FLOWS)[number];

/** One credential that was presented, as the asker reads it for a short time. */
export interface PresentedCredential {
  readonly format: 'dc+sd-jwt' | 'mso_mdoc';
  readonly type: string;
  /** Who issued it, by the certificate. */
  readonly issuer: string;
  readonly claims: Readonly<Record<string, unknown>>;
}

/** What came of a request that somebody answered: credentials by the id of the Credential Query. */
export type PresentedCredentials = Readonly<Record<string, readonly PresentedCredential[]>>;
