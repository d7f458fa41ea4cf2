import type { JsonObject } from '../jose/encodedJson.ts';
import { signJws } from '../jose/jws.ts';
import { toNumericDate } from '../jose/numericDate.ts';
import { toBase64url } from '../kit/bytes.ts';
import type { PublicJwk, SignEs256 } from '../kit/suite.ts';
import { clientMetadata } from './clientMetadata.ts';
import { ANY_WALLET, REQUEST_TYPE, type ResponseMode } from './model.ts';
import { purposeInfo } from './purpose.ts';

/** The prefixes of client identifiers that sign with a certificate (OpenID4VP 1.0 section 5.9.3). */
export const CLIENT_ID_PREFIXES = ['x509_hash', 'x509_san_dns'] as const;
export type ClientIdPrefix = (typeof CLIENT_ID_PREFIXES)[number];

/** `x509_hash:` and the hash of the access certificate. */
export const hashClientId = (certificateSha256: Uint8Array): string =>
  `x509_hash:${toBase64url(certificateSha256)}`;
/** `x509_san_dns:` and a host that the access certificate names. */
export const dnsClientId = (host: string): string => `x509_san_dns:${host}`;

/** What a verifier asks, once. */
export interface RequestTerms {
  readonly clientId: string;
  readonly responseMode: ResponseMode;
  /** Where the wallet posts its answer; not for the Digital Credentials API. */
  readonly responseUri?: string;
  /** The pages that may ask through the Digital Credentials API. */
  readonly expectedOrigins?: readonly string[];
  /** At least 128 random bits each, fresh for this request (sections 5.2 and 5.3). */
  readonly nonce: string;
  readonly state?: string;
  readonly walletNonce?: string;
  /** The DCQL query as JSON. */
  readonly dcqlQuery: JsonObject;
  /** Encoded objects, see `encodeStatement`. */
  readonly transactionData?: readonly string[];
  readonly encryptTo?: { readonly jwk: PublicJwk; readonly kid: string };
  readonly purpose?: string;
  readonly issuedAt: Date;
  readonly expiresAt: Date;
}

/**
 * Signs a Request Object (OpenID4VP 1.0 section 5, RFC 9101).
 * @param x5c the access certificate's chain without the root, leaf first, as base64 DER
 */
export function createRequestObject(
  { sign, x5c }: { readonly sign: SignEs256; readonly x5c: readonly string[] },
  terms: RequestTerms,
): Promise<string> {
  const { responseUri, expectedOrigins, state, walletNonce, transactionData, purpose } = terms;
  return signJws(
    sign,
    { typ: REQUEST_TYPE, x5c },
    {
      aud: ANY_WALLET,
      iat: toNumericDate(terms.issuedAt),
      exp: toNumericDate(terms.expiresAt),
      response_type: 'vp_token',
      response_mode: terms.responseMode,
      client_id: terms.clientId,
      ...(responseUri !== undefined && { response_uri: responseUri }),
      ...(expectedOrigins && { expected_origins: expectedOrigins }),
      nonce: terms.nonce,
      ...(state !== undefined && { state }),
      ...(walletNonce !== undefined && { wallet_nonce: walletNonce }),
      dcql_query: terms.dcqlQuery,
      ...(transactionData?.length && { transaction_data: transactionData }),
      client_metadata: clientMetadata(terms.encryptTo),
      ...(purpose !== undefined && { verifier_info: [purposeInfo(purpose)] }),
    },
  );
}
