import type { Bytes } from '../kit/bytes.ts';
import type { Refusal, Result } from '../kit/result.ts';
import type { PublicJwk } from '../kit/suite.ts';

/** What a verified chain says about the key at its end. */
export interface Certified {
  readonly publicJwk: PublicJwk;
  /** The subject as text, RFC 4514: `CN=…, O=…, C=ID`. */
  readonly subject: string;
  /** The addresses in subjectAltName (RFC 5280 section 4.2.1.6, uniformResourceIdentifier). */
  readonly uris: readonly string[];
  /** The host names in subjectAltName (dNSName), as written there. */
  readonly dnsNames: readonly string[];
  /** What the leaf's key is for, as object identifiers (section 4.2.1.12); empty when the certificate does not say. */
  readonly extendedKeyUsages: readonly string[];
  /** The authorityKeyIdentifier of each certificate of the chain that has one (section 4.2.1.1), base64url. */
  readonly authorityKeyIds: readonly string[];
  /** SHA-256 over the leaf's DER. */
  readonly certificateSha256: Bytes;
  /** When every certificate of the chain is valid: the latest start and the earliest end. */
  readonly notBefore: Date;
  readonly notAfter: Date;
}

/** Why a chain is refused; section numbers are of RFC 5280. */
export type ChainRefusalCode =
  /** Not a list of base64 DER certificates with P-256 keys, or too long a list. */
  | 'chain/malformed'
  /** It does not end at a certificate that we trust. */
  | 'chain/untrusted'
  | 'chain/signature'
  | 'chain/not-yet-valid'
  | 'chain/expired'
  /** A certificate signs another without `cA` TRUE (section 4.2.1.9). */
  | 'chain/not-an-authority'
  /** `keyUsage` or `extKeyUsage` does not allow what the key did (sections 4.2.1.3 and 4.2.1.12). */
  | 'chain/key-usage'
  /** More authorities below one than its `pathLenConstraint` allows (section 4.2.1.9). */
  | 'chain/path-too-long'
  /** A critical extension that we do not know (section 4.2). */
  | 'chain/unknown-critical-extension';

/** Verifies the value of a JOSE `x5c` header (RFC 7515 section 4.1.6) at an instant. */
export type VerifyChain = (x5c: unknown, now: Date) => Promise<Result<Certified, Refusal<ChainRefusalCode>>>;
