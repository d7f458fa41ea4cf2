import * as v from 'valibot';
import { UUID } from '../kit/uuid.ts';
import {
  CARD_KINDS,
  CARD_REASONS,
  CARD_STATES,
  PRINT_OUTCOMES,
  RECEIVERS,
  SPOILED_REASONS,
} from './model.ts';

const id = v.pipe(v.string(), v.regex(UUID));
const day = v.pipe(v.string(), v.isoDate());
const instant = v.pipe(v.string(), v.isoTimestamp());
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const some = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(most));
const text = (most: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(most));
const list = <Item extends v.GenericSchema>(item: Item) => v.pipe(v.array(item), v.readonly());

/** The most cards of one run: as many as a feeder holds. */
export const MOST_IN_RUN = 50;

/** The most printed cards that one page shows and one request throws away. */
export const MOST_ON_SHELF = 200;

export const CardParams = v.strictObject({ id });

/** Blanks that came with a delivery note. `id` is made by the desk: the same delivery sent twice is one. */
export const ReceiveRequest = v.strictObject({
  id,
  card: v.picklist(CARD_KINDS),
  quantity: some(50_000),
  note: text(60),
  on: day,
});
export type ReceiveRequest = v.InferOutput<typeof ReceiveRequest>;

/** Blanks that nobody can print on any more, such as a stack that became wet. */
export const SpoilBlanksRequest = v.strictObject({
  id,
  card: v.picklist(CARD_KINDS),
  quantity: some(50_000),
  reason: v.picklist(SPOILED_REASONS),
});
export type SpoilBlanksRequest = v.InferOutput<typeof SpoilBlanksRequest>;

export const StockQuery = v.strictObject({ card: v.picklist(CARD_KINDS) });
export const StockReply = v.object({
  blanks: count,
  claimed: count,
  printed: count,
  journal: list(
    v.object({
      at: instant,
      kind: v.picklist(['received', 'printed', 'spoiled', 'handedOver']),
      quantity: count,
      note: v.string(),
      blanks: count,
      printed: count,
    }),
  ),
});
export type StockReply = v.InferOutput<typeof StockReply>;

export const RunRequest = v.strictObject({ id, count: some(MOST_IN_RUN) });

/** `again`: somebody looked at the printer, and none of these cards came out. */
export const SendRequest = v.strictObject({ again: v.boolean() });

export const OutcomesRequest = v.strictObject({
  cards: v.pipe(
    v.array(v.strictObject({ id, outcome: v.picklist(PRINT_OUTCOMES) })),
    v.minLength(1),
    v.maxLength(MOST_IN_RUN),
    v.readonly(),
  ),
});
export type OutcomesRequest = v.InferOutput<typeof OutcomesRequest>;

export const CardShown = v.object({
  id,
  resident: id,
  name: v.string(),
  nik: v.string(),
  kelurahanDesa: v.string(),
  state: v.picklist(CARD_STATES),
  reason: v.picklist(CARD_REASONS),
  sent: count,
});
export type CardShown = v.InferOutput<typeof CardShown>;

/** Whoever stands there and asks for the card. */
export const FindCardRequest = v.strictObject({ nik: v.pipe(v.string(), v.maxLength(200)) });

/** What the page Cards works with: what waits, what lies in printers, what waits for its owner. */
export const CardsReply = v.object({
  queued: count,
  runs: list(v.object({ id, begunAt: instant, cards: list(CardShown) })),
  /** Those that wait longest; `waiting` is how many there are. */
  printed: list(CardShown),
  waiting: count,
});
export type CardsReply = v.InferOutput<typeof CardsReply>;

export const HandOverRequest = v.strictObject({
  receiver: v.picklist(RECEIVERS),
  /** Compact form of core/src/recording/signature.ts, base64url. */
  signature: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,11000}$/)),
});
export type HandOverRequest = v.InferOutput<typeof HandOverRequest>;

/** Printed cards that nobody will get: one, or the whole stack that became wet. */
export const SpoilCardsRequest = v.strictObject({
  cards: v.pipe(v.array(id), v.minLength(1), v.maxLength(MOST_ON_SHELF), v.readonly()),
  reason: v.picklist(SPOILED_REASONS),
});
export type SpoilCardsRequest = v.InferOutput<typeof SpoilCardsRequest>;

/** A card to be printed anew for whoever stands there. `id` is made by the desk. */
export const ReprintRequest = v.strictObject({
  id,
  nik: v.pipe(v.string(), v.maxLength(200)),
  name: v.pipe(v.string(), v.maxLength(200)),
  reason: v.picklist(['lost', 'damaged', 'changed']),
  policeReport: v.nullable(v.strictObject({ number: text(60), on: day })),
});
export type ReprintRequest = v.InferOutput<typeof ReprintRequest>;
