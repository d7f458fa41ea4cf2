import * as v from 'valibot';
import { UUID } from '../kit/uuid.ts';
import { ACTIVATION_STATES, CONFIRMATIONS, DECISION_REASONS, END_REASONS, FACE_FINDINGS } from './model.ts';

const MAX_TEXT = 200;
const uuid = v.pipe(v.string(), v.regex(UUID));
const instant = v.pipe(v.string(), v.isoTimestamp());
const text = v.pipe(v.string(), v.maxLength(MAX_TEXT));

/** The form. `id` is made by the wallet: the same form sent twice is one application. E-mail and telephone number may be empty. */
export const ApplicationRequest = v.strictObject({
  id: uuid,
  nik: text,
  name: text,
  email: text,
  phone: text,
  /** The owner's word that this person may share the handset (core/src/activation/sharedHandset.ts). */
  sharedBy: v.optional(v.pipe(v.string(), v.maxLength(2048))),
  /** Whoever fills the form in for the applicant, who agrees to that. */
  helper: v.optional(v.strictObject({ nik: text, name: text })),
});
export type ApplicationRequest = v.InferOutput<typeof ApplicationRequest>;

/** Where an application stands, as the handset that applied may know it. */
export const ApplicationStatus = v.object({
  id: uuid,
  state: v.picklist(ACTIVATION_STATES),
  expiresAt: instant,
  hasEmail: v.boolean(),
  office: v.nullable(v.string()),
  refusedFor: v.nullable(v.picklist(DECISION_REASONS)),
  endedFor: v.nullable(v.picklist(END_REASONS)),
});
export type ApplicationStatus = v.InferOutput<typeof ApplicationStatus>;

/** With `unlike`, the answer may be held for half a minute, as long as the application is still in that state. */
export const StatusQuery = v.strictObject({ unlike: v.optional(v.picklist(ACTIVATION_STATES)) });
export type StatusQuery = v.InferOutput<typeof StatusQuery>;

export const ActivationParams = v.strictObject({ id: uuid });
export type ActivationParams = v.InferOutput<typeof ActivationParams>;

/** The largest selfie that is taken. */
export const MAX_SELFIE_BYTES = 2 * 1024 * 1024;
const count = v.pipe(v.string(), v.regex(/^\d{1,7}$/), v.transform(Number));

/** One part of a selfie: of the picture with this SHA-256 (base64url), which is `size` bytes long, the bytes from `offset` on. */
export const SelfiePartParams = v.strictObject({
  id: uuid,
  digest: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/)),
});
export type SelfiePartParams = v.InferOutput<typeof SelfiePartParams>;
export const SelfiePartQuery = v.strictObject({
  offset: v.pipe(count, v.maxValue(MAX_SELFIE_BYTES)),
  size: v.pipe(count, v.minValue(1), v.maxValue(MAX_SELFIE_BYTES)),
});
export type SelfiePartQuery = v.InferOutput<typeof SelfiePartQuery>;

/** How much of the picture is there: the next part begins here. All of it: the application has it. */
export const SelfiePartReply = v.object({
  received: v.pipe(v.number(), v.integer(), v.minValue(0)),
  application: ApplicationStatus,
});
export type SelfiePartReply = v.InferOutput<typeof SelfiePartReply>;

/** The link of the mail, opened on any device. */
export const ConfirmationRequest = v.strictObject({
  token: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/)),
});
export type ConfirmationRequest = v.InferOutput<typeof ConfirmationRequest>;

export const ConfirmationReply = v.object({ state: v.literal('active') });
export type ConfirmationReply = v.InferOutput<typeof ConfirmationReply>;

/** The desk sends what its camera read. */
export const LookupRequest = v.strictObject({ qr: v.pipe(v.string(), v.maxLength(4096)) });
export type LookupRequest = v.InferOutput<typeof LookupRequest>;

/** The registry's record beside the application: what an officer compares with the person and the card. */
export const LookupReply = v.object({
  activation: v.object({
    id: uuid,
    state: v.picklist(ACTIVATION_STATES),
    device: v.string(),
    selfie: v.nullable(v.string()),
    hasEmail: v.boolean(),
    /** On the handset of somebody else of the household. */
    shared: v.optional(v.boolean(), false),
    /** The name of whoever helped. */
    helper: v.optional(v.nullable(v.string()), null),
    startedAt: instant,
    expiresAt: instant,
  }),
  record: v.object({
    nik: v.string(),
    name: v.string(),
    birthPlace: v.string(),
    birthDate: v.string(),
    sex: v.picklist(['female', 'male']),
    maritalStatus: v.string(),
    religion: v.string(),
    occupation: v.string(),
    citizenship: v.picklist(['wni', 'wna']),
    address: v.string(),
    domicile: v.object({
      kelurahanDesa: v.string(),
      kecamatan: v.string(),
      kabupatenKota: v.string(),
      provinsi: v.string(),
    }),
    noKk: v.string(),
    recording: v.string(),
  }),
  /** Codes of things worth a second look (the NIK's date differs from the birth date …); never a reason to refuse alone. */
  warnings: v.array(v.string()),
});
export type LookupReply = v.InferOutput<typeof LookupReply>;

/** What the comparison of selfie and recorded photograph came to: advice, which the attestation repeats. */
export const ComparisonReply = v.object({ finding: v.picklist(FACE_FINDINGS) });
export type ComparisonReply = v.InferOutput<typeof ComparisonReply>;
/** What an officer hands over on paper, for whoever has no mail, or waits for one in vain. */
export const PaperCodeReply = v.object({ code: v.string() });
export type PaperCodeReply = v.InferOutput<typeof PaperCodeReply>;

/** That code, typed by the resident. Capitals, spaces and dashes do not matter. */
export const PaperCodeRequest = v.strictObject({ code: v.pipe(v.string(), v.maxLength(40)) });
export type PaperCodeRequest = v.InferOutput<typeof PaperCodeRequest>;

/** A signed attestation (core/src/activation/attestation.ts). */
export const AttestationRequest = v.strictObject({ attestation: v.pipe(v.string(), v.maxLength(4096)) });
export type AttestationRequest = v.InferOutput<typeof AttestationRequest>;

export const AttestationReply = v.object({
  state: v.picklist(ACTIVATION_STATES),
  confirmation: v.nullable(v.picklist(CONFIRMATIONS)),
});
export type AttestationReply = v.InferOutput<typeof AttestationReply>;

/** An officer takes an identity off a handset that is lost or that its owner cannot open. */
export const EndingRequest = v.strictObject({
  nik: text,
  name: text,
  reason: v.picklist(['lost', 'released']),
});
export type EndingRequest = v.InferOutput<typeof EndingRequest>;

/** An officer puts an identity on hold whose handset was reported lost, or gives it back: in front of the person. */
export const HoldRequest = v.strictObject({ nik: text, name: text });
export type HoldRequest = v.InferOutput<typeof HoldRequest>;
