import type { ChainRefusalCode } from '../chain/certified.ts';
import { certificatesInPem } from '../chain/pem.ts';
import { chainVerifier } from '../chain/verifyChain.ts';
import {
  type IdentityQrRefusalCode,
  type VerifiedIdentityQr,
  verifyIdentityQr,
} from '../identityqr/verifyIdentityQr.ts';
import { fromBase64url } from '../kit/bytes.ts';
import { type Refusal, type Result, refuse } from '../kit/result.ts';
import type { Suite } from '../kit/suite.ts';
import { webSuite } from '../kit/webSuite.ts';
import type { MdocRefusalCode } from '../mdoc/refusals.ts';
import {
  type DcApiSession,
  dcApiTranscript,
  type OpenId4VpSession,
  openId4VpTranscript,
} from '../mdoc/sessionTranscript.ts';
import { verifyDeviceResponse } from '../mdoc/verifyDeviceResponse.ts';
import type { VerifiedMdoc } from '../mdoc/verifyIssuerSigned.ts';
import type { SdJwtRefusalCode } from '../sdjwt/refusals.ts';
import {
  type ExpectedPresentation,
  type VerifiedPresentation,
  verifyPresentation,
} from '../sdjwt/verifyPresentation.ts';
import { cachedStatusLists } from '../statuslist/cachedStatusLists.ts';
import { webInflate } from '../statuslist/zlib.ts';
import { notOlderThan } from './listAge.ts';

/** Why something is refused. These codes are stable: new ones may come, none changes its meaning. */
export type VerifierRefusalCode =
  | SdJwtRefusalCode
  | MdocRefusalCode
  | ChainRefusalCode
  | IdentityQrRefusalCode;

export type Verdict<T> = Promise<Result<T, Refusal<VerifierRefusalCode>>>;

export interface VerifierOptions {
  /** Root certificates as PEM text. Whatever ends at none of them is refused. */
  readonly trustAnchors: readonly string[];
  /**
   * Answers the Status List Token at an address, undefined when there is none. It is asked only for addresses in
   * credentials that have been verified otherwise; what it answers is verified, and kept decoded for the token's `ttl`.
   * Without this function every credential that has a status is refused.
   */
  readonly fetchStatusList?: (uri: string) => Promise<string | undefined>;
  /** For identity QRs, which name their issuer only: chains as in `x5c`, the member `issuers` of an authority's trust reply. */
  readonly issuers?: readonly (readonly string[])[];
  readonly now: () => Date;
  /** Web Crypto: `globalThis.crypto` in browsers and in Node. */
  readonly crypto: Crypto;
  /** A faster suite, where the runtime has one; Web Crypto when absent. */
  readonly suite?: Suite;
  /** How far the issuer's clock and the holder's may differ from ours; 60 unless told otherwise. */
  readonly clockSkewSeconds?: number;
  /** A status list that was signed longer ago tells nothing; seven days unless told otherwise. */
  readonly maxStatusListAgeSeconds?: number;
  /**
   * Whether an identity QR is accepted that officers made where there was no network, for days: an officer has seen the
   * person, and the registry has not confirmed it yet. No unless told otherwise.
   */
  readonly acceptProvisional?: boolean;
}

/** What of an mdoc is expected: its types, and the session that its device must have signed. */
export interface ExpectedMdoc {
  readonly docTypes: readonly string[];
  readonly session: OpenId4VpSession | DcApiSession;
}

export interface Verifier {
  /** An SD-JWT VC with key binding (RFC 9901, `dc+sd-jwt`), as `vp_token` has it. */
  verifySdJwt(presentation: string, expected: ExpectedPresentation): Verdict<VerifiedPresentation>;
  /** A device response (ISO/IEC 18013-5, `mso_mdoc`), as bytes or in base64url as `vp_token` has it. */
  verifyMdoc(response: Uint8Array | string, expected: ExpectedMdoc): Verdict<readonly VerifiedMdoc[]>;
  /** The text of a QR code that a wallet shows at a counter. */
  verifyIdentityQr(text: string): Verdict<VerifiedIdentityQr>;
}

const DEFAULT_SKEW_SECONDS = 60;
const DEFAULT_LIST_AGE_SECONDS = 7 * 86_400;
/** The wallet makes a new code every 30 seconds; a screenshot is dead after a minute. */
const QR_SHOWN_SECONDS = 60;
const DAY_SECONDS = 86_400;

/**
 * Verifies what wallets present, for whoever relies on it, also from JavaScript without types. One verifier serves
 * all presentations: it remembers verified chains and status lists.
 * @throws TypeError for a trust anchor that is no certificate with a P-256 key
 */
export function createVerifier(options: VerifierOptions): Verifier {
  const { crypto, now, issuers = [], fetchStatusList: fetchToken = async () => undefined } = options;
  const { suite = webSuite(crypto.subtle), clockSkewSeconds = DEFAULT_SKEW_SECONDS } = options;
  const anchors = anchorsOf(options.trustAnchors);
  const verifyChain = chainVerifier(anchors, crypto);
  const sessions = options.acceptProvisional && { verifySession: chainVerifier(anchors, crypto, 'field') };
  const statusLists = notOlderThan(
    options.maxStatusListAgeSeconds ?? DEFAULT_LIST_AGE_SECONDS,
    cachedStatusLists({ fetchToken, trust: { suite, verifyChain, inflate: webInflate }, now }),
    now,
  );
  const trust = () => ({ suite, verifyChain, statusLists, clockSkewSeconds, now: now() });

  return {
    async verifySdJwt(presentation, expected) {
      if (typeof presentation !== 'string') return refuse({ code: 'sdjwt/malformed' });
      return verifyPresentation(presentation, expected, trust());
    },

    async verifyMdoc(response, { docTypes, session }) {
      const bytes = typeof response === 'string' ? decode(response) : response;
      if (!(bytes instanceof Uint8Array)) return refuse({ code: 'mdoc/malformed' });
      const sessionTranscript =
        'origin' in session
          ? await dcApiTranscript(suite, session)
          : await openId4VpTranscript(suite, session);
      return verifyDeviceResponse(bytes, { docTypes, sessionTranscript }, trust());
    },

    async verifyIdentityQr(text) {
      if (typeof text !== 'string') return refuse({ code: 'qr/other-system' });
      const outcomes = await Promise.all(issuers.map((x5c) => verifyChain(x5c, now())));
      const trustedIssuers = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value] : []));
      const terms = { maxAgeSeconds: QR_SHOWN_SECONDS, statusListOldAfterSeconds: DAY_SECONDS };
      return verifyIdentityQr(text, { ...trust(), ...terms, ...sessions, trustedIssuers }, suite);
    },
  };
}

function anchorsOf(trustAnchors: readonly string[]): readonly Uint8Array[] {
  const anchors = trustAnchors.flatMap(certificatesInPem);
  if (anchors.length < trustAnchors.length) throw new TypeError('a trust anchor is no PEM certificate');
  return anchors;
}

function decode(base64url: string): Uint8Array | undefined {
  try {
    return fromBase64url(base64url);
  } catch {
    return undefined;
  }
}
