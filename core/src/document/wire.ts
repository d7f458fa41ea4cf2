import * as v from 'valibot';
import { UUID } from '../kit/uuid.ts';
import { PHOTOCOPY_CLAIMS } from './model.ts';

const id = v.pipe(v.string(), v.regex(UUID));
const instant = v.pipe(v.string(), v.isoTimestamp());
const day = v.pipe(v.string(), v.isoDate());
/** Latin letters of any language, and the punctuation that telephones put in by themselves: what the papers can show. */
export const WRITABLE = /^[ -~\u00a1-\u024f\u1e00-\u1eff\u2010-\u2027\u2030-\u205e]+$/;
const written = v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(80), v.regex(WRITABLE));
const claims = v.pipe(
  v.array(v.picklist(PHOTOCOPY_CLAIMS)),
  v.maxLength(PHOTOCOPY_CLAIMS.length),
  v.readonly(),
);

/** `id` is made by the wallet: sent again, it is the same photocopy, with another secret in the place of the one that got lost. */
export const PhotocopyRequest = v.strictObject({
  id,
  recipient: written,
  purpose: written,
  until: day,
  claims,
});
export type PhotocopyRequest = v.InferOutput<typeof PhotocopyRequest>;

/** The papers themselves, base64: only now, for the server keeps neither them nor the secret in their QR. */
export const PhotocopyReply = v.object({
  address: v.string(),
  pdf: v.string(),
  /** The same without its picture, for a poor line. */
  lightPdf: v.string(),
});
export type PhotocopyReply = v.InferOutput<typeof PhotocopyReply>;

export const PhotocopyParams = v.strictObject({ id });

export const PhotocopyList = v.object({
  photocopies: v.array(
    v.object({
      id,
      recipient: v.string(),
      purpose: v.string(),
      until: day,
      claims,
      madeAt: instant,
      standing: v.picklist(['valid', 'expired', 'withdrawn']),
      /** When somebody looked at it, the newest first; the newest twenty. */
      checks: v.array(instant),
      checkCount: v.number(),
    }),
  ),
});
export type PhotocopyList = v.InferOutput<typeof PhotocopyList>;

export const CheckRequest = v.strictObject({
  reference: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22}$/)),
});

export const CheckReply = v.variant('standing', [
  v.object({
    standing: v.literal('valid'),
    /** Base64: opened with the key that the secret gives. */
    sealed: v.string(),
    /** The record has changed since the photocopy was made. */
    outdated: v.boolean(),
  }),
  v.object({ standing: v.literal('expired') }),
  v.object({ standing: v.literal('withdrawn') }),
]);
export type CheckReply = v.InferOutput<typeof CheckReply>;
