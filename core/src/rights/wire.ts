import * as v from 'valibot';
import { UUID } from '../kit/uuid.ts';
import { OBJECTION_OUTCOMES, OBJECTION_REASONS } from './model.ts';

const MAX_NOTE = 500;
const MAX_ANSWER = 1000;
const uuid = v.pipe(v.string(), v.regex(UUID));
const instant = v.pipe(v.string(), v.isoTimestamp());
const written = (max: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(max));

/** Where an objection stands. */
export const ObjectionReply = v.object({
  id: uuid,
  reason: v.picklist(OBJECTION_REASONS),
  note: v.nullable(v.string()),
  openedAt: instant,
  dueAt: instant,
  answer: v.nullable(
    v.object({
      outcome: v.picklist(OBJECTION_OUTCOMES),
      text: v.string(),
      office: v.nullable(v.string()),
      at: instant,
    }),
  ),
});
export type ObjectionReply = v.InferOutput<typeof ObjectionReply>;

const entryFacts = {
  kind: v.string(),
  at: instant,
  actor: v.picklist(['resident', 'officer', 'partner', 'stranger', 'system']),
  /** Office or institution, when there is one. */
  who: v.nullable(v.string()),
  purpose: v.nullable(v.string()),
  /** Which data: names of IKD claims, or of parts of the registry's record. */
  elements: v.array(v.string()),
};

/** The resident's own trail: what happened with their record, newest first. */
export const TrailReply = v.object({
  entries: v.array(
    v.object({
      id: uuid,
      ...entryFacts,
      contestable: v.boolean(),
      objection: v.nullable(ObjectionReply),
    }),
  ),
  /** Whether there is more before the last of these. */
  hasOlder: v.boolean(),
});
export type TrailReply = v.InferOutput<typeof TrailReply>;

export const TrailParams = v.strictObject({ before: uuid });

/** `id` is made by the wallet: sent again, it is the same objection. */
export const ObjectionRequest = v.strictObject({
  id: uuid,
  entry: uuid,
  reason: v.picklist(OBJECTION_REASONS),
  note: v.optional(v.nullable(written(MAX_NOTE)), null),
});
export type ObjectionRequest = v.InferOutput<typeof ObjectionRequest>;

/** What residents contest, as an officer sees it: the entry and the complaint, no name and no NIK. */
export const ObjectionsReply = v.object({
  objections: v.array(v.object({ ...ObjectionReply.entries, contested: v.object(entryFacts) })),
});
export type ObjectionsReply = v.InferOutput<typeof ObjectionsReply>;

export const ObjectionParams = v.strictObject({ id: uuid });

export const ObjectionAnswerRequest = v.strictObject({
  outcome: v.picklist(OBJECTION_OUTCOMES),
  text: written(MAX_ANSWER),
});
export type ObjectionAnswerRequest = v.InferOutput<typeof ObjectionAnswerRequest>;
