/** Why an SD-JWT, its disclosures or its key binding are refused. Sections are of RFC 9901 unless said otherwise. */
export type SdJwtRefusalCode =
  /** Not `<JWT>~<Disclosure>~…~[<KB-JWT>]` with an ES256 JWT, or larger than we read (section 4). */
  | 'sdjwt/malformed'
  /** The issuer's signature does not verify (section 7.1, step 2b). */
  | 'sdjwt/issuer-signature'
  /** `_sd_alg` names another hash than sha-256 (section 4.1.1). */
  | 'sdjwt/hash-algorithm'
  /** A Disclosure is no array of two or three elements with a salt in front (sections 4.2.1 and 4.2.2). */
  | 'sdjwt/disclosure-malformed'
  /** The same Disclosure was sent twice. */
  | 'sdjwt/disclosure-repeated'
  /** A Disclosure that no digest refers to (section 7.1, step 5). */
  | 'sdjwt/disclosure-unreferenced'
  /** A property's Disclosure where an array element belongs, or the reverse (section 7.1, step 3c). */
  | 'sdjwt/disclosure-misplaced'
  /** The same digest stands in two places (section 7.1, step 4). */
  | 'sdjwt/digest-repeated'
  /** `_sd` or `...` where they have no meaning, or as the name of a disclosed claim (section 7.1, step 3c). */
  | 'sdjwt/reserved-claim-name'
  /** A Disclosure would replace a claim that is already there (section 7.1, step 3c). */
  | 'sdjwt/claim-overwritten'
  /** Nested deeper than any credential needs: protects the stack. */
  | 'sdjwt/nested-too-deep'
  | CredentialRefusalCode
  | KeyBindingRefusalCode;

/** Why a well-signed SD-JWT is no credential that we accept (SD-JWT VC, section 2.2). */
export type CredentialRefusalCode =
  /** `typ` is not `dc+sd-jwt`. */
  | 'sdjwt/type'
  /** `vct` names a credential that was not asked for. */
  | 'sdjwt/credential-type'
  /** A registered claim has the wrong form. */
  | 'sdjwt/claim-malformed'
  /** A claim that must be open to every verifier, such as `exp`, came in a Disclosure. */
  | 'sdjwt/claim-not-disclosable'
  /** `iss` is not a name that the issuer's certificate carries. */
  | 'sdjwt/issuer-mismatch'
  | 'sdjwt/not-yet-valid'
  | 'sdjwt/expired'
  | 'sdjwt/revoked'
  | 'sdjwt/suspended'
  /** The credential has a status, but no current list tells it. */
  | 'sdjwt/status-unknown';

/** Why the holder's proof is refused (section 7.3). */
export type KeyBindingRefusalCode =
  /** The credential names no holder key (`cnf.jwk`). */
  | 'sdjwt/holder-key-missing'
  | 'sdjwt/key-binding-missing'
  | 'sdjwt/key-binding-malformed'
  | 'sdjwt/key-binding-signature'
  | 'sdjwt/key-binding-audience'
  | 'sdjwt/key-binding-nonce'
  /** Made more than five minutes before or after now. */
  | 'sdjwt/key-binding-time'
  /** `sd_hash` belongs to another set of Disclosures. */
  | 'sdjwt/key-binding-digest';
