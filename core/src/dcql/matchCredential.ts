import { selectByPath } from './claimsPath.ts';
import type {
  ClaimsPath,
  ClaimsQuery,
  CredentialKind,
  CredentialQuery,
  QueriedCredential,
  TrustedAuthorities,
} from './model.ts';

/** An mdoc is addressed by namespace and element, never deeper (OpenID4VP 1.0 section 7.2). */
const MDOC_PATH_LENGTH = 2;

/**
 * Which claims of a credential answer one Credential Query (OpenID4VP 1.0 section 6.4.1): all that are listed, the
 * first combination that can be had, or none but what is always shown. Undefined when the credential does not match.
 */
export function matchCredential(
  query: CredentialQuery,
  credential: QueriedCredential,
): readonly ClaimsPath[] | undefined {
  const { kind, requiresHolderBinding, trustedAuthorities } = query;
  if (!isOfKind(credential, kind)) return undefined;
  if (requiresHolderBinding && !credential.isHolderBound) return undefined;
  if (trustedAuthorities && !isFromOneOf(trustedAuthorities, credential)) return undefined;
  return selectClaims(query, credential);
}

function selectClaims(
  { claims = [], claimSets }: CredentialQuery,
  credential: QueriedCredential,
): readonly ClaimsPath[] | undefined {
  const combinations = claimSets?.map((ids) => claims.filter(({ id }) => id && ids.includes(id))) ?? [claims];
  const first = combinations.find((combination) => combination.every((claim) => hasClaim(credential, claim)));
  return first && withoutRepeated(first.map(({ path }) => path));
}

/** A claim whose value does not fit is treated as if the credential did not have it (section 6.4.1). */
function hasClaim({ format, claims }: QueriedCredential, { path, values }: ClaimsQuery): boolean {
  if (format === 'mso_mdoc' && !isMdocPath(path)) return false;
  const selected = selectByPath(claims, path);
  if (!selected) return false;
  return !values || selected.some((value) => values.some((wanted) => wanted === value));
}

const isMdocPath = (path: ClaimsPath): boolean =>
  path.length === MDOC_PATH_LENGTH && path.every((component) => typeof component === 'string');

function isOfKind({ format, type }: QueriedCredential, kind: CredentialKind): boolean {
  switch (kind.format) {
    case 'dc+sd-jwt':
      return format === kind.format && (kind.vctValues?.includes(type) ?? true);
    case 'mso_mdoc':
      return format === kind.format && (kind.doctypeValue === undefined || kind.doctypeValue === type);
    case 'other':
      return false;
  }
}

/** The one kind of trusted authority that can be judged from a credential alone (section 6.1.1.1). */
export const AUTHORITY_KEY_ID = 'aki';

/** ETSI trusted lists and OpenID Federation would need a network: a credential that needs them does not match. */
function isFromOneOf(
  authorities: readonly TrustedAuthorities[],
  { authorityKeyIds }: QueriedCredential,
): boolean {
  return authorities.some(
    ({ type, values }) =>
      type === AUTHORITY_KEY_ID && values.some((value) => authorityKeyIds.includes(value)),
  );
}

/** A claim that is asked for twice is shown once (section 6.1, `claims`). */
function withoutRepeated(paths: readonly ClaimsPath[]): readonly ClaimsPath[] {
  return [...new Map(paths.map((path) => [JSON.stringify(path), path])).values()];
}
