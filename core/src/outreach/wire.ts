import * as v from 'valibot';
import { BADGE_NUMBER } from '../badge/model.ts';
import { UUID } from '../kit/uuid.ts';
import { RegionCode } from '../wilayah/wire.ts';
import { HOST_KINDS, SESSION_STATES, SHORTFALL_REASONS } from './model.ts';

const text = (most: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(most));
const few = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(200));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const day = v.pipe(v.string(), v.isoDate());
const id = v.pipe(v.string(), v.regex(UUID));
const list = <Item extends v.GenericSchema>(item: Item) => v.pipe(v.array(item), v.readonly());

export const SessionParams = v.strictObject({ id });

const plan = {
  place: text(120),
  wilayah: RegionCode,
  host: v.picklist(HOST_KINDS),
  from: day,
  to: day,
  officers: few,
  kits: few,
  /** Accounts of officers. */
  team: v.pipe(v.array(id), v.maxLength(50), v.readonly()),
};

/** `id` is made by the desk: the same plan sent twice is one session. */
export const PlanRequest = v.strictObject({ id, ...plan });
export type PlanRequest = v.InferOutput<typeof PlanRequest>;
export const PlanChange = v.strictObject(plan);
export type PlanChange = v.InferOutput<typeof PlanChange>;

export const SessionMove = v.variant('kind', [
  v.strictObject({ kind: v.literal('publish') }),
  v.strictObject({ kind: v.literal('open') }),
  v.strictObject({
    kind: v.literal('close'),
    shortfalls: v.pipe(v.array(v.picklist(SHORTFALL_REASONS)), v.maxLength(SHORTFALL_REASONS.length)),
    note: v.pipe(v.string(), v.trim(), v.maxLength(500)),
  }),
  v.strictObject({
    kind: v.literal('cancel'),
    reason: v.pipe(v.string(), v.trim(), v.minLength(10), v.maxLength(500)),
  }),
]);
export type SessionMove = v.InferOutput<typeof SessionMove>;

const shown = {
  id,
  state: v.picklist(SESSION_STATES),
  place: v.string(),
  wilayah: v.string(),
  regionName: v.string(),
  host: v.picklist(HOST_KINDS),
  from: day,
  to: day,
  officeName: v.string(),
  /** The names of the team, as their badges say them. */
  badges: list(v.string()),
  /** Counted in the ledger so far. */
  counted: count,
  /** What was published of a session that this system did not count. */
  reported: v.nullable(v.object({ activations: count, source: v.string() })),
};

/** Whether a session that a badge or a poster names is one of ours, announced and not cancelled since. */
export const SessionNotice = v.object({
  place: v.string(),
  officeName: v.string(),
  from: day,
  to: day,
  badges: list(v.string()),
});
export type SessionNotice = v.InferOutput<typeof SessionNotice>;

/** `number`: the four digits on the resident's screen, or null for whoever scans. */
export const BadgeRequest = v.strictObject({
  number: v.nullable(v.pipe(v.string(), v.regex(BADGE_NUMBER))),
  /** Where the officer works today; none for the own office. */
  session: v.optional(id),
});
export type BadgeRequest = v.InferOutput<typeof BadgeRequest>;
/** Texts of QR codes (`core/src/badge`). */
export const BadgeReply = v.object({ badge: v.string() });
export type BadgeReply = v.InferOutput<typeof BadgeReply>;
export const PosterReply = v.object({
  poster: v.string(),
  place: v.string(),
  officeName: v.string(),
  from: day,
  to: day,
});
export type PosterReply = v.InferOutput<typeof PosterReply>;

/** What anybody may see. */
export const ScheduleReply = v.object({ sessions: list(v.object(shown)) });
export type ScheduleReply = v.InferOutput<typeof ScheduleReply>;

export const SessionShown = v.object({
  ...shown,
  officers: v.nullable(count),
  kits: v.nullable(count),
  team: list(v.object({ id, name: v.string() })),
  expected: v.nullable(v.object({ activations: count, sessions: count })),
  shortfalls: list(v.picklist(SHORTFALL_REASONS)),
  /** What the office wrote when it closed or cancelled it. */
  note: v.string(),
  /** In the region that the asking officer answers for. */
  yours: v.boolean(),
});
export type SessionShown = v.InferOutput<typeof SessionShown>;

export const SessionList = v.object({ sessions: list(SessionShown) });
export type SessionList = v.InferOutput<typeof SessionList>;
