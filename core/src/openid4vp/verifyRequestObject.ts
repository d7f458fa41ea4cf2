import type { Certified, VerifyChain } from '../chain/certified.ts';
import { parseDcqlQuery } from '../dcql/wire.ts';
import type { JsonObject } from '../jose/encodedJson.ts';
import { parseJws, verifyJws } from '../jose/jws.ts';
import { isNumericDate, toNumericDate } from '../jose/numericDate.ts';
import { toBase64url } from '../kit/bytes.ts';
import { ok, type Refusal, type Result, refuse } from '../kit/result.ts';
import type { Suite } from '../kit/suite.ts';
import { readClientMetadata } from './clientMetadata.ts';
import { hostOf, isSafeEndpoint } from './endpoint.ts';
import {
  ANY_WALLET,
  isBrowserMode,
  isEncryptedMode,
  REQUEST_TYPE,
  RESPONSE_MODES,
  type ResponseMode,
  URL_SAFE,
  type VerifiedRequest,
} from './model.ts';
import { readPurpose } from './purpose.ts';
import type { RequestRefusalCode } from './refusals.ts';
import { readTransactionData } from './transactionData.ts';

export interface RequestTrust {
  readonly suite: Suite;
  /** Against the authorities that issue access certificates. */
  readonly verifyChain: VerifyChain;
  readonly now: Date;
}

/** How the Request Object came to the wallet. */
export type RequestArrival =
  | {
      readonly kind: 'link';
      /** The client identifier in the link. */
      readonly clientId: string;
      /** Where it was fetched, if it was. */
      readonly requestUri?: string;
      /** What the wallet sent along when it fetched. */
      readonly walletNonce?: string;
    }
  /** Through the Digital Credentials API, from a page of this origin as the browser says. */
  | { readonly kind: 'browser'; readonly origin: string };

type Outcome<T> = Result<T, Refusal<RequestRefusalCode>>;

const CLOCK_SKEW_SECONDS = 60;

/** Every check that a wallet owes a resident before it shows who asks for what (OpenID4VP 1.0 section 5). */
export async function verifyRequestObject(
  requestObject: string,
  arrival: RequestArrival,
  { suite, verifyChain, now }: RequestTrust,
): Promise<Outcome<VerifiedRequest>> {
  const jws = parseJws(requestObject);
  if (!jws) return refuse({ code: 'request/malformed' });
  if (jws.header.typ !== REQUEST_TYPE) return refuse({ code: 'request/type' });

  const verifier = await verifyChain(jws.header.x5c, now);
  if (!verifier.ok) return verifier;
  if (!(await verifyJws(suite, jws, verifier.value.publicJwk))) return refuse({ code: 'request/signature' });

  const claims = jws.payload;
  const refusal =
    refusalOfClient(claims, arrival, verifier.value) ??
    refusalOfTimes(claims, now) ??
    refusalOfAudience(claims, arrival) ??
    refusalOfBinding(claims, arrival);
  if (refusal) return refuse({ code: refusal });

  const response = readResponseTarget(claims, arrival, verifier.value);
  if (!response.ok) return response;
  const question = readQuestion(claims, response.value.responseMode);
  if (!question.ok) return question;

  const {
    client_id: clientId,
    nonce,
    state,
  } = claims as { client_id: string; nonce: string; state?: string };
  const purpose = readPurpose(claims.verifier_info);
  return ok({
    clientId,
    verifier: verifier.value,
    audience: arrival.kind === 'link' ? clientId : `origin:${arrival.origin}`,
    nonce,
    ...(state !== undefined && { state }),
    ...response.value,
    ...question.value,
    ...(purpose !== undefined && { purpose }),
  });
}

/** The client is who the certificate says (section 5.9.3), and who the link said (section 5.10.1). */
function refusalOfClient(
  { client_id: clientId }: JsonObject,
  arrival: RequestArrival,
  { certificateSha256, dnsNames }: Certified,
): RequestRefusalCode | undefined {
  if (typeof clientId !== 'string') return 'request/client-id-prefix';
  if (arrival.kind === 'link' && arrival.clientId !== clientId) return 'request/client-id-differs';
  const at = clientId.indexOf(':');
  const identifier = clientId.slice(at + 1);
  switch (clientId.slice(0, at)) {
    case 'x509_hash':
      return identifier === toBase64url(certificateSha256) ? undefined : 'request/client-id-certificate';
    case 'x509_san_dns':
      return dnsNames.includes(identifier) ? undefined : 'request/client-id-certificate';
    case 'redirect_uri':
      return 'request/unsigned';
    default:
      return 'request/client-id-prefix';
  }
}

