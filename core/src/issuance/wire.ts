import * as v from 'valibot';
import { STATUS_LIST_PATH } from './model.ts';

/** Everything that a wallet keeps: it needs nothing else to work for weeks without a network. */
export const CredentialReply = v.object({
  /** The IKD as SD-JWT VC (RFC 9901, `dc+sd-jwt`), key-bound to the handset. */
  sdJwtVc: v.string(),
  /**
   * The issuer-signed halves of the identity QR, one for each thing a resident may choose to show (base64url).
   * `over17` is missing where it would not be true: whoever has ever been married is *wajib KTP* before 17.
   */
  identityQr: v.object({
    fullCard: v.string(),
    nameAndPhoto: v.string(),
    over17: v.optional(v.string()),
  }),
  /** The portrait as the card shows it, image/webp (base64url). */
  portrait: v.string(),
  validUntil: v.pipe(v.string(), v.isoTimestamp()),
});
export type CredentialReply = v.InferOutput<typeof CredentialReply>;

/** A credential offer as a link, which a wallet opens (OpenID4VCI section 4). */
export const OfferReply = v.object({ offer: v.string() });
export type OfferReply = v.InferOutput<typeof OfferReply>;

/** What a verifier takes along: anchors, issuers, and where the status lists are. */
export const TrustReply = v.object({
  /** Root certificates, PEM. */
  roots: v.array(v.string()),
  /** Issuer chains, leaf first, base64 DER as in `x5c`. */
  issuers: v.array(v.array(v.string())),
  statusLists: v.array(v.string()),
});
export type TrustReply = v.InferOutput<typeof TrustReply>;

/** Which status list: they are numbered from 1. */
export const StatusListParams = v.object({
  number: v.pipe(v.string(), v.regex(/^[1-9]\d{0,5}$/), v.transform(Number)),
});

/** The address of a status list, as credentials name it. */
export const statusListUri = (origin: string, number: number): string =>
  `${origin}${STATUS_LIST_PATH}${number}`;

const Labels = v.array(v.object({ locale: v.string(), label: v.string() }));

/** SD-JWT VC Type Metadata, as far as we publish any (draft-ietf-oauth-sd-jwt-vc, section 4). */
export const TypeMetadataReply = v.object({
  vct: v.string(),
  name: v.string(),
  description: v.string(),
  display: v.array(
    v.object({
      locale: v.string(),
      name: v.string(),
      description: v.string(),
      rendering: v.object({
        simple: v.object({ background_color: v.string(), text_color: v.string() }),
      }),
    }),
  ),
  claims: v.array(v.object({ path: v.array(v.string()), display: Labels, sd: v.literal('always') })),
});
export type TypeMetadataReply = v.InferOutput<typeof TypeMetadataReply>;
