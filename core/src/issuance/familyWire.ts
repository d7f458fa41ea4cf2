import * as v from 'valibot';
import { PublicJwkSchema } from '../kit/publicJwk.ts';
import { KIA_FORMS } from '../registry/model.ts';
import { NikText } from '../registry/nikText.ts';

const instant = v.pipe(v.string(), v.isoTimestamp());

/** What a wallet keeps of a family: the card on which its holder stands, and the KIA of children for whom they answer. */
export const FamilyCredentialsReply = v.object({
  kk: v.object({
    /** The family card as SD-JWT VC, bound to the handset. */
    sdJwtVc: v.string(),
    validUntil: instant,
  }),
  children: v.array(
    v.object({
      form: v.picklist(KIA_FORMS),
      sdJwtVc: v.string(),
      /** The issuer-signed halves of identity QRs (base64url): the age band alone, and where there is a photograph, name and photo. */
      identityQr: v.object({ kia: v.string(), nameAndPhoto: v.optional(v.string()) }),
      /** As the card shows it, image/webp (base64url); null on the form without a photograph. */
      portrait: v.nullable(v.string()),
      validUntil: instant,
    }),
  ),
  /** Children of 17 whose KIA this wallet carried, and who have no identity of their own yet; absent in what older wallets kept. */
  grown: v.optional(v.array(v.object({ name: v.string(), on: v.string() })), []),
  /** The kabupaten/kota, to look for offers there. */
  region: v.string(),
  /** Who of the family has died: what survivors are told by law, and nothing of what the dead had. */
  deaths: v.array(
    v.object({ name: v.string(), on: v.string(), evidence: v.string(), evidenceNumber: v.string() }),
  ),
});
export type FamilyCredentialsReply = v.InferOutput<typeof FamilyCredentialsReply>;

/** The most passes of one request, and of one identity on one day: enough for many children, too few to fill status lists. */
export const MOST_PASSES = 10;
export const MOST_PASSES_A_DAY = 100;

/** Passes of a child's KIA: one for each key, which the wallet uses for nothing else. */
export const KiaPassesRequest = v.strictObject({
  nik: NikText,
  keys: v.pipe(v.array(PublicJwkSchema), v.minLength(1), v.maxLength(MOST_PASSES), v.readonly()),
});
export type KiaPassesRequest = v.InferOutput<typeof KiaPassesRequest>;

/** The issuer-signed halves of QRs that say "valid KIA" and an age band (base64url), in the order of the keys. */
export const KiaPassesReply = v.object({ passes: v.array(v.string()), validUntil: instant });
export type KiaPassesReply = v.InferOutput<typeof KiaPassesReply>;
