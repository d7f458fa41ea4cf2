import * as v from 'valibot';
import { BINDING_MESSAGE } from '../approval/bindingMessage.ts';
import { UUID } from '../kit/uuid.ts';
import { GRANT_STATES, OUTCOMES, REQUEST_STATES } from './model.ts';

const MAX_TEXT = 200;
const MAX_ATTRIBUTES = 40;
const LONGEST_PERIOD_DAYS = 365;
const SHORTEST_WAIT_SECONDS = 60;
const LONGEST_WAIT_SECONDS = 7 * 24 * 3600;
const uuid = v.pipe(v.string(), v.regex(UUID));
const instant = v.pipe(v.string(), v.isoTimestamp());
const text = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(MAX_TEXT));
const attributes = v.pipe(v.array(v.string()), v.minLength(1), v.maxLength(MAX_ATTRIBUTES));
const wholeNumber = (min: number, max: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max));

/** A partner asks one resident for named attributes and one purpose. */
export const ConsentAsk = v.strictObject({
  id: uuid,
  /** By NIK, or by the `sub` of an earlier login. */
  subject: v.union([v.strictObject({ nik: text }), v.strictObject({ sub: text })]),
  purpose: text,
  attributes,
  /** For how many days reading is asked for; without it, for once. */
  periodDays: v.optional(v.nullable(wholeNumber(1, LONGEST_PERIOD_DAYS)), null),
  /** Shown to the resident, who compares it with what the partner says. */
  bindingMessage: v.optional(v.nullable(v.pipe(text, v.regex(BINDING_MESSAGE))), null),
  expiresInSeconds: v.optional(wholeNumber(SHORTEST_WAIT_SECONDS, LONGEST_WAIT_SECONDS), 24 * 3600),
});
export type ConsentAsk = v.InferOutput<typeof ConsentAsk>;

export const ConsentIdParams = v.strictObject({ id: uuid });

export const ConsentRequestReply = v.object({
  id: uuid,
  state: v.picklist(REQUEST_STATES),
  expiresAt: instant,
  /** With `granted`: what to read under. */
  grant: v.nullable(uuid),
});
export type ConsentRequestReply = v.InferOutput<typeof ConsentRequestReply>;

const OutcomeReply = v.object({ code: v.picklist(OUTCOMES), note: v.nullable(v.string()), at: instant });

export const GrantReply = v.object({
  id: uuid,
  /** The partner's own id of the request that led to it. */
  request: uuid,
  institution: v.string(),
  purpose: v.string(),
  attributes: v.array(v.string()),
  once: v.boolean(),
  state: v.picklist(GRANT_STATES),
  grantedAt: instant,
  until: instant,
  endedAt: v.nullable(instant),
  /** The newest, newest first. */
  reads: v.array(
    v.object({
      id: uuid,
      at: instant,
      attributes: v.array(v.string()),
      outcome: v.nullable(OutcomeReply),
    }),
  ),
});
export type GrantReply = v.InferOutput<typeof GrantReply>;

export const GrantsReply = v.object({ grants: v.array(GrantReply) });

/** `id` is the partner's: the same read, sent again because its answer got lost, is answered again. */
export const ReadRequest = v.strictObject({ id: uuid, attributes: v.optional(attributes) });
export type ReadRequest = v.InferOutput<typeof ReadRequest>;

export const ReadReply = v.object({
  id: uuid,
  at: instant,
  attributes: v.record(v.string(), v.union([v.string(), v.boolean()])),
});

/** *Data balikan*. */
export const OutcomeRequest = v.strictObject({
  outcome: v.picklist(OUTCOMES),
  note: v.optional(v.nullable(text), null),
});
export type OutcomeRequest = v.InferOutput<typeof OutcomeRequest>;

/** The resident's side: what was allowed, and who may not ask again. */
export const OwnConsentsReply = v.object({
  grants: v.array(GrantReply),
  blocks: v.array(v.object({ id: uuid, institution: v.string(), purpose: v.string(), since: instant })),
});
export type OwnConsentsReply = v.InferOutput<typeof OwnConsentsReply>;
