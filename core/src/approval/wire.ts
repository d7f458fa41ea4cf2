import * as v from 'valibot';
import { DECISIONS, DURATIONS, QUESTION_ID, QUESTION_KINDS, QUESTION_STATES } from './model.ts';

const MAX_ATTRIBUTES = 40;
const instant = v.pipe(v.string(), v.isoTimestamp());
const attributes = v.array(v.string());

export const QuestionParams = v.strictObject({ id: v.pipe(v.string(), v.regex(QUESTION_ID)) });
export type QuestionParams = v.InferOutput<typeof QuestionParams>;

/** A question as the wallet of the resident who is asked shows it. */
export const QuestionReply = v.object({
  id: v.string(),
  kind: v.picklist(QUESTION_KINDS),
  state: v.picklist(QUESTION_STATES),
  asker: v.object({ name: v.string(), partner: v.nullable(v.string()) }),
  purpose: v.string(),
  attributes,
  bindingMessage: v.nullable(v.string()),
  acr: v.nullable(v.string()),
  periodDays: v.nullable(v.number()),
  returnTo: v.nullable(v.string()),
  askedAt: instant,
  expiresAt: instant,
  answer: v.nullable(
    v.object({
      decision: v.picklist(DECISIONS),
      duration: v.picklist(DURATIONS),
      attributes,
      at: instant,
    }),
  ),
});
export type QuestionReply = v.InferOutput<typeof QuestionReply>;

/** What waits for this resident, the one that ends first on top. */
export const QuestionsReply = v.object({ questions: v.array(QuestionReply) });
export type QuestionsReply = v.InferOutput<typeof QuestionsReply>;

/** Without `attributes` an approval covers all that were asked for. */
export const AnswerRequest = v.strictObject({
  decision: v.picklist(DECISIONS),
  duration: v.optional(v.picklist(DURATIONS), 'once'),
  attributes: v.optional(v.pipe(attributes, v.maxLength(MAX_ATTRIBUTES))),
});
export type AnswerRequest = v.InferOutput<typeof AnswerRequest>;
