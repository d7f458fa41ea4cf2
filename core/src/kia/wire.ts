import * as v from 'valibot';
import { SPOILED_REASONS } from '../card/model.ts';
import { type IsoDate, parseIsoDate } from '../kit/date.ts';
import { PLAIN_LINE } from '../kit/plainLine.ts';
import { UUID } from '../kit/uuid.ts';
import { KIA_FORMS } from '../registry/model.ts';
import { NikText } from '../registry/nikText.ts';
import type { WilayahCode } from '../wilayah/model.ts';
import { DUE_KINDS, OFFER_BANDS } from './model.ts';

const uuid = v.pipe(v.string(), v.regex(UUID));
const day = v.pipe(
  v.string(),
  v.check((text) => parseIsoDate(text) !== undefined),
  v.transform((text) => text as IsoDate),
);
const text = (most: number) =>
  v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(most), v.regex(PLAIN_LINE));
const region = v.pipe(
  v.string(),
  v.regex(/^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$/),
  v.transform((code) => code as WilayahCode),
);
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

export const KiaRequest = v.strictObject({
  nik: NikText,
  /** JPEG or WebP (base64url); null for the form without a photograph. */
  photograph: v.nullable(v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]+$/), v.maxLength(1_400_000))),
});
export type KiaRequest = v.InferOutput<typeof KiaRequest>;
export const KiaReply = v.object({ form: v.picklist(KIA_FORMS), until: v.string() });
export type KiaReply = v.InferOutput<typeof KiaReply>;

/** `id` is made by the desk: the same card sent twice takes one blank, and may be printed again while it has not come out. */
export const KiaCardRequest = v.strictObject({ id: uuid, nik: NikText });
export type KiaCardRequest = v.InferOutput<typeof KiaCardRequest>;

/** What became of a card in the printer, or of one that waited. */
export const KiaCardStepRequest = v.variant('to', [
  v.strictObject({ to: v.picklist(['printed', 'notPrinted', 'handedOver']) }),
  v.strictObject({ to: v.literal('spoiled'), reason: v.picklist(SPOILED_REASONS) }),
]);
export type KiaCardStepRequest = v.InferOutput<typeof KiaCardStepRequest>;

/** The card of one child: an office may have more of them than a list shows. */
export const KiaCardSearch = v.strictObject({ nik: NikText });
export const KiaCardShown = v.object({
  id: uuid,
  state: v.picklist(['printing', 'printed']),
  nik: v.string(),
  name: v.string(),
  kelurahanDesa: v.string(),
});
export type KiaCardShown = v.InferOutput<typeof KiaCardShown>;
/** The cards of an office that lie in a printer or wait for a guardian. */
export const KiaCardsReply = v.object({ cards: v.array(KiaCardShown) });
export type KiaCardsReply = v.InferOutput<typeof KiaCardsReply>;

export const DueQuery = v.strictObject({ within: region, kind: v.picklist(DUE_KINDS) });
export const DueReply = v.object({
  /** The first in the order of their birthdays; `more` than are listed wait. */
  children: v.array(
    v.object({
      nik: v.string(),
      name: v.string(),
      birthDate: v.string(),
      address: v.string(),
      kelurahanDesa: v.string(),
      until: v.nullable(v.string()),
    }),
  ),
  more: v.boolean(),
});
export type DueReply = v.InferOutput<typeof DueReply>;

const IdParams = v.strictObject({ id: uuid });
export const KiaCardParams = IdParams;
export const KiaPartnerParams = IdParams;
export const KiaOfferParams = IdParams;

export const KiaPartnerRequest = v.strictObject({
  /** Made by the desk: the same sent twice is one. */
  id: uuid,
  name: text(120),
  region,
  agreement: text(80),
  from: day,
  to: day,
});
export type KiaPartnerRequest = v.InferOutput<typeof KiaPartnerRequest>;

/** Shown once: whoever has it may check KIA for this partner. */
export const CounterCodeReply = v.object({ counter: v.string() });

export const KiaOfferRequest = v.strictObject({
  id: uuid,
  title: text(120),
  /** Written in a field of several lines, shown in one. */
  terms: v.pipe(
    v.string(),
    v.transform((written) => written.replaceAll(/\s+/g, ' ')),
    text(500),
  ),
  from: day,
  to: day,
  band: v.picklist(OFFER_BANDS),
});
export type KiaOfferRequest = v.InferOutput<typeof KiaOfferRequest>;

const Offer = v.object({
  id: uuid,
  title: v.string(),
  terms: v.string(),
  from: v.string(),
  to: v.string(),
  band: v.picklist(OFFER_BANDS),
});

export const KiaPartnersReply = v.object({
  partners: v.array(
    v.object({
      id: uuid,
      name: v.string(),
      region: v.string(),
      regionName: v.string(),
      agreement: v.string(),
      from: v.string(),
      to: v.string(),
      ended: v.boolean(),
      offers: v.array(v.object({ ...Offer.entries, withdrawn: v.boolean(), used: count })),
    }),
  ),
});
export type KiaPartnersReply = v.InferOutput<typeof KiaPartnersReply>;

export const OffersQuery = v.strictObject({ region });
/** What anybody may see: who gives what, where and until when. */
export const OffersReply = v.object({
  offers: v.array(v.object({ ...Offer.entries, partner: v.string(), regionName: v.string() })),
});
export type OffersReply = v.InferOutput<typeof OffersReply>;

const counter = v.pipe(v.string(), v.regex(/^[A-Z2-7]{26}$/));
export const CounterRequest = v.strictObject({ counter });
export const CounterReply = v.object({ partner: v.string(), offers: v.array(Offer) });
export type CounterReply = v.InferOutput<typeof CounterReply>;

export const UseRequest = v.strictObject({ counter, offer: uuid, qr: v.pipe(v.string(), v.maxLength(4296)) });
export type UseRequest = v.InferOutput<typeof UseRequest>;
/** All that a counter learns. */
export const UseReply = v.object({ band: v.picklist(KIA_FORMS) });
export type UseReply = v.InferOutput<typeof UseReply>;
