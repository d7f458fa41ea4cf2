import * as v from 'valibot';

// Messages of OpenID4VCI 1.0 as they travel. Tolerant: what is not named here is ignored (sections 6 to 11).

const text = v.pipe(v.string(), v.nonEmpty());

/** RFC 9396 with the type of OpenID4VCI section 5.1.1. */
export const AUTHORIZATION_DETAILS_TYPE = 'openid_credential';
export const AuthorizationDetail = v.object({
  type: v.literal(AUTHORIZATION_DETAILS_TYPE),
  credential_configuration_id: text,
  locations: v.optional(v.array(v.string())),
  credential_identifiers: v.optional(v.pipe(v.array(text), v.nonEmpty())),
});
export type AuthorizationDetail = v.InferOutput<typeof AuthorizationDetail>;

/** Section 6.2. */
export const TokenReply = v.object({
  access_token: text,
  token_type: v.pipe(
    v.string(),
    v.check((type) => ['dpop', 'bearer'].includes(type.toLowerCase())),
  ),
  expires_in: v.optional(v.number()),
  scope: v.optional(v.string()),
  authorization_details: v.optional(v.array(AuthorizationDetail)),
});
export type TokenReply = v.InferOutput<typeof TokenReply>;

/** Section 7.2. */
export const NonceReply = v.object({ c_nonce: text });
export type NonceReply = v.InferOutput<typeof NonceReply>;

/** How an answer is to be encrypted (section 8.2). */
export const ResponseEncryption = v.object({
  jwk: v.looseObject({}),
  enc: v.string(),
  zip: v.optional(v.string()),
});
export type ResponseEncryption = v.InferOutput<typeof ResponseEncryption>;

/** Section 8.2. */
export const CredentialRequest = v.object({
  credential_identifier: v.optional(v.string()),
  credential_configuration_id: v.optional(v.string()),
  proofs: v.optional(v.record(v.string(), v.unknown())),
  credential_response_encryption: v.optional(ResponseEncryption),
});
export type CredentialRequest = v.InferOutput<typeof CredentialRequest>;

/** Section 9.1. */
export const DeferredRequest = v.object({
  transaction_id: text,
  credential_response_encryption: v.optional(ResponseEncryption),
});
export type DeferredRequest = v.InferOutput<typeof DeferredRequest>;

/** Sections 8.3 and 9.2: the copies, or when to ask again. */
export const CredentialResponse = v.union([
  v.object({
    credentials: v.pipe(v.array(v.object({ credential: text })), v.nonEmpty()),
    notification_id: v.optional(text),
  }),
  v.object({ transaction_id: text, interval: v.pipe(v.number(), v.minValue(1)) }),
]);
export type CredentialResponse = v.InferOutput<typeof CredentialResponse>;

/** Section 11.1. */
export const NOTIFICATION_EVENTS = [
  'credential_accepted',
  'credential_failure',
  'credential_deleted',
] as const;
export type NotificationEvent = (typeof NOTIFICATION_EVENTS)[number];
export const NotificationRequest = v.object({
  notification_id: text,
  event: v.picklist(NOTIFICATION_EVENTS),
  event_description: v.optional(v.pipe(v.string(), v.maxLength(1000))),
});
export type NotificationRequest = v.InferOutput<typeof NotificationRequest>;
