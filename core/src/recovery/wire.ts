import * as v from 'valibot';
import { UUID } from '../kit/uuid.ts';
import { RECOVERY_KINDS, RECOVERY_STATES, STOPPERS } from './model.ts';

const uuid = v.pipe(v.string(), v.regex(UUID));
const instant = v.pipe(v.string(), v.isoTimestamp());
const text = v.pipe(v.string(), v.maxLength(200));
const qr = v.pipe(v.string(), v.maxLength(2048));

/** The handset that holds the identity gives it to the one that drew the QR. */
export const MoveRequest = v.strictObject({ qr });
export type MoveRequest = v.InferOutput<typeof MoveRequest>;

/** `id` is made by the wallet: the same form sent twice is one recovery. */
export const RecoveryRequest = v.strictObject({ id: uuid, nik: text, name: text });
export type RecoveryRequest = v.InferOutput<typeof RecoveryRequest>;

export const RecoveryParams = v.strictObject({ id: uuid });
export type RecoveryParams = v.InferOutput<typeof RecoveryParams>;

/** Where a recovery stands, as the handset that asked for it, or the one that holds the identity, may know it. */
export const RecoveryStatus = v.object({
  id: uuid,
  kind: v.picklist(RECOVERY_KINDS),
  state: v.picklist(RECOVERY_STATES),
  begunAt: instant,
  expiresAt: instant,
  /** When it may be completed; null before it is proven. */
  ripeAt: v.nullable(instant),
  stoppedBy: v.nullable(v.picklist(STOPPERS)),
  mayResend: v.boolean(),
});
export type RecoveryStatus = v.InferOutput<typeof RecoveryStatus>;

export const CodeRequest = v.strictObject({ code: v.pipe(v.string(), v.regex(/^\d{6}$/)) });
export type CodeRequest = v.InferOutput<typeof CodeRequest>;

/** What is under way about the identity on this handset, and whether it may lift a report of loss itself. */
export const WatchReply = v.object({ recoveries: v.array(RecoveryStatus), mayLift: v.boolean() });
export type WatchReply = v.InferOutput<typeof WatchReply>;

/** The link of a notice, from whatever device it was opened on. */
export const StopRequest = v.strictObject({
  token: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{16}$/)),
});
export type StopRequest = v.InferOutput<typeof StopRequest>;

/** An officer has the person before them, and the handset that is to hold the identity. */
export const MoveLookup = v.strictObject({ nik: text, name: text, qr });
export type MoveLookup = v.InferOutput<typeof MoveLookup>;

/** What an officer compares with the person and the card before moving an identity. */
export const MoveLookupReply = v.object({
  activation: uuid,
  /** Of the handset that is to hold the identity. */
  device: v.string(),
  /** `reset`: it holds the identity already, and only needs a new PIN. */
  kind: v.picklist(RECOVERY_KINDS),
  hasPhotograph: v.boolean(),
  record: v.object({
    nik: v.string(),
    name: v.string(),
    birthPlace: v.string(),
    birthDate: v.string(),
    address: v.string(),
  }),
});
export type MoveLookupReply = v.InferOutput<typeof MoveLookupReply>;

/** A signed attestation (core/src/recovery/moveAttestation.ts) and the QR that it is about. */
export const MoveDecision = v.strictObject({ attestation: v.pipe(v.string(), v.maxLength(4096)), qr });
export type MoveDecision = v.InferOutput<typeof MoveDecision>;

/** From any telephone: NIK, name, and the telephone number or e-mail address of the IKD. */
export const LossReport = v.strictObject({ nik: text, name: text, contact: text });
export type LossReport = v.InferOutput<typeof LossReport>;
