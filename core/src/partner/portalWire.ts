import * as v from 'valibot';
import { IKD_CLAIMS, type IkdClaim } from '../issuance/ikdClaims.ts';
import { PLAIN_LINE } from '../kit/plainLine.ts';
import { UUID } from '../kit/uuid.ts';
import { ENVIRONMENTS, PRICE_CLASSES, SCOPES, USES } from './model.ts';
import { PurposeView } from './wire.ts';

const text = (most: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(most));
const uuid = v.pipe(v.string(), v.regex(UUID));
const isoDate = v.pipe(v.string(), v.isoDate());
const wholeNumber = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(most));
const scopes = v.pipe(v.array(v.picklist(SCOPES)), v.minLength(1), v.maxLength(SCOPES.length));
const attributes = v.pipe(
  v.array(v.picklist(Object.keys(IKD_CLAIMS) as IkdClaim[])),
  v.minLength(1),
  v.maxLength(Object.keys(IKD_CLAIMS).length),
);
const MOST_PURPOSES = 20;

/** Who signs in: a new representative, or with a code one more of an institution that is known. */
export const RepresentativeRequest = v.strictObject({
  name: text(120),
  email: text(254),
  code: v.optional(text(60)),
});
export type RepresentativeRequest = v.InferOutput<typeof RepresentativeRequest>;

export const PasskeyCeremony = v.object({ ceremony: v.string(), options: v.record(v.string(), v.unknown()) });
export type PasskeyCeremony = v.InferOutput<typeof PasskeyCeremony>;
export const PasskeyAnswer = v.strictObject({ ceremony: uuid, response: v.record(v.string(), v.unknown()) });
export type PasskeyAnswer = v.InferOutput<typeof PasskeyAnswer>;

export const SignedInRepresentative = v.object({
  id: v.string(),
  name: v.string(),
  /** Null until the application is sent. */
  partner: v.nullable(v.string()),
});
export type SignedInRepresentative = v.InferOutput<typeof SignedInRepresentative>;

/** In a demonstration alone: institutions whose code lets anybody in. */
export const DemoInstitutions = v.array(v.object({ name: v.string(), code: v.string() }));
export type DemoInstitutions = v.InferOutput<typeof DemoInstitutions>;

/** One line: deeds and screens show it as it is. */
const line = (most: number) => v.pipe(text(most), v.regex(PLAIN_LINE));
const purposeText = v.strictObject({ id: line(120), en: line(120) });

export const ApplicationRequest = v.strictObject({
  name: text(200),
  priceClass: v.picklist(PRICE_CLASSES),
  registrationNumber: text(100),
  taxNumber: text(40),
  domain: text(253),
  scopes,
  purposes: v.pipe(
    v.array(v.strictObject({ text: purposeText, attributes })),
    v.minLength(1),
    v.maxLength(MOST_PURPOSES),
  ),
});
export type ApplicationRequest = v.InferOutput<typeof ApplicationRequest>;

const PricesWire = v.strictObject(v.entriesFromList(USES, wholeNumber(1_000_000)));

export const AgreementTermsWire = v.strictObject({
  purposes: v.pipe(
    v.array(v.strictObject({ id: line(60), text: purposeText, attributes })),
    v.minLength(1),
    v.maxLength(MOST_PURPOSES),
  ),
  scopes,
  nameThreshold: v.pipe(v.number(), v.integer(), v.minValue(50), v.maxValue(100)),
  quotaPerMonth: wholeNumber(1_000_000_000),
  prices: PricesWire,
  endsOn: isoDate,
});
export type AgreementTermsWire = v.InferOutput<typeof AgreementTermsWire>;

export const AcceptanceRequest = v.strictObject({
  deed: v.picklist(['memorandum', 'agreement']),
  /** Of the text that was read, hexadecimal. */
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
});
export type AcceptanceRequest = v.InferOutput<typeof AcceptanceRequest>;

export const ClientRequest = v.strictObject({
  environment: v.picklist(ENVIRONMENTS),
  name: text(80),
  keys: v.variant('kind', [
    v.strictObject({
      kind: v.literal('jwks'),
      jwks: v.union([v.pipe(v.string(), v.maxLength(32_000)), v.record(v.string(), v.unknown())]),
    }),
    v.strictObject({ kind: v.literal('uri'), uri: text(500) }),
  ]),
  redirectUris: v.pipe(v.array(text(500)), v.maxLength(10)),
  scopes,
});
export type ClientRequest = v.InferOutput<typeof ClientRequest>;

