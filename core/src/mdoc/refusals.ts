/** Why an mdoc or a device response is refused. Sections are of ISO/IEC 18013-5:2021 unless said otherwise. */
export type MdocRefusalCode =
  /** Not the CBOR structure that belongs here, larger than we read or nested deeper (section 8.3.2.1.2.2). */
  | 'mdoc/malformed'
  /** The wallet answers with a status other than 0, or with no document (section 8.3.2.1.2.3). */
  | 'mdoc/no-document'
  /** A document of a type that was not asked for. */
  | 'mdoc/doc-type'
  | IssuerSignedRefusalCode
  | DeviceAuthRefusalCode
  | MdocStatusRefusalCode;

/** Why what the issuer signed is refused (section 9.3.1). */
export type IssuerSignedRefusalCode =
  | 'mdoc/malformed'
  /** `issuerAuth` is no COSE_Sign1 with ES256 and a certificate chain in `x5chain` (section 9.1.2.4). */
  | 'mdoc/issuer-auth-malformed'
  /** The issuer's certificate is for other uses than signing mdocs (annex B.1.4, extKeyUsage). */
  | 'mdoc/certificate-usage'
  | 'mdoc/issuer-signature'
  /** The mobile security object lacks something, or is of a version that we do not know. */
  | 'mdoc/security-object-malformed'
  /** `digestAlgorithm` is not SHA-256, the one that we accept. */
  | 'mdoc/digest-algorithm'
  /** The document names another type than its security object. */
  | 'mdoc/doc-type-mismatch'
  /** The security object names no key of the holder (`deviceKey`), or none on P-256. */
  | 'mdoc/holder-key-missing'
  /** Elements in a namespace of which the security object holds no digests. */
  | 'mdoc/namespace-unknown'
  /** The security object holds no digest under the element's `digestID` in this namespace. */
  | 'mdoc/digest-unknown'
  /** Altered, or moved from another place: the element does not have the digest that was signed. */
  | 'mdoc/digest-mismatch'
  /** Two elements refer to one digest, or one digest was signed for two places. */
  | 'mdoc/digest-repeated'
  /** Two elements of one namespace have one name. */
  | 'mdoc/element-repeated'
  /** Signed when the issuer's certificate was not valid (section 9.3.1, step 5). */
  | 'mdoc/signed-outside-certificate'
  | 'mdoc/not-yet-valid'
  | 'mdoc/expired';

/** Why the device's proof is refused (section 9.3.3). */
export type DeviceAuthRefusalCode =
  /** No signature by the device, or none that is a detached COSE_Sign1 with ES256. */
  | 'mdoc/device-auth-malformed'
  /** The device sent a MAC: over the internet nobody shares a key with it, so we take signatures only. */
  | 'mdoc/device-mac'
  /** The device asserts elements of its own, which nobody authorised it to do (section 9.1.2.4, KeyAuthorizations). */
  | 'mdoc/device-signed-elements'
  /** Signed by another key, or for another session. */
  | 'mdoc/device-signature';

/** What the status list says (Token Status List, section 8.3). */
type MdocStatusRefusalCode = 'mdoc/revoked' | 'mdoc/suspended' | 'mdoc/status-unknown';
