import { ok, refuse } from '@jatidiri/core/kit/result.ts';
import type { Officer } from '@jatidiri/core/office/model.ts';
import type { CaptureId, Verdict } from '@jatidiri/core/recording/model.ts';
import type { ResidentId } from '@jatidiri/core/registry/model.ts';
import { append } from '../ledger/index.ts';
import { officerActor } from '../office/index.ts';
import { lockCapture } from './captureStore.ts';
import { type Recorded, servedResident } from './deps.ts';
import { candidatesOf, putVerdict } from './disputeStore.ts';
import { type DecideDeps, settleDispute } from './settleDispute.ts';
import { withdrawRecording } from './withdrawRecording.ts';

interface Decision {
  readonly candidate: ResidentId;
  readonly verdict: Verdict;
  readonly reason: string;
}

/**
 * An officer's word on two who look alike; software never decides. When all candidates are other people the card can be printed;
 * when the wrong picture was taken, now or earlier, whoever it is not of is recorded anew; one person with two NIK gets no
 * second card.
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
    const open = candidates.some(({ resident, verdict: said }) => resident === candidate && said === null);
    if (capture.state !== 'disputed' || !open) return refuse({ code: 'recording/nothing-to-decide' });
    if (verdict === 'earlierPhotograph') {
      const other = await servedResident(deps, sql, officer, candidate);
      if (!other.ok) return refuse({ code: 'recording/outside-area' });
      return withdrawRecording(deps, sql, officer, candidate, reason);
    }
    const entry = await append(deps, sql, {
      kind: 'recording/duplicate-decided',
      subject: capture.resident,
      actor: officerActor(officer),
      details: { capture: id, verdict },
    });
    await putVerdict(sql, id, candidate, { verdict, reason }, entry);
    await settleDispute(deps, sql, officer, capture);
    return ok(undefined);
  });
}
