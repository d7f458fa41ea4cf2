import { AUTHORITY_KEY_ID } from '../dcql/matchCredential.ts';
import type { ClaimsPath, CredentialQuery, DcqlQuery } from '../dcql/model.ts';
import { KK_VCT } from '../issuance/familyClaims.ts';
import { IKD_VCT } from '../issuance/model.ts';
import { KIA_VCT } from '../kia/model.ts';

/**
 * Whether we can check what comes back: a known format with its type, authorities that can be judged, and no claim
 * twice (OpenID4VP 1.0 section 6.1: verifiers must not).
 */
export const canBeChecked = ({ credentials }: DcqlQuery): boolean => credentials.every(isCheckable);

function isCheckable({ kind, trustedAuthorities = [], claims = [] }: CredentialQuery): boolean {
  const paths = claims.map(({ path }) => JSON.stringify(path));
  return (
    hasType(kind) &&
    trustedAuthorities.every(({ type }) => type === AUTHORITY_KEY_ID) &&
    new Set(paths).size === paths.length
  );
}

function hasType(kind: CredentialQuery['kind']): boolean {
  switch (kind.format) {
    case 'dc+sd-jwt':
      return kind.vctValues !== undefined;
    case 'mso_mdoc':
      return kind.doctypeValue !== undefined;
    case 'other':
      return false;
  }
}

/** What a query asks for, as a page and the trail name it: each claim once, by its last name. */
export function askedAttributes({ credentials }: DcqlQuery): readonly string[] {
  return [
    ...new Set(credentials.flatMap(({ kind, claims = [] }) => claims.map(({ path }) => nameOf(kind, path)))),
  ];
}

/**
 * What of our own cards (IKD, KK, KIA) is asked for: the attributes that an agreement must contain. The last day of a KIA
 * is a birthday; its form is an age band, which needs nobody's agreement (docs/decisions/0044).
 */
export function askedOfOurCards({ credentials }: DcqlQuery, ikdDoctype: string): readonly string[] {
  const ours = credentials.filter(({ kind }) => isOurs(kind, ikdDoctype));
  return askedAttributes({ credentials: ours, credentialSets: [] })
    .filter((name) => name !== 'form')
    .map((name) => (name === 'valid_until' ? 'birth_date' : name));
}

const OUR_TYPES: readonly string[] = [IKD_VCT, KK_VCT, KIA_VCT];

function isOurs(kind: CredentialQuery['kind'], doctype: string): boolean {
  if (kind.format === 'dc+sd-jwt') return kind.vctValues?.some((type) => OUR_TYPES.includes(type)) ?? true;
  return kind.format === 'mso_mdoc' && kind.doctypeValue === doctype;
}

/** The first name of a JSON credential's claim; the element of an mdoc's. */
function nameOf({ format }: CredentialQuery['kind'], path: ClaimsPath): string {
  const name = format === 'mso_mdoc' ? path[1] : path[0];
  return typeof name === 'string' ? name : '';
}