/** PKCS #10 in PEM, signed by the key that is to be certified. */
export const AccessCertificateRequest = v.strictObject({ csr: text(8_000) });
export type AccessCertificateRequest = v.InferOutput<typeof AccessCertificateRequest>;

export const CodeReply = v.object({ code: v.string(), expiresAt: v.string() });
export type CodeReply = v.InferOutput<typeof CodeReply>;

const DeedView = v.object({
  title: v.string(),
  articles: v.array(v.object({ heading: v.string(), text: v.string() })),
  sha256: v.string(),
  accepted: v.nullable(v.object({ at: v.string(), by: v.string() })),
});
export type DeedView = v.InferOutput<typeof DeedView>;

const AgreementView = v.object({ id: v.string(), terms: AgreementTermsWire, deed: DeedView });
export type AgreementView = v.InferOutput<typeof AgreementView>;

const ClientView = v.object({
  id: v.string(),
  environment: v.picklist(ENVIRONMENTS),
  name: v.string(),
  /** How many uploaded keys, or where they are fetched. */
  keys: v.union([v.number(), v.string()]),
  redirectUris: v.array(v.string()),
  scopes: v.array(v.picklist(SCOPES)),
});
export type ClientView = v.InferOutput<typeof ClientView>;

const CertificateView = v.object({
  sha256: v.string(),
  pem: v.string(),
  dnsNames: v.array(v.string()),
  notAfter: v.string(),
});

export const GO_LIVE_STEPS = ['memorandum', 'agreement', 'sandboxClient', 'sandboxUsed'] as const;
export type GoLiveStep = (typeof GO_LIVE_STEPS)[number];

const UsageView = v.object({
  month: v.string(),
  ...v.entriesFromList(USES, v.number()),
  amount: v.number(),
  /** Closed: it does not change any more. */
  closed: v.boolean(),
});
export type UsageView = v.InferOutput<typeof UsageView>;

/** Everything about one institution, as its representatives and the ministry see it. */
export const PartnerOverview = v.object({
  id: v.string(),
  name: v.string(),
  priceClass: v.picklist(PRICE_CLASSES),
  state: v.object({
    kind: v.picklist(['applied', 'refused', 'approved', 'memorandum', 'active', 'suspended', 'ended']),
    reason: v.optional(v.string()),
  }),
  appliedAt: v.string(),
  registrationNumber: v.string(),
  taxNumber: v.string(),
  domain: v.string(),
  scopes: v.array(v.picklist(SCOPES)),
  purposes: v.array(PurposeView),
  representatives: v.array(v.object({ name: v.string(), email: v.string() })),
  documents: v.array(v.object({ id: v.string(), name: v.string(), bytes: v.number(), addedAt: v.string() })),
  memorandum: DeedView,
  offered: v.nullable(AgreementView),
  inForce: v.nullable(AgreementView),
  clients: v.array(ClientView),
  certificates: v.array(CertificateView),
  /** What an agreement usually costs an institution of this kind. */
  usualPrices: PricesWire,
  goLive: v.object(v.entriesFromList(GO_LIVE_STEPS, v.boolean())),
  /** The newest month first. */
  usage: v.array(UsageView),
});
export type PartnerOverview = v.InferOutput<typeof PartnerOverview>;

export const PartnerList = v.object({
  partners: v.array(v.pick(PartnerOverview, ['id', 'name', 'priceClass', 'state', 'appliedAt'])),
});
export type PartnerList = v.InferOutput<typeof PartnerList>;

const reason = text(500);
export const DecisionRequest = v.variant('decision', [
  v.strictObject({ decision: v.literal('approve') }),
  v.strictObject({ decision: v.literal('refuse'), reason }),
  v.strictObject({ decision: v.literal('suspend'), reason }),
  v.strictObject({ decision: v.literal('resume') }),
  v.strictObject({ decision: v.literal('end'), reason }),
]);
export type DecisionRequest = v.InferOutput<typeof DecisionRequest>;

export const PartnerParams = v.strictObject({ id: uuid });
export const DocumentParams = v.strictObject({ id: uuid });
export const DocumentNameParams = v.strictObject({ name: line(60) });
export const ClientParams = v.strictObject({ id: text(100) });
export const MonthParams = v.strictObject({ month: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}$/)) });
export const DeedParams = v.strictObject({ deed: v.picklist(['memorandum', 'agreement']) });
