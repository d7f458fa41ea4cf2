import type { JsonObject } from '../jose/encodedJson.ts';

/** A claims path pointer (OpenID4VP 1.0 section 7): names, indices, and null for every element of an array; not empty. */
export type ClaimsPath = readonly (string | number | null)[];

/** One claim that is asked for, and which values of it would do (section 6.3). */
export interface ClaimsQuery {
  readonly id?: string;
  readonly path: ClaimsPath;
  readonly values?: readonly (string | number | boolean)[];
  /** mdoc only (section B.2.4): the verifier says that it will keep the value. */
  readonly intentToRetain?: boolean;
}

/** Which credentials a query means by format and type (sections B.2.3 and B.3.5); any type when none is named. */
export type CredentialKind =
  | { readonly format: 'dc+sd-jwt'; readonly vctValues?: readonly string[] }
  | { readonly format: 'mso_mdoc'; readonly doctypeValue?: string }
  /** A format that we do not know: no credential of ours answers it. */
  | { readonly format: 'other'; readonly name: string };

/** Who should have certified the issuer (section 6.1.1). */
export interface TrustedAuthorities {
  readonly type: string;
  readonly values: readonly string[];
}

/** One entry of `credentials` (section 6.1). */
export interface CredentialQuery {
  readonly id: string;
  readonly kind: CredentialKind;
  readonly multiple: boolean;
  readonly requiresHolderBinding: boolean;
  readonly trustedAuthorities?: readonly TrustedAuthorities[];
  readonly claims?: readonly ClaimsQuery[];
  /** Combinations of claim ids, the most wanted first (section 6.4.1). */
  readonly claimSets?: readonly (readonly string[])[];
}

/** One entry of `credential_sets` (section 6.2): any one of the options will do. */
export interface CredentialSetQuery {
  readonly options: readonly (readonly string[])[];
  readonly required: boolean;
}

/** A DCQL query whose references hold. A query without `credential_sets` requires one set: all its credentials. */
export interface DcqlQuery {
  readonly credentials: readonly CredentialQuery[];
  readonly credentialSets: readonly CredentialSetQuery[];
}

/** What a query can ask about one credential: the holder's own, or one that was presented. */
export interface QueriedCredential {
  readonly format: 'dc+sd-jwt' | 'mso_mdoc';
  /** `vct` or doctype. */
  readonly type: string;
  /** The claims in the clear; of an mdoc: an object for each namespace, values as JSON (RFC 8949 section 6.1). */
  readonly claims: JsonObject;
  /** Whether it is bound to a key of the holder, or the presentation proved that key. */
  readonly isHolderBound: boolean;
  /** The authority key identifiers in its chain, base64url. */
  readonly authorityKeyIds: readonly string[];
}
