import { ok, refuse } from '@jatidiri/core/kit/result.ts';
import type { Officer } from '@jatidiri/core/office/model.ts';
import { type CaptureId, MIRRORED } from '@jatidiri/core/recording/model.ts';
import { lockCapture } from './captureStore.ts';
import { type Recorded, servedResident } from './deps.ts';
import { candidatesOf, disputedWith } from './disputeStore.ts';
import { answerDispute, type DecideDeps, type Decision } from './settleDispute.ts';
import { withdrawRecording } from './withdrawRecording.ts';

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
    // Recorded at the same time, they wait because of each other: one word is enough for both.
    const waiting = await disputedWith(sql, capture.resident, 'open');
    const mirrored = waiting.find(({ resident }) => resident === candidate);
    if (verdict === 'earlierPhotograph' && !mirrored) {
      const other = await servedResident(deps, sql, officer, candidate);
      if (!other.ok) return refuse({ code: 'recording/outside-area' });
      return withdrawRecording(deps, sql, officer, candidate, reason);
    }
    await answerDispute(deps, sql, officer, capture, { candidate, verdict, reason });
    if (mirrored) {
      const said = { candidate: capture.resident, verdict: MIRRORED[verdict], reason };
      await answerDispute(deps, sql, officer, mirrored, said);
    }
    return ok(undefined);
  });
}
