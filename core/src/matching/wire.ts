import * as v from 'valibot';
import { UUID } from '../kit/uuid.ts';
import { MATCH_ELEMENTS, MATCH_REASONS, type MatchAnswer, VERDICTS } from './model.ts';

const MAX_TEXT = 200;
const MAX_PURPOSE = 100;
const uuid = v.pipe(v.string(), v.regex(UUID));
const text = v.pipe(v.string(), v.maxLength(MAX_TEXT));
const purpose = v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_PURPOSE));

const sentElements = v.strictObject({
  ...(Object.fromEntries(MATCH_ELEMENTS.map((element) => [element, v.optional(text)])) as Record<
    (typeof MATCH_ELEMENTS)[number],
    v.OptionalSchema<typeof text, undefined>
  >),
  name: text,
});

/** What a partner says about one person, for a purpose of its agreement. */
export const MatchRequest = v.strictObject({ purpose, nik: text, elements: sentElements });
export type MatchRequest = v.InferOutput<typeof MatchRequest>;

const VerdictReply = v.object({
  verdict: v.picklist(VERDICTS),
  /** Of the name alone: whole percent. */
  similarity: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100))),
});

/** Verdicts, never data. */
export const MatchReply = v.object({
  reason: v.nullable(v.picklist(MATCH_REASONS)),
  elements: v.record(v.picklist(MATCH_ELEMENTS), VerdictReply),
});
export type MatchReply = v.InferOutput<typeof MatchReply>;

export function toMatchReply({ reason, verdicts, nameSimilarity }: MatchAnswer): MatchReply {
  const elements = [...verdicts].map(([element, verdict]) => [
    element,
    element === 'name' ? { verdict, similarity: nameSimilarity } : { verdict },
  ]);
  return { reason, elements: Object.fromEntries(elements) };
}

/** `id` is the caller's: the same batch sent again is the same batch. */
export const MatchBatchQuery = v.strictObject({ id: uuid, purpose });
export const MatchBatchParams = v.strictObject({ id: uuid });

/** `stopped`: the partner's access ended while it was worked on. `deleted`: its result was kept long enough. */
export const MATCH_BATCH_STATES = ['working', 'done', 'stopped', 'deleted'] as const;

export const MatchBatchReply = v.object({
  id: uuid,
  state: v.picklist(MATCH_BATCH_STATES),
  rows: v.number(),
  answered: v.number(),
  receivedAt: v.pipe(v.string(), v.isoTimestamp()),
  /** Until when the result can be fetched; null while it is not complete, or when it is gone. */
  deletedAt: v.nullable(v.pipe(v.string(), v.isoTimestamp())),
});
export type MatchBatchReply = v.InferOutput<typeof MatchBatchReply>;

/** One row of a JSON lines batch. `ref` comes back with its answer. */
export const MatchRow = v.strictObject({
  ref: v.pipe(v.string(), v.maxLength(MAX_TEXT)),
  nik: text,
  ...sentElements.entries,
});

/** Partners that looked as if they were guessing; the newest first. */
export const MatchAlarms = v.object({
  alarms: v.array(
    v.object({ partner: uuid, times: v.number(), lastAt: v.pipe(v.string(), v.isoTimestamp()) }),
  ),
});
export type MatchAlarms = v.InferOutput<typeof MatchAlarms>;
