import { dayInKaltim, type IsoDate } from '@jatidiri/core/kit/date.ts';
import { ok, refuse } from '@jatidiri/core/kit/result.ts';
import type { Officer } from '@jatidiri/core/office/model.ts';
import { stepsByHand, stuckSince, WORK_STATES, type WorkState } from '@jatidiri/core/recording/rules.ts';
import type { DisputeList, WorkList, WorkReply } from '@jatidiri/core/recording/wire.ts';
import type { RecordingState, Resident, ResidentId } from '@jatidiri/core/registry/model.ts';
import { officerActor } from '../office/index.ts';
import { changeWithin, findById, recordingCounts, residentsInRecording } from '../registry/index.ts';
import { disputedAmong, underWayAmong } from './captureStore.ts';
import { type Recorded, type RecordingDeps, servedResident } from './deps.ts';
import { candidatesOf } from './disputeStore.ts';
import { noteListed } from './noteListed.ts';
import { toPerson } from './replies.ts';

type WorkDeps = Pick<RecordingDeps, 'database' | 'wilayah' | 'serviceArea' | 'now' | 'newId'>;

const PAGE = 50;

/** How much waits in each state in the office's region, and how much of it for more than a day. */
export async function countWork(deps: WorkDeps, officer: Officer): Promise<WorkReply> {
  const since = stuckSince(dayInKaltim(deps.now()));
  const counts = await recordingCounts(deps.database.read, officer.office.wilayah, since);
  const states = WORK_STATES.map((state) => {
    const { people = 0, stuck = 0 } = counts.find((one) => one.state === state) ?? {};
    return { state, people, stuck };
  });
  return { states };
}

/** Who waits in a state, the longest first. */
export async function listWork(
  deps: WorkDeps,
  officer: Officer,
  state: WorkState,
  after: string | undefined,
): Promise<WorkList> {
  return deps.database.write(async (sql) => {
    const [since, id] = after?.split(' ') ?? [];
    const from = since && id ? { since: since as IsoDate, id: id as ResidentId } : undefined;
    const people = await residentsInRecording(sql, officer.office.wilayah, state, from, PAGE);
    const ids = people.map((person) => person.id);
    const ours = new Set((await underWayAmong(sql, ids)).map(({ resident }) => resident));
    noteListed(deps, sql, officer, ids);
    const stuck = stuckSince(dayInKaltim(deps.now()));
    const last = people.at(-1);
    return {
      people: people.map((person) => ({
        ...toPerson(person.id, person, deps.wilayah),
        since: person.validFrom,
        stuck: person.validFrom <= stuck,
        ours: ours.has(person.id),
        steps: ours.has(person.id) ? [] : stepsByHand(person.recording),
      })),
      next: last && people.length === PAGE ? `${last.validFrom} ${last.id}` : null,
    };
  });
}

/** Notes a step of somebody who was recorded elsewhere: what the national system told. */
export async function noteStep(
  deps: WorkDeps,
  officer: Officer,
  id: ResidentId,
  to: RecordingState,
): Promise<Recorded<undefined>> {
  return deps.database.write(async (sql): Promise<Recorded<undefined>> => {
    const resident = await servedResident(deps, sql, officer, id);
    if (!resident.ok) return resident;
    const [ours] = await underWayAmong(sql, [id]);
    if (ours || !stepsByHand(resident.value.recording).includes(to))
      return refuse({ code: 'recording/step-not-by-hand' });
    const change = { kind: 'recordingAdvanced', on: dayInKaltim(deps.now()), to } as const;
    const changed = await changeWithin(deps, sql, {
      id,
      change,
      actor: officerActor(officer),
      reason: 'officeProcedure',
    });
    return changed.ok ? ok(undefined) : changed;
  });
}

/** Who looks like somebody recorded before, for an officer to decide. */
export async function listDisputes(deps: WorkDeps, officer: Officer): Promise<DisputeList> {
  return deps.database.write(async (sql) => {
    const people = await residentsInRecording(sql, officer.office.wilayah, 'searchFailure', undefined, PAGE);
    const byId = new Map(people.map((person) => [person.id, person]));
    const captures = await disputedAmong(sql, [...byId.keys()]);
    const candidates = await candidatesOf(
      sql,
      captures.map(({ id }) => id),
    );
    for (const { resident } of candidates)
      if (!byId.has(resident)) byId.set(resident, (await findById(sql, resident))!);
    const personOf = (id: ResidentId): ReturnType<typeof toPerson> =>
      toPerson(id, byId.get(id) as Resident, deps.wilayah);
    noteListed(deps, sql, officer, [
      ...new Set([...captures, ...candidates].map(({ resident }) => resident)),
    ]);
    return {
      disputes: captures.map(({ id, resident }) => ({
        capture: id,
        person: personOf(resident),
        candidates: candidates
          // Somebody whose NIK was merged into another resembles nobody any more (followMerges.ts).
          .filter((one) => one.capture === id && byId.get(one.resident)?.life.kind !== 'annulled')
          .map((one) => ({ person: personOf(one.resident), distance: one.distance, verdict: one.verdict })),
      })),
    };
  });
}
