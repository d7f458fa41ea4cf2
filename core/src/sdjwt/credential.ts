import type { Certified } from '../chain/certified.ts';
import { isJsonObject, type JsonObject } from '../jose/encodedJson.ts';
import type { ParsedJws } from '../jose/jws.ts';
import { fromNumericDate, isNumericDate, toNumericDate } from '../jose/numericDate.ts';
import { parsePublicJwk } from '../jose/publicJwk.ts';
import { Personal } from '../kit/personal.ts';
import { ok, type Refusal, type Result, refuse } from '../kit/result.ts';
import type { PublicJwk } from '../kit/suite.ts';
import { parseUrl } from '../kit/url.ts';
import { parseStatusReference, type StatusReference } from '../statuslist/reference.ts';
import type { CredentialRefusalCode } from './refusals.ts';

export const CREDENTIAL_TYPE = 'dc+sd-jwt';

/** Claims that steer verification and must be visible to everyone (SD-JWT VC, section 2.2.2.2). */
const NEVER_DISCLOSED = ['iss', 'nbf', 'exp', 'cnf', 'vct', 'vct#integrity', 'status'] as const;

/** A verified SD-JWT VC. */
export interface Credential {
  readonly vct: string;
  readonly issuer?: string;
  readonly expiresAt?: Date;
  /** The key that the holder must prove (`cnf.jwk`, RFC 7800 section 3.2). */
  readonly holderKey?: PublicJwk;
  readonly status?: StatusReference;
  /** Every claim that the issuer signed and the holder showed, the registered ones included. */
  readonly claims: Personal<JsonObject>;
}

/** What the verifier accepts. */
export interface ExpectedCredential {
  /** Any type when absent. */
  readonly vct?: readonly string[] | undefined;
  readonly now: Date;
  readonly clockSkewSeconds: number;
}

/**
 * Reads the processed claims of a well-signed SD-JWT as a credential (SD-JWT VC, sections 2.2 and 2.4).
 * @param certified who signed: by the specification it is the issuer (section 2.5, x5c). Where its certificate names
 * addresses or hosts, we hold `iss` to them as well.
 */
export function readCredential(
  jwt: Pick<ParsedJws, 'header' | 'payload'>,
  claims: JsonObject,
  certified: Pick<Certified, 'uris' | 'dnsNames'>,
  expected: ExpectedCredential,
): Result<Credential, Refusal<CredentialRefusalCode>> {
  if (jwt.header.typ !== CREDENTIAL_TYPE) return refuse({ code: 'sdjwt/type' });
  const hidden = NEVER_DISCLOSED.find(
    (name) => Object.hasOwn(claims, name) && !Object.hasOwn(jwt.payload, name),
  );
  if (hidden) return refuse({ code: 'sdjwt/claim-not-disclosable', field: hidden });

  const { vct, iss, exp, nbf, iat, cnf, status } = claims;
  if (typeof vct !== 'string') return malformed('vct');
  if (expected.vct && !expected.vct.includes(vct)) return refuse({ code: 'sdjwt/credential-type' });
  if (iss !== undefined && typeof iss !== 'string') return malformed('iss');
  if (iss !== undefined && !isNamedBy(certified, iss)) return refuse({ code: 'sdjwt/issuer-mismatch' });

  const seconds = toNumericDate(expected.now);
  for (const [field, value] of Object.entries({ exp, nbf, iat })) {
    if (value !== undefined && !isNumericDate(value)) return malformed(field);
  }
  if (((nbf ?? 0) as number) > seconds + expected.clockSkewSeconds)
    return refuse({ code: 'sdjwt/not-yet-valid' });
  if (((exp ?? Infinity) as number) <= seconds - expected.clockSkewSeconds)
    return refuse({ code: 'sdjwt/expired' });

  const holderKey = isJsonObject(cnf) ? parsePublicJwk(cnf.jwk) : undefined;
  if (cnf !== undefined && !holderKey) return malformed('cnf');
  const reference = isJsonObject(status) ? parseStatusReference(status.status_list) : undefined;
  if (status !== undefined && !reference) return malformed('status');

  return ok({
    vct,
    claims: new Personal(claims),
    ...(iss !== undefined && { issuer: iss }),
    ...(exp !== undefined && { expiresAt: fromNumericDate(exp as number) }),
    ...(holderKey && { holderKey }),
    ...(reference && { status: reference }),
  });
}

function isNamedBy({ uris, dnsNames }: Pick<Certified, 'uris' | 'dnsNames'>, iss: string): boolean {
  if (uris.length === 0 && dnsNames.length === 0) return true;
  return uris.includes(iss) || isHttpsOn(dnsNames, parseUrl(iss));
}

const isHttpsOn = (hosts: readonly string[], url: URL | undefined): boolean =>
  url?.protocol === 'https:' && hosts.includes(url.hostname);

const malformed = (field: string) => refuse({ code: 'sdjwt/claim-malformed' as const, field });
