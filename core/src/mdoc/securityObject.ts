import { type CborMap, decodeTaggedCbor, isCborMap } from '../cose/cbor.ts';
import { fromCoseKey, toWholeCoseKey } from '../cose/coseKey.ts';
import { readStatusClaim, statusClaim } from '../cose/cwt.ts';
import { encodeEmbedded } from '../cose/encodeCbor.ts';
import { TAG, Tagged, untagged } from '../cose/tagged.ts';
import type { Bytes } from '../kit/bytes.ts';
import { parseIsoDate } from '../kit/date.ts';
import { ok, type Refusal, type Result, refuse } from '../kit/result.ts';
import type { PublicJwk } from '../kit/suite.ts';
import type { StatusReference } from '../statuslist/reference.ts';
import { isDigestId } from './issuerSignedItem.ts';
import type { IssuerSignedRefusalCode } from './refusals.ts';

/** Digests of elements by their `digestID`. */
export type Digests = ReadonlyMap<number, Uint8Array>;

/** What the issuer signs (ISO/IEC 18013-5:2021 section 9.1.2.4, MobileSecurityObject). */
export interface SecurityObject {
  readonly docType: string;
  readonly digests: ReadonlyMap<string, Digests>;
  readonly holderKey: PublicJwk;
  readonly signedAt: Date;
  readonly validFrom: Date;
  readonly validUntil: Date;
  /** Token Status List, section 6.3. */
  readonly status?: StatusReference;
}

const VERSION = '1.0';
const DIGEST_ALGORITHM = 'SHA-256';
const DIGEST_BYTES = 32;

/** MobileSecurityObjectBytes. */
export function encodeSecurityObject(object: SecurityObject): Bytes {
  return encodeEmbedded({
    version: VERSION,
    digestAlgorithm: DIGEST_ALGORITHM,
    valueDigests: object.digests,
    deviceKeyInfo: { deviceKey: toWholeCoseKey(object.holderKey) },
    docType: object.docType,
    validityInfo: {
      signed: toDateTime(object.signedAt),
      validFrom: toDateTime(object.validFrom),
      validUntil: toDateTime(object.validUntil),
    },
    ...(object.status && { status: statusClaim(object.status) }),
  });
}

/** Reads the payload of `issuerAuth`. Members that we do not know are passed over: all of them are signed. */
export function readSecurityObject(
  payload: Uint8Array,
): Result<SecurityObject, Refusal<IssuerSignedRefusalCode>> {
  const embedded = untagged(decodeTaggedCbor(payload), TAG.embedded);
  const object = embedded instanceof Uint8Array ? decodeTaggedCbor(embedded) : undefined;
  if (!isCborMap(object) || object.get('version') !== VERSION) return malformed('version');
  if (object.get('digestAlgorithm') !== DIGEST_ALGORITHM) return refuse({ code: 'mdoc/digest-algorithm' });

  const docType = object.get('docType');
  if (typeof docType !== 'string') return malformed('docType');
  const digests = readDigests(object.get('valueDigests'));
  if (!digests) return malformed('valueDigests');
  const validity = readValidity(object.get('validityInfo'));
  if (!validity) return malformed('validityInfo');
  const status = readStatusClaim(object.get('status'));
  if (object.has('status') && !status) return malformed('status');

  const keyInfo = object.get('deviceKeyInfo');
  const holderKey = isCborMap(keyInfo) ? fromCoseKey(keyInfo.get('deviceKey')) : undefined;
  if (!holderKey) return refuse({ code: 'mdoc/holder-key-missing' });
  return ok({ docType, digests, holderKey, ...validity, ...(status && { status }) });
}

const malformed = (field: string) => refuse({ code: 'mdoc/security-object-malformed' as const, field });

function readDigests(value: unknown): ReadonlyMap<string, Digests> | undefined {
  if (!isCborMap(value)) return undefined;
  const isWhole = [...value].every(
    ([nameSpace, digests]) => typeof nameSpace === 'string' && isDigests(digests),
  );
  return isWhole ? (value as ReadonlyMap<string, Digests>) : undefined;
}

const isDigests = (value: unknown): value is Digests =>
  value instanceof Map &&
  [...value].every(
    ([id, digest]) => isDigestId(id) && digest instanceof Uint8Array && digest.length === DIGEST_BYTES,
  );

function readValidity(
  info: unknown,
): Pick<SecurityObject, 'signedAt' | 'validFrom' | 'validUntil'> | undefined {
  if (!isCborMap(info)) return undefined;
  const [signedAt, validFrom, validUntil] = ['signed', 'validFrom', 'validUntil'].map((name) =>
    fromDateTime(info, name),
  );
  return signedAt && validFrom && validUntil ? { signedAt, validFrom, validUntil } : undefined;
}

/** `tdate`: in UTC, without fractions of a second (section 7.2.1). */
const toDateTime = (instant: Date): Tagged =>
  new Tagged(TAG.dateTime, `${instant.toISOString().slice(0, 'YYYY-MM-DDThh:mm:ss'.length)}Z`);

const DATE_TIME = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/;

function fromDateTime(map: CborMap, name: string): Date | undefined {
  const text = untagged(map.get(name), TAG.dateTime);
  const day = typeof text === 'string' ? DATE_TIME.exec(text)?.[1] : undefined;
  return day !== undefined && parseIsoDate(day) ? new Date(text as string) : undefined;
}
