import * as v from 'valibot';

/** Everything that a wallet keeps: it needs nothing else to work for weeks without a network. */
export const CredentialReply = v.object({
  /** The IKD as SD-JWT VC (RFC 9901, `dc+sd-jwt`), key-bound to the handset. */
  sdJwtVc: v.string(),
  /** The issuer-signed halves of the identity QR, one for each thing a resident may choose to show (base64url). */
  identityQr: v.object({ fullCard: v.string(), nameAndPhoto: v.string(), over17: v.string() }),
  /** The portrait as the card shows it, image/webp (base64url). */
  portrait: v.string(),
  validUntil: v.pipe(v.string(), v.isoTimestamp()),
});
export type CredentialReply = v.InferOutput<typeof CredentialReply>;

/** What a verifier takes along: anchors, issuers, and where the status lists are. */
export const TrustReply = v.object({
  /** Root certificates, PEM. */
  roots: v.array(v.string()),
  /** Issuer chains, leaf first, base64 DER as in `x5c`. */
  issuers: v.array(v.array(v.string())),
  statusLists: v.array(v.string()),
});
export type TrustReply = v.InferOutput<typeof TrustReply>;