function refusalOfTimes({ exp, iat, nbf }: JsonObject, now: Date): RequestRefusalCode | undefined {
  const seconds = toNumericDate(now);
  for (const value of [exp, iat, nbf]) {
    if (value !== undefined && !isNumericDate(value)) return 'request/malformed';
  }
  if (exp !== undefined && (exp as number) <= seconds) return 'request/expired';
  const start = Math.max((iat ?? 0) as number, (nbf ?? 0) as number);
  return start > seconds + CLOCK_SKEW_SECONDS ? 'request/from-the-future' : undefined;
}

/**
 * A missing `aud` is tolerated: it says nothing that the client identifier and the nonce do not bind. So is the
 * request's own address, which verifiers built on the OpenWallet Foundation's library put there.
 */
function refusalOfAudience(
  { aud = ANY_WALLET }: JsonObject,
  arrival: RequestArrival,
): RequestRefusalCode | undefined {
  const audiences: readonly unknown[] = Array.isArray(aud) ? aud : [aud];
  const own = arrival.kind === 'link' ? arrival.requestUri : undefined;
  return audiences.some((audience) => audience === ANY_WALLET || audience === own)
    ? undefined
    : 'request/audience';
}

/** What ties the answer to this request, and the request to this wallet's call (sections 5.2, 5.10 and A.2). */
function refusalOfBinding(claims: JsonObject, arrival: RequestArrival): RequestRefusalCode | undefined {
  const { response_type: responseType, nonce, state, expected_origins: origins } = claims;
  if (responseType !== 'vp_token') return 'request/response-type';
  if (!isUrlSafe(nonce)) return 'request/nonce';
  if (state !== undefined && !isUrlSafe(state)) return 'request/state';
  if (arrival.kind === 'browser')
    return Array.isArray(origins) && origins.includes(arrival.origin) ? undefined : 'request/origin';
  const isAnswered = arrival.walletNonce === undefined || claims.wallet_nonce === arrival.walletNonce;
  return isAnswered ? undefined : 'request/wallet-nonce';
}

const isUrlSafe = (value: unknown): boolean => typeof value === 'string' && URL_SAFE.test(value);

type ResponseTarget = Pick<VerifiedRequest, 'responseMode' | 'responseUri'>;

function readResponseTarget(
  claims: JsonObject,
  arrival: RequestArrival,
  verifier: Certified,
): Outcome<ResponseTarget> {
  const { response_mode: mode, response_uri: uri } = claims;
  if (!isResponseMode(mode) || isBrowserMode(mode) !== (arrival.kind === 'browser'))
    return refuse({ code: 'request/response-mode' });
  if (arrival.kind === 'browser') return ok({ responseMode: mode });
  if (claims.redirect_uri !== undefined) return refuse({ code: 'request/redirect-uri' });
  if (typeof uri !== 'string' || !isSafeEndpoint(uri) || !isHostOf(uri, claims, arrival, verifier))
    return refuse({ code: 'request/response-uri' });
  return ok({ responseMode: mode, responseUri: uri });
}

const isResponseMode = (value: unknown): value is ResponseMode =>
  RESPONSE_MODES.includes(value as ResponseMode);

/**
 * A client named by its host answers there (section 5.9.3). One named by its certificate's hash answers on a host
 * that the certificate names, or on the one that the request came from.
 */
function isHostOf(
  responseUri: string,
  { client_id: clientId }: JsonObject,
  { requestUri }: Extract<RequestArrival, { kind: 'link' }>,
  { dnsNames }: Certified,
): boolean {
  const host = hostOf(responseUri);
  if (host === undefined) return false;
  if (clientId === `x509_san_dns:${host}`) return true;
  const isNamedByHash = (clientId as string).startsWith('x509_hash:');
  return (
    isNamedByHash && (dnsNames.includes(host) || (requestUri !== undefined && hostOf(requestUri) === host))
  );
}

type Question = Pick<VerifiedRequest, 'query' | 'transactionData' | 'encryption'>;

function readQuestion(claims: JsonObject, mode: ResponseMode): Outcome<Question> {
  const query = claims.scope === undefined ? parseDcqlQuery(claims.dcql_query) : undefined;
  if (!query) return refuse({ code: 'request/query' });
  const encryption = readClientMetadata(claims.client_metadata, isEncryptedMode(mode));
  if (!encryption.ok) return encryption;
  const transactionData = readTransactionData(claims.transaction_data, query);
  if (!transactionData) return refuse({ code: 'request/transaction-data' });
  return ok({ query, transactionData, ...(encryption.value && { encryption: encryption.value }) });
}
