import type { IkdClaim } from '../issuance/ikdClaims.ts';
import type { IsoDate } from '../kit/date.ts';

/** A Pengguna Data: a legal entity admitted to verify or read population data. */
export type PartnerId = string & { readonly __partnerId: true };
export type AgreementId = string & { readonly __agreementId: true };
/** What OAuth calls `client_id`: one technical client of one partner. */
export type ClientId = string & { readonly __clientId: true };

export const ENVIRONMENTS = ['sandbox', 'production'] as const;
/** `sandbox` sees test residents alone and never counts; `production` is in earnest. */
export type Environment = (typeof ENVIRONMENTS)[number];

export const SCOPES = ['openid', 'match', 'present', 'consent'] as const;
/** What a client may do: log residents in, match, ask for presentations, ask for consent and read under it. */
export type Scope = (typeof SCOPES)[number];

export const PRICE_CLASSES = ['commercial', 'publicService'] as const;
/** PP 10/2023: commercial entities pay for each NIK, public services nothing. */
export type PriceClass = (typeof PRICE_CLASSES)[number];

export const USES = ['match', 'read', 'present', 'login'] as const;
/** What counts against a quota: a matched NIK, a read under a grant, a presentation, a login. */
export type Use = (typeof USES)[number];

/** Rupiah for one use of each kind. */
export type Prices = Readonly<Record<Use, number>>;

/** One purpose, and the attributes that may be asked for it. */
export interface Purpose {
  /** Stable within the agreement: `patient-registration`. */
  readonly id: string;
  /** As residents read it. */
  readonly text: { readonly id: string; readonly en: string };
  readonly attributes: readonly IkdClaim[];
}

/** What a cooperation agreement (PKS) fixes. */
export interface AgreementTerms {
  readonly purposes: readonly Purpose[];
  readonly scopes: readonly Scope[];
  /** From how many per cent on two names count as the same. */
  readonly nameThreshold: number;
  /** Uses in one calendar month of East Kalimantan. */
  readonly quotaPerMonth: number;
  readonly prices: Prices;
  /** The last day on which it holds. */
  readonly endsOn: IsoDate;
}

/** What access is granted under: a PKS in force, or in the sandbox what was applied for (then without id). */
export interface Agreement {
  readonly id: AgreementId | null;
  readonly terms: AgreementTerms;
}

export type PartnerState =
  | { readonly kind: 'applied' }
  | { readonly kind: 'refused'; readonly reason: string }
  /** Approved: the memorandum (MoU) is to be accepted, and the sandbox is open. */
  | { readonly kind: 'approved' }
  /** The MoU is accepted: the ministry sets the terms of the PKS. */
  | { readonly kind: 'memorandum' }
  /** A PKS was accepted. Whether it still holds is asked of its last day. */
  | { readonly kind: 'active' }
  | { readonly kind: 'suspended'; readonly reason: string; readonly from: Standing }
  | { readonly kind: 'ended'; readonly reason: string };

/** The states that a suspension interrupts and returns to. */
export type Standing = 'approved' | 'memorandum' | 'active';

/** What happens to a partner, one ledger entry each (`partner/…`). */
export type PartnerEvent =
  | { readonly kind: 'approved' }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'memorandum-accepted' }
  | { readonly kind: 'agreement-accepted' }
  | { readonly kind: 'suspended'; readonly reason: string }
  | { readonly kind: 'resumed' }
  | { readonly kind: 'ended'; readonly reason: string };

/** What a legal entity applied for. */
export interface Application {
  /** NIB, or the number of the founding decree of a public body. */
  readonly registrationNumber: string;
  /** NPWP. */
  readonly taxNumber: string;
  /** The entity's host name, which its own access certificate certifies. */
  readonly domain: string;
  readonly purposes: readonly Purpose[];
  readonly scopes: readonly Scope[];
}

export interface Partner {
  readonly id: PartnerId;
  /** The registered name, as residents see it. */
  readonly name: string;
  readonly priceClass: PriceClass;
  readonly application: Application;
  readonly state: PartnerState;
  readonly appliedAt: Date;
  readonly demo: boolean;
}

/** Where a client's public keys are: uploaded, or fetched from the partner's own address. */
export type ClientKeys =
  | { readonly kind: 'jwks'; readonly keys: readonly ClientJwk[] }
  | { readonly kind: 'uri'; readonly uri: string };

/** A public key as uploaded: P-256, Ed25519 or RSA; never with a private part. */
export type ClientJwk = Readonly<Record<string, unknown>>;

export interface Client {
  readonly id: ClientId;
  readonly partner: PartnerId;
  readonly environment: Environment;
  readonly name: string;
  readonly keys: ClientKeys;
  readonly redirectUris: readonly string[];
  readonly scopes: readonly Scope[];
  readonly removed: boolean;
}
