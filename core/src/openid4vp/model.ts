import type { Certified } from '../chain/certified.ts';
import type { DcqlQuery } from '../dcql/model.ts';
import type { ContentEncryption, JweRecipient } from '../jose/jwe.ts';

/** How the wallet sends its answer (OpenID4VP 1.0 sections 8.2, 8.3.1 and A.2); `.jwt` means encrypted. */
export const RESPONSE_MODES = ['direct_post', 'direct_post.jwt', 'dc_api', 'dc_api.jwt'] as const;
export type ResponseMode = (typeof RESPONSE_MODES)[number];

export const isEncryptedMode = (mode: ResponseMode): boolean => mode.endsWith('.jwt');
export const isBrowserMode = (mode: ResponseMode): boolean => mode.startsWith('dc_api');

/** `typ` of a signed Request Object (section 5, RFC 9101). */
export const REQUEST_TYPE = 'oauth-authz-req+jwt';
/** `aud` of a request to whatever wallet there is (section 5.8). */
export const ANY_WALLET = 'https://self-issued.me/v2';
/** Nonces and states consist of these characters alone (section 5.2). */
export const URL_SAFE = /^[A-Za-z0-9\-._~]+$/;

/** Where and how the answer is encrypted (section 8.3). */
export interface ResponseEncryption {
  readonly recipient: JweRecipient;
  readonly enc: ContentEncryption;
}

/** One object of `transaction_data`, with the text that is hashed (sections 5.1 and B.3.3.1). */
export interface TransactionData {
  readonly encoded: string;
  readonly credentialIds: readonly string[];
  /** What the resident agrees to, in words. */
  readonly statement: string;
  /** The verifier's own number for it. */
  readonly reference?: string;
  /** Whether the verifier named hash algorithms; then the answer names the one that was used. */
  readonly namesAlgorithm: boolean;
}

/** A Request Object that passed every check of a wallet. */
export interface VerifiedRequest {
  /** With its prefix, as it stands everywhere (section 14.8). */
  readonly clientId: string;
  /** Who asks, by the access certificate. */
  readonly verifier: Certified;
  /** What the key binding names as `aud`: the client identifier, or the page's origin. */
  readonly audience: string;
  readonly nonce: string;
  readonly state?: string;
  readonly responseMode: ResponseMode;
  /** Absent in the modes of the Digital Credentials API. */
  readonly responseUri?: string;
  readonly query: DcqlQuery;
  readonly transactionData: readonly TransactionData[];
  /** Present when the answer must be encrypted. */
  readonly encryption?: ResponseEncryption;
  /** Why the verifier says that it asks. */
  readonly purpose?: string;
}
