import { UUID } from '@jatidiri/core/kit/uuid.ts';
import { CONFIGURATION_IDS } from '@jatidiri/core/openid4vci/configurations.ts';
import { CLIENT_ID_PREFIXES } from '@jatidiri/core/openid4vp/requestObject.ts';
import { REQUEST_STATES } from '@jatidiri/core/verification/model.ts';
import * as v from 'valibot';

const uuid = v.pipe(v.string(), v.regex(UUID));

export const ControlOfferRequest = v.strictObject({
  /** Credential configuration ids. */
  ids: v.pipe(v.array(v.picklist(CONFIGURATION_IDS)), v.nonEmpty()),
  /** True: a transaction code is drawn; a text is one. */
  txCode: v.optional(v.union([v.boolean(), v.pipe(v.string(), v.regex(/^[\x21-\x7e]{1,32}$/))])),
  grant: v.optional(v.picklist(['pre-authorized_code', 'authorization_code']), 'pre-authorized_code'),
  /** Whose credential; without it the first demonstration resident's. */
  nik: v.optional(v.string()),
  byReference: v.optional(v.boolean(), false),
  /** Copies are deferred for so long (OpenID4VCI section 9). */
  holdSeconds: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(3600)), 0),
});
export type ControlOfferRequest = v.InferOutput<typeof ControlOfferRequest>;

export const ControlOfferReply = v.object({
  /** An `openid-credential-offer://` link. */
  offer: v.string(),
  txCode: v.optional(v.string()),
  session: uuid,
});
export type ControlOfferReply = v.InferOutput<typeof ControlOfferReply>;

export const ControlSessionParams = v.strictObject({ id: uuid });

export const ControlOfferState = v.object({
  state: v.picklist(['offered', 'expired', 'locked', 'authorized', 'issued', 'failed']),
  error: v.optional(v.string()),
});

export const ControlTrustReply = v.object({
  issuerCa: v.string(),
  verifierCa: v.string(),
  configIds: v.array(v.string()),
  /** For each configuration a DCQL query that asks for it. */
  dcql: v.record(v.string(), v.looseObject({ credentials: v.array(v.looseObject({})) })),
});
export type ControlTrustReply = v.InferOutput<typeof ControlTrustReply>;

export const ControlRequestRequest = v.strictObject({
  dcql: v.record(v.string(), v.unknown()),
  responseMode: v.optional(v.picklist(['direct_post', 'direct_post.jwt']), 'direct_post.jwt'),
  clientIdPrefix: v.optional(v.picklist(CLIENT_ID_PREFIXES), 'x509_hash'),
});

export const ControlRequestReply = v.object({
  /** An `openid4vp://` link. */
  request: v.string(),
  session: v.string(),
});

export const ControlRequestState = v.object({
  state: v.picklist(REQUEST_STATES),
  /** By the id of the Credential Query, the claims of each credential that was asked for. */
  claims: v.optional(v.record(v.string(), v.array(v.record(v.string(), v.unknown())))),
  error: v.optional(v.string()),
});
