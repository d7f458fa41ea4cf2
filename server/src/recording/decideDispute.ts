import { dayInKaltim } from '@jatidiri/core/kit/date.ts';
import { ok, refuse } from '@jatidiri/core/kit/result.ts';
import type { Officer } from '@jatidiri/core/office/model.ts';
import type { Capture, CaptureId, Verdict } from '@jatidiri/core/recording/model.ts';
import { AFTER_VERDICT, outcomeOf } from '@jatidiri/core/recording/rules.ts';
import type { ResidentId } from '@jatidiri/core/registry/model.ts';
import { append } from '../ledger/index.ts';
import { officerActor } from '../office/index.ts';
import type { Sql } from '../platform/db/database.ts';
import { changeWithin } from '../registry/index.ts';
import { lockCapture, putCapture } from './captureStore.ts';
import { type Recorded, type RecordingDeps, servedResident } from './deps.ts';
import { candidatesOf, putVerdict } from './disputeStore.ts';

export type DecideDeps = Pick<
  RecordingDeps,
  'database' | 'wilayah' | 'serviceArea' | 'duplicates' | 'now' | 'newId'
>;

interface Decision {
  readonly candidate: ResidentId;
  readonly verdict: Verdict;
  readonly reason: string;
}

/**
 * An officer's word on two who look alike; software never decides. When all candidates are other people the card can be printed;
 * when the wrong picture was taken the person is recorded anew; one person with two NIK gets no second card.
 */
export async function decideDispute(
  deps: DecideDeps,
  officer: Officer,
  id: CaptureId,
  { candidate, verdict, reason }: Decision,
): Promise<Recorded<undefined>> {
  return deps.database.write(async (sql): Promise<Recorded<undefined>> => {
    const capture = await lockCapture(sql, id);
    if (!capture) return refuse({ code: 'recording/capture-unknown' });
    const served = await servedResident(deps, sql, officer, capture.resident);
    if (!served.ok) return served;
    const candidates = await candidatesOf(sql, [id]);
    const open = candidates.find(({ resident, verdict: said }) => resident === candidate && said === null);
    if (capture.state !== 'disputed' || !open) return refuse({ code: 'recording/nothing-to-decide' });

    const entry = await append(deps, sql, {
      kind: 'recording/duplicate-decided',
      subject: capture.resident,
      actor: officerActor(officer),
      details: { capture: id, verdict },
    });
    await putVerdict(sql, id, candidate, { verdict, reason }, entry);
    const decided = candidates.map((one) => (one.resident === candidate ? { ...one, verdict } : one));
    const outcome = outcomeOf(decided);
    return outcome ? settle(deps, sql, officer, capture, outcome) : ok(undefined);
  });
}

async function settle(
  deps: DecideDeps,
  sql: Sql,
  officer: Officer,
  capture: Capture,
  outcome: Verdict,
): Promise<Recorded<undefined>> {
  const state = AFTER_VERDICT[outcome];
  if (state === capture.state) return ok(undefined);
  const actor = officerActor(officer);
  if (outcome === 'different') {
    const changed = await changeWithin(deps, sql, {
      id: capture.resident,
      change: { kind: 'recordingAdvanced', on: dayInKaltim(deps.now()), to: 'printReady' },
      actor,
      reason: 'officeProcedure',
    });
    if (!changed.ok) return changed;
  } else {
    // Somebody else's face, or one that has a template under its first NIK.
    await deps.duplicates.forget(sql, capture.resident);
  }
  const entry = await append(deps, sql, {
    kind: outcome === 'different' ? 'recording/enrolled' : 'recording/failed',
    subject: capture.resident,
    actor,
    details: { capture: capture.id },
  });
  await putCapture(sql, { ...capture, state }, entry);
  return ok(undefined);
}
