import type { JsonObject } from '@jatidiri/core/jose/encodedJson.ts';
import type { Personal } from '@jatidiri/core/kit/personal.ts';
import type { ResponseMode } from '@jatidiri/core/openid4vp/model.ts';
import type { PartnerId } from '@jatidiri/core/partner/model.ts';
import type {
  Flow,
  PageKey,
  PresentedCredentials,
  RequestId,
  RequestState,
  WalletKey,
} from '@jatidiri/core/verification/model.ts';

/** Who asks: a partner's client, somebody at the verifier page, or a test suite. */
export type Asker =
  | { readonly kind: 'partner'; readonly partner: PartnerId; readonly client: string }
  | { readonly kind: 'counter' }
  | { readonly kind: 'control' };

/** A private P-256 key as a JWK, for one encrypted answer. */
export interface EncryptionKey {
  readonly kty: 'EC';
  readonly crv: 'P-256';
  readonly x: string;
  readonly y: string;
  readonly d: string;
}

/** Everything that one request for a presentation is about; nonce, state and key are its own. */
export interface PresentationRequest {
  readonly id: RequestId;
  readonly walletKey: WalletKey;
  readonly pageKey: PageKey;
  readonly asker: Asker;
  /** The name in the access certificate, as the wallet shows it. */
  readonly institution: string;
  readonly purpose: string;
  readonly attributes: readonly string[];
  readonly flow: Flow;
  readonly returnTo: string | null;
  readonly clientId: string;
  readonly responseMode: Extract<ResponseMode, `direct_post${string}`>;
  /** Of the page that may ask through the Digital Credentials API. */
  readonly origin: string | null;
  readonly dcql: JsonObject;
  readonly transactionData: readonly string[];
  readonly nonce: string;
  readonly walletState: string;
  /** Null once it was answered. */
  readonly encryptionKey: EncryptionKey | null;
  readonly state: RequestState;
  readonly error: string | null;
  /** What the wallet's redirect carries, for the same-device flow. */
  readonly responseCode: string | null;
  readonly result: Personal<PresentedCredentials> | null;
  readonly askedAt: Date;
  readonly expiresAt: Date;
  readonly answeredAt: Date | null;
}

export const isOpen = ({ state, expiresAt }: PresentationRequest, now: Date): boolean =>
  (state === 'created' || state === 'fetched') && now < expiresAt;

/**
 * What the ledger keeps: who asked, for what, for which data; never a value. A partner needs its token to read by the
 * id; whoever asked without one reads by the id alone, so that is nowhere but with them.
 */
export const factsOf = (request: PresentationRequest) => ({
  request: request.asker.kind === 'partner' ? request.id : request.pageKey,
  institution: request.institution,
  partner: request.asker.kind === 'partner' ? request.asker.partner : null,
  purpose: request.purpose,
  elements: [...request.attributes],
});
