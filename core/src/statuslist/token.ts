import type { Certified, VerifyChain } from '../chain/certified.ts';
import { isJsonObject, type JsonObject } from '../jose/encodedJson.ts';
import { parseJws, signJws, verifyJws } from '../jose/jws.ts';
import { fromNumericDate, isNumericDate, toNumericDate } from '../jose/numericDate.ts';
import { fromBase64url, toBase64url } from '../kit/bytes.ts';
import { ok, type Refusal, type Result, refuse } from '../kit/result.ts';
import type { SignEs256, Suite } from '../kit/suite.ts';
import { STATUS_SIZES, type StatusArray, type StatusSize } from './statusList.ts';
import type { Deflate, Inflate } from './zlib.ts';

const TYPE = 'statuslist+jwt';
const DEFAULT_MAX_BYTES = 16 * 1024 * 1024;
/** Twice base64 around a list of that size that cannot be compressed. */
const MAX_TOKEN_CHARACTERS = 2 * DEFAULT_MAX_BYTES;

/** What a Status List Token says besides its entries (Token Status List, section 5.1). */
export interface StatusListTerms {
  /** Where the list is published; must equal the `uri` in the tokens that refer to it. */
  readonly uri: string;
  readonly issuedAt: Date;
  /** After this the list proves nothing. */
  readonly expiresAt?: Date;
  /** How long a fetched copy should be used before the next is fetched. */
  readonly ttlSeconds?: number;
}

/** A verified and decoded list. */
export interface StatusList extends StatusListTerms, StatusArray {
  readonly issuer: Certified;
}

/** @param x5c the chain of the signing certificate, leaf first, as base64 DER */
export async function createStatusListToken(
  { sign, deflate, x5c }: { sign: SignEs256; deflate: Deflate; x5c: readonly string[] },
  { uri, issuedAt, expiresAt, ttlSeconds }: StatusListTerms,
  { bits, bytes }: StatusArray,
): Promise<string> {
  const payload: JsonObject = {
    sub: uri,
    iat: toNumericDate(issuedAt),
    ...(expiresAt && { exp: toNumericDate(expiresAt) }),
    ...(ttlSeconds && { ttl: ttlSeconds }),
    status_list: { bits, lst: toBase64url(await deflate(bytes)) },
  };
  return signJws(sign, { typ: TYPE, x5c }, payload);
}

export type StatusListRefusalCode =
  | 'statuslist/malformed'
  | 'statuslist/untrusted'
  | 'statuslist/signature'
  /** The token is the list of another address. */
  | 'statuslist/other-uri'
  | 'statuslist/from-the-future'
  | 'statuslist/expired';

export interface StatusListTrust {
  readonly suite: Suite;
  readonly verifyChain: VerifyChain;
  readonly inflate: Inflate;
  readonly now: Date;
  readonly clockSkewSeconds?: number;
  /** Upper bound of the decoded list; 16 MiB unless told otherwise. */
  readonly maxBytes?: number;
}

/** Verifies a token that was fetched from `uri` and decodes its list (Token Status List, section 8.3). */
export async function verifyStatusListToken(
  token: string,
  uri: string,
  trust: StatusListTrust,
): Promise<Result<StatusList, Refusal<StatusListRefusalCode>>> {
  const { suite, verifyChain, inflate, now, clockSkewSeconds = 60, maxBytes = DEFAULT_MAX_BYTES } = trust;
  const jws = token.length <= MAX_TOKEN_CHARACTERS ? parseJws(token) : undefined;
  if (jws?.header.typ !== TYPE) return refuse({ code: 'statuslist/malformed' });

  const issuer = await verifyChain(jws.header.x5c, now);
  if (!issuer.ok) return refuse({ code: 'statuslist/untrusted' });
  if (!(await verifyJws(suite, jws, issuer.value.publicJwk))) return refuse({ code: 'statuslist/signature' });

  const { sub, iat, exp, ttl } = jws.payload;
  if (sub !== uri) return refuse({ code: 'statuslist/other-uri' });
  if (!isNumericDate(iat) || !isNumericDate(exp ?? 0) || !isPositive(ttl ?? 1)) {
    return refuse({ code: 'statuslist/malformed' });
  }
  const seconds = toNumericDate(now);
  if (iat > seconds + clockSkewSeconds) return refuse({ code: 'statuslist/from-the-future' });
  if (exp !== undefined && (exp as number) <= seconds) return refuse({ code: 'statuslist/expired' });

  const array = await decodeStatusArray(jws.payload.status_list, inflate, maxBytes);
  if (!array) return refuse({ code: 'statuslist/malformed' });
  return ok({
    ...array,
    uri,
    issuer: issuer.value,
    issuedAt: fromNumericDate(iat),
    ...(exp !== undefined && { expiresAt: fromNumericDate(exp as number) }),
    ...(ttl !== undefined && { ttlSeconds: ttl as number }),
  });
}

/** Decodes the member `status_list` (Token Status List, section 4.2); undefined for anything else. */
export async function decodeStatusArray(
  encoded: unknown,
  inflate: Inflate,
  maxBytes: number,
): Promise<StatusArray | undefined> {
  if (!isJsonObject(encoded) || typeof encoded.lst !== 'string') return undefined;
  const { bits, lst } = encoded;
  if (!STATUS_SIZES.includes(bits as StatusSize)) return undefined;
  try {
    return { bits: bits as StatusSize, bytes: await inflate(fromBase64url(lst), maxBytes) };
  } catch {
    return undefined;
  }
}

const isPositive = (value: unknown): boolean => isNumericDate(value) && value > 0;
