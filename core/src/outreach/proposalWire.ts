import * as v from 'valibot';
import { HOST_KINDS } from './model.ts';

const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const day = v.pipe(v.string(), v.isoDate());
const kecamatan = v.pipe(v.string(), v.regex(/^\d{2}\.\d{2}\.\d{2}$/));
const hours = v.pipe(v.number(), v.minValue(0), v.maxValue(12));
const list = <Item extends v.GenericSchema>(item: Item) => v.pipe(v.array(item), v.readonly());
const Spots = v.pipe(
  v.array(v.strictObject({ wilayah: kecamatan, host: v.picklist(HOST_KINDS) })),
  v.maxLength(200),
  v.readonly(),
);

/** What an office can send out, as it is kept for the next time. */
const means = {
  days: whole(1, 14),
  officers: whole(1, 200),
  /** Officers of one session, who share one vehicle. */
  team: whole(1, 20),
  vehicles: whole(1, 50),
  /** One way, to every kecamatan that `travel` does not name. */
  usualHours: hours,
  travel: v.pipe(v.array(v.strictObject({ wilayah: kecamatan, hours })), v.maxLength(500), v.readonly()),
  /** At least so many sessions in kecamatan with a long way. */
  remoteFloor: whole(0, 50),
};
export const Means = v.strictObject(means);
export type Means = v.InferOutput<typeof Means>;
export const KeptMeans = v.object({ means: v.nullable(Means) });
export type KeptMeans = v.InferOutput<typeof KeptMeans>;

/** From which day on, and what the planner wants or does not want in the plan. */
export const ProposalRequest = v.strictObject({ from: day, ...means, pins: Spots, strikes: Spots });
export type ProposalRequest = v.InferOutput<typeof ProposalRequest>;

const Proposal = v.object({
  wilayah: v.string(),
  regionName: v.string(),
  host: v.picklist(HOST_KINDS),
  from: day,
  to: day,
  days: count,
  activations: count,
  /** How many earlier sessions of its kind the expectation rests on. */
  sessions: count,
  /** Wajib KTP without an active IKD. */
  without: count,
  travelHours: v.number(),
  remote: v.boolean(),
  pinned: v.boolean(),
  why: v.object({ id: v.string(), en: v.string() }),
});
export type Proposal = v.InferOutput<typeof Proposal>;

const Yield = v.object({ sessions: count, activations: count, officerDays: count });

export const ProposalReply = v.object({
  proposals: list(Proposal),
  planned: Yield,
  /** What the same means would bring without the floor for remote kecamatan: the price of equity. */
  withoutFloor: count,
  /** Sessions of the office that are planned already within these days: their officers and a vehicle each are left out. */
  taken: count,
  /** Whether no better plan exists; else the best one that was found in time. */
  proved: v.boolean(),
  /**
   * What the sessions of this region brought that ended within the last thirty days; officer-days of those that say how
   * many officers came.
   */
  lastPeriod: v.object({ from: day, to: day, ...Yield.entries, withoutOfficers: count }),
  kecamatan: list(
    v.object({ wilayah: v.string(), name: v.string(), without: count, travelHours: v.number() }),
  ),
});
export type ProposalReply = v.InferOutput<typeof ProposalReply>;
