import * as v from 'valibot';
import { UUID } from '../kit/uuid.ts';
import { RegionCode } from '../wilayah/wire.ts';
import {
  CERTIFICATES,
  CORRECTABLE,
  FAMILY_CARD_REASONS,
  MAX_DOCUMENT_BYTES,
  MOST_DOCUMENTS,
  REFUSAL_REASONS,
  SERVICE_STATES,
} from './model.ts';

const id = v.pipe(v.string(), v.regex(UUID));
const instant = v.pipe(v.string(), v.isoTimestamp());
const day = v.pipe(v.string(), v.isoDate());
const digest = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/));
const digests = v.pipe(v.array(digest), v.maxLength(MOST_DOCUMENTS), v.readonly());
const note = v.pipe(v.string(), v.trim(), v.maxLength(500));
const said = v.pipe(v.string(), v.trim(), v.minLength(3), v.maxLength(500));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const Wish = v.variant('kind', [
  v.strictObject({ kind: v.literal('move'), to: RegionCode, address: said, note }),
  v.strictObject({ kind: v.literal('newFamilyCard'), reason: v.picklist(FAMILY_CARD_REASONS), note }),
  v.strictObject({ kind: v.literal('certificate'), certificate: v.picklist(CERTIFICATES), note }),
  v.strictObject({ kind: v.literal('correction'), part: v.picklist(CORRECTABLE), note: said }),
]);
export type WishWire = v.InferOutput<typeof Wish>;

/** `id` is made by the wallet: sent again it is the same request. */
export const RequestBody = v.strictObject({ id, wish: Wish, documents: digests });
export type RequestBody = v.InferOutput<typeof RequestBody>;
export const RequestParams = v.strictObject({ id });

export const DocumentParams = v.strictObject({ digest });
/** Part of a picture: `size` bytes in all, the bytes from `from` on in the body. */
export const DocumentPart = v.strictObject({
  from: v.pipe(v.string(), v.regex(/^\d{1,7}$/), v.transform(Number)),
  size: v.pipe(
    v.string(),
    v.regex(/^\d{1,7}$/),
    v.transform(Number),
    v.minValue(1),
    v.maxValue(MAX_DOCUMENT_BYTES),
  ),
});
export type DocumentPart = v.InferOutput<typeof DocumentPart>;
/** How much is there: the next part begins here. */
export const DocumentReply = v.object({ received: count });

export const ResidentMoveBody = v.variant('kind', [
  v.strictObject({ kind: v.literal('addDocuments'), documents: digests }),
  v.strictObject({ kind: v.literal('withdraw') }),
]);
export const OfficerMoveBody = v.variant('kind', [
  v.strictObject({ kind: v.literal('take') }),
  v.strictObject({ kind: v.literal('askMore'), asked: said }),
  v.strictObject({ kind: v.literal('complete'), answer: said }),
  v.strictObject({ kind: v.literal('refuse'), reason: v.picklist(REFUSAL_REASONS), answer: said }),
]);
export type OfficerMoveBody = v.InferOutput<typeof OfficerMoveBody>;

const shown = {
  id,
  state: v.picklist(SERVICE_STATES),
  wish: Wish,
  /** The region to which somebody moves, by name. */
  regionName: v.nullable(v.string()),
  documents: v.pipe(v.array(digest), v.readonly()),
  openedAt: instant,
  promisedOn: day,
  overdue: v.boolean(),
  /** What the office asked or answered. */
  said: v.nullable(v.string()),
  reason: v.nullable(v.picklist(REFUSAL_REASONS)),
  officeName: v.nullable(v.string()),
  changedAt: v.nullable(instant),
};

export const OwnRequests = v.object({
  requests: v.array(v.object(shown)),
  /** Where this installation can move somebody: the province. */
  province: RegionCode,
});
export type OwnRequests = v.InferOutput<typeof OwnRequests>;

/** How many requests climbed to the head of office. */
export const LateWork = v.object({ late: count });

/** The office's work list: what was promised first, first; with the resident whom it is about. */
export const WorkList = v.object({
  requests: v.array(
    v.object({
      ...shown,
      nik: v.string(),
      name: v.string(),
      climbed: v.boolean(),
      mine: v.boolean(),
      mayTake: v.boolean(),
    }),
  ),
});
export type WorkList = v.InferOutput<typeof WorkList>;
