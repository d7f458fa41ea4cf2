import * as v from 'valibot';
import { IKD_CLAIMS, type IkdClaim } from '../issuance/ikdClaims.ts';
import { UUID } from '../kit/uuid.ts';
import { CARD_GROUPS } from './cardIssuers.ts';
import { ENVIRONMENTS, SCOPES } from './model.ts';

/** What wallets check access certificates against (`GET /api/partner/trust`). */
export const AccessTrust = v.object({
  /** PEM. */
  roots: v.array(v.string()),
  /** SHA-256 of certificates (DER, base64url) that count no longer: suspended or ended institutions, replaced keys. */
  revoked: v.array(v.string()),
});
export type AccessTrust = v.InferOutput<typeof AccessTrust>;

export const PurposeView = v.object({
  id: v.string(),
  text: v.object({ id: v.string(), en: v.string() }),
  attributes: v.array(v.picklist(Object.keys(IKD_CLAIMS) as IkdClaim[])),
});

/** What a client may do at this moment (`GET /api/partner/access`). */
export const OwnAccess = v.object({
  client: v.string(),
  partner: v.object({ id: v.string(), name: v.string() }),
  environment: v.picklist(ENVIRONMENTS),
  /** Contained in the agreement and in the client's registration. */
  scopes: v.array(v.picklist(SCOPES)),
  purposes: v.array(PurposeView),
  nameThreshold: v.number(),
  endsOn: v.string(),
  /** Absent in the sandbox, which never counts. */
  quota: v.optional(v.object({ month: v.string(), limit: v.number(), used: v.number() })),
});
export type OwnAccess = v.InferOutput<typeof OwnAccess>;

const cardIssuer = {
  id: v.pipe(v.string(), v.regex(UUID)),
  partner: v.pipe(v.string(), v.regex(UUID)),
  /** The credential issuer identifier. */
  issuer: v.pipe(v.string(), v.url(), v.maxLength(300)),
  types: v.pipe(
    v.array(v.pipe(v.string(), v.trim(), v.minLength(3), v.maxLength(200))),
    v.minLength(1),
    v.maxLength(20),
  ),
  group: v.picklist(CARD_GROUPS),
};
/** `id` is made by the desk: sent again it is the same. */
export const CardIssuerRequest = v.strictObject({
  ...cardIssuer,
  rootPem: v.pipe(v.string(), v.maxLength(8192)),
});
export type CardIssuerRequest = v.InferOutput<typeof CardIssuerRequest>;

export const CardIssuers = v.object({
  issuers: v.array(
    v.object({
      ...cardIssuer,
      name: v.string(),
      state: v.picklist(['listed', 'ended']),
      listedAt: v.pipe(v.string(), v.isoTimestamp()),
    }),
  ),
});
export type CardIssuers = v.InferOutput<typeof CardIssuers>;
