import * as v from 'valibot';
import { type PhotographFault, photographFaults } from '../face/photographRules.ts';
import { UUID } from '../kit/uuid.ts';
import { RECORDING_STATES } from '../registry/model.ts';
import { CAPTURE_STATES, MISSING_REASONS, SLOTS, UNSEAL_REASONS, VERDICTS } from './model.ts';
import { WORK_STATES } from './rules.ts';

const id = v.pipe(v.string(), v.regex(UUID));
const text = v.pipe(v.string(), v.maxLength(200));
const day = v.pipe(v.string(), v.isoDate());
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const list = <Item extends v.GenericSchema>(item: Item) => v.pipe(v.array(item), v.readonly());
const slot = v.picklist(SLOTS);
const PHOTOGRAPH_FAULTS = Object.keys(photographFaults) as PhotographFault[];

export const ResidentParams = v.strictObject({ id });
export const CaptureParams = v.strictObject({ id });
export const PieceParams = v.strictObject({ id, slot });
export const WorkParams = v.strictObject({ state: v.picklist(WORK_STATES) });

/** `id` is made by the desk: the same begin sent twice is one sitting. By NIK and name of whoever stands there. */
export const BeginRequest = v.strictObject({ id, nik: text, name: text });
export type BeginRequest = v.InferOutput<typeof BeginRequest>;

/** Which device took it, as it names itself. */
export const DeviceQuery = v.strictObject({ device: v.pipe(v.string(), v.regex(/^[\w .-]{1,60}$/)) });

/** What is wrong with a photograph that was kept all the same (core/src/face/photographRules.ts); empty for everything else. */
export const TakenReply = v.object({ faults: list(v.picklist(PHOTOGRAPH_FAULTS)) });
export type TakenReply = v.InferOutput<typeof TakenReply>;

export const MissingRequest = v.strictObject({ reason: v.picklist(MISSING_REASONS) });

export const UnsealRequest = v.strictObject({ reason: v.picklist(UNSEAL_REASONS) });

const Person = v.object({
  id,
  nik: v.string(),
  name: v.string(),
  birthPlace: v.string(),
  birthDate: day,
  address: v.string(),
  kelurahanDesa: v.string(),
  recording: v.picklist(RECORDING_STATES),
});

export const CaptureReply = v.object({
  id,
  state: v.picklist(CAPTURE_STATES),
  person: Person,
  /** Where NIK and record disagree: a warning, never a reason to send somebody away. */
  warnings: list(v.picklist(['birthDate', 'sex', 'domicile'])),
  pieces: list(
    v.variant('kind', [
      v.object({ kind: v.literal('taken'), slot, format: v.string(), device: v.string() }),
      v.object({ kind: v.literal('missing'), slot, reason: v.picklist(MISSING_REASONS) }),
    ]),
  ),
  /** What is still to be taken, in order. */
  open: list(slot),
});
export type CaptureReply = v.InferOutput<typeof CaptureReply>;

/** Sittings of the own office that are not finished: nothing is lost with a reload or a broken device. */
export const OpenCaptures = v.object({
  captures: list(
    v.object({
      id,
      name: v.string(),
      begunAt: v.pipe(v.string(), v.isoTimestamp()),
      /** For more than a day. */
      stuck: v.boolean(),
      open: count,
    }),
  ),
});
export type OpenCaptures = v.InferOutput<typeof OpenCaptures>;

export const WorkReply = v.object({
  states: list(v.object({ state: v.picklist(WORK_STATES), people: count, stuck: count })),
});
export type WorkReply = v.InferOutput<typeof WorkReply>;

export const WorkQuery = v.strictObject({
  after: v.optional(v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d [0-9a-f-]{36}$/))),
});

export const WorkList = v.object({
  people: list(
    v.object({
      ...Person.entries,
      since: day,
      stuck: v.boolean(),
      /** Recorded here, so that the system takes the next steps by itself. */
      ours: v.boolean(),
      /** What an officer may note by hand. */
      steps: list(v.picklist(RECORDING_STATES)),
    }),
  ),
  /** To ask for the next page with; null at the end. */
  next: v.nullable(v.string()),
});
export type WorkList = v.InferOutput<typeof WorkList>;

export const StepRequest = v.strictObject({ to: v.picklist(RECORDING_STATES) });

export const DisputeList = v.object({
  disputes: list(
    v.object({
      capture: id,
      person: Person,
      candidates: list(
        v.object({ person: Person, distance: v.number(), verdict: v.nullable(v.picklist(VERDICTS)) }),
      ),
    }),
  ),
});
export type DisputeList = v.InferOutput<typeof DisputeList>;

const reason = v.pipe(v.string(), v.trim(), v.minLength(10), v.maxLength(500));

export const VerdictRequest = v.strictObject({ candidate: id, verdict: v.picklist(VERDICTS), reason });
export type VerdictRequest = v.InferOutput<typeof VerdictRequest>;

/** Of somebody whose recording holds another person's picture, by NIK and name. */
export const WithdrawRequest = v.strictObject({ nik: text, name: text, reason });
export type WithdrawRequest = v.InferOutput<typeof WithdrawRequest>;
