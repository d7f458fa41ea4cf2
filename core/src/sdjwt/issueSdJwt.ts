import { isJsonObject, type JsonObject } from '../jose/encodedJson.ts';
import { signJws } from '../jose/jws.ts';
import { settled } from '../kit/settled.ts';
import type { SignEs256, Suite } from '../kit/suite.ts';
import { digestOf, encodePropertyDisclosure } from './disclosure.ts';
import { DIGESTS, isReserved } from './revealClaims.ts';

export interface IssuerTools {
  readonly sign: SignEs256;
  readonly suite: Pick<Suite, 'sha256'>;
  /** A new salt at each call: at least 128 random bits in base64url (RFC 9901 section 9.3). */
  readonly randomSalt: () => string;
}

/**
 * Issues an SD-JWT whose selectable claims are top-level properties, one Disclosure each. The digests are sorted, so
 * that their order tells nothing (RFC 9901 section 4.2.4.1).
 * @param open claims that every verifier sees
 * @param selectable claims that the holder may show or keep
 * @throws TypeError for claims that the format keeps for itself, or that are both open and selectable
 */
export async function issueSdJwt(
  { sign, suite, randomSalt }: IssuerTools,
  header: JsonObject & { typ: string },
  open: JsonObject,
  selectable: JsonObject,
): Promise<string> {
  refuseReservedNames(open);
  refuseReservedNames(selectable);
  if (Object.keys(selectable).some((name) => name in open))
    throw new TypeError('claim both open and selectable');

  const disclosures = Object.entries(selectable).map(([name, value]) =>
    encodePropertyDisclosure(randomSalt(), name, value),
  );
  const digests = await settled(disclosures.map((disclosure) => digestOf(suite, disclosure)));
  const payload = digests.length ? { ...open, [DIGESTS]: [...digests].sort(), _sd_alg: 'sha-256' } : open;
  return `${[await signJws(sign, header, payload), ...disclosures].join('~')}~`;
}

function refuseReservedNames(value: unknown): void {
  if (Array.isArray(value)) value.forEach(refuseReservedNames);
  if (!isJsonObject(value)) return;
  if (Object.keys(value).some((name) => isReserved(name) || name === '_sd_alg')) {
    throw new TypeError('claim name reserved by SD-JWT');
  }
  Object.values(value).forEach(refuseReservedNames);
}
