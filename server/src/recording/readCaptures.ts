import { dayInKaltim } from '@jatidiri/core/kit/date.ts';
import { ok } from '@jatidiri/core/kit/result.ts';
import type { Officer } from '@jatidiri/core/office/model.ts';
import type { CaptureId } from '@jatidiri/core/recording/model.ts';
import { openSlots, stuckSince } from '@jatidiri/core/recording/rules.ts';
import type { CaptureReply, OpenCaptures } from '@jatidiri/core/recording/wire.ts';
import { officerActor } from '../office/index.ts';
import { findById, readResident } from '../registry/index.ts';
import { openCapturesAt } from './captureStore.ts';
import { ownCapture, type Recorded, type RecordingDeps, servedResident } from './deps.ts';
import { piecesOf } from './pieceStore.ts';
import { IDENTIFYING, toCapture } from './replies.ts';

type ReadDeps = Pick<RecordingDeps, 'database' | 'wilayah' | 'now' | 'newId'>;

/** A sitting as it stands, with what of the record tells the person apart; the resident will see who looked. */
export async function readCapture(
  deps: ReadDeps & Pick<RecordingDeps, 'serviceArea'>,
  officer: Officer,
  id: CaptureId,
): Promise<Recorded<CaptureReply>> {
  return deps.database.write(async (sql) => {
    const capture = await ownCapture(sql, officer, id, 'any');
    if (!capture.ok) return capture;
    // Whoever sits there is served; whoever once did is, while they live where the office serves.
    const isOpen = capture.value.state === 'open';
    const served = isOpen ? capture : await servedResident(deps, sql, officer, capture.value.resident);
    if (!served.ok) return served;
    const record = await readResident(deps, sql, {
      id: capture.value.resident,
      actor: officerActor(officer),
      purpose: 'recording-desk',
      elements: IDENTIFYING,
    });
    if (!record) throw new Error('a sitting without a resident');
    return ok(toCapture(capture.value, record, await piecesOf(sql, id), deps.wilayah));
  });
}

/** Sittings of the own office that wait to be finished. */
export async function listOpenCaptures(deps: ReadDeps, officer: Officer): Promise<OpenCaptures> {
  const since = stuckSince(dayInKaltim(deps.now()));
  return deps.database.snapshot(async (sql) => {
    const captures = [];
    for (const { id, resident, begunAt } of await openCapturesAt(sql, officer.office.id)) {
      const person = await findById(sql, resident);
      const open = openSlots(await piecesOf(sql, id)).length;
      const stuck = dayInKaltim(begunAt) <= since;
      captures.push({ id, name: person!.name.reveal(), begunAt: begunAt.toISOString(), stuck, open });
    }
    return { captures };
  });
}
