import type { Bytes } from '../kit/bytes.ts';
import type { PublicJwk, SignEs256, Suite } from '../kit/suite.ts';
import type { Send } from './http.ts';

export type CredentialFormat = 'dc+sd-jwt' | 'mso_mdoc';

/** A key of this wallet. Where it lies and whether it can leave is the caller's affair. */
export interface HolderKey {
  readonly publicJwk: PublicJwk;
  readonly sign: SignEs256;
}

/** What the rules need from the machine that they run on. */
export interface HolderTools {
  readonly suite: Suite;
  readonly subtle: SubtleCrypto;
  readonly send: Send;
  readonly now: () => Date;
  readonly random: (size: number) => Bytes;
}

/** One copy of a credential. No two copies share a key, so that two verifiers cannot tell that they met one holder. */
export interface HeldCopy {
  /** RFC 7638 thumbprint of the key that it is bound to. */
  readonly keyId: string;
  readonly format: CredentialFormat;
  /** `vct` or doctype. */
  readonly type: string;
  /** The credential issuer's identifier, and the configuration by its metadata. */
  readonly issuer: string;
  readonly configurationId: string;
  /** Which of several that the issuer has for this configuration (OpenID4VCI 1.0 section 6.2); absent where there is one. */
  readonly dataset?: string;
  /** The SD-JWT, or `IssuerSigned` in base64url (OpenID4VCI appendix A). */
  readonly credential: string;
  readonly expiresAt?: Date;
  /** Who certified its issuer: authority key identifiers of its chain, base64url. */
  readonly authorityKeyIds: readonly string[];
  /** How many times it was shown. */
  readonly uses: number;
}
