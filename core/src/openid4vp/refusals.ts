import type { ChainRefusalCode } from '../chain/certified.ts';

/** Why a wallet refuses a request. Sections are of OpenID4VP 1.0. */
export type RequestRefusalCode =
  /** Not a link or a JWS that we can read. */
  | 'request/malformed'
  /** Parameters without a signature, or a client identifier that cannot sign (section 5.9.3, `redirect_uri`). */
  | 'request/unsigned'
  /** `request_uri_method` is neither `get` nor `post` (section 8.5). */
  | 'request/uri-method'
  /** `typ` is not `oauth-authz-req+jwt` (section 5). */
  | 'request/type'
  | 'request/signature'
  /** A client identifier prefix other than `x509_hash` and `x509_san_dns`. */
  | 'request/client-id-prefix'
  /** The link and the Request Object name different clients (section 5.10.1). */
  | 'request/client-id-differs'
  /** The certificate is not the one that the client identifier names (section 5.9.3). */
  | 'request/client-id-certificate'
  | 'request/expired'
  | 'request/from-the-future'
  /** `aud` names another wallet (section 5.8). */
  | 'request/audience'
  | 'request/response-type'
  /** Another response mode, or one that does not belong to this way of asking. */
  | 'request/response-mode'
  /** `redirect_uri` beside `response_uri` (section 8.2). */
  | 'request/redirect-uri'
  /** Missing, not https, or on a host that does not belong to the verifier (sections 5.9.3 and 14.3.1). */
  | 'request/response-uri'
  | 'request/nonce'
  | 'request/state'
  /** The wallet sent a `wallet_nonce` and does not find it (section 5.10.1). */
  | 'request/wallet-nonce'
  /** No DCQL query, a malformed one, or `scope` beside or instead of it. */
  | 'request/query'
  | 'request/client-metadata'
  /** No format that a credential of ours has (section 8.5). */
  | 'request/formats'
  /** The answer must be encrypted, but no key or no algorithm of ours is offered (section 8.3). */
  | 'request/encryption'
  | 'request/transaction-data'
  /** The page that asks is not among `expected_origins` (section A.2). */
  | 'request/origin'
  | ChainRefusalCode;

/** Error codes of an Authorization Error Response (section 8.5). */
export const AUTHORIZATION_ERRORS = [
  'invalid_request',
  'invalid_client',
  'access_denied',
  'vp_formats_not_supported',
  'invalid_request_uri_method',
  'invalid_transaction_data',
  'wallet_unavailable',
] as const;
export type AuthorizationError = (typeof AUTHORIZATION_ERRORS)[number];

/** How a refusal is told to the verifier. */
export function authorizationErrorOf(code: RequestRefusalCode): AuthorizationError {
  switch (code) {
    case 'request/uri-method':
      return 'invalid_request_uri_method';
    case 'request/formats':
      return 'vp_formats_not_supported';
    case 'request/transaction-data':
      return 'invalid_transaction_data';
    default:
      return 'invalid_request';
  }
}
