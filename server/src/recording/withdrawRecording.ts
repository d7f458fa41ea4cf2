import { parseName } from '@jatidiri/core/activation/contact.ts';
import { dayInKaltim } from '@jatidiri/core/kit/date.ts';
import { ok, refuse } from '@jatidiri/core/kit/result.ts';
import type { Officer } from '@jatidiri/core/office/model.ts';
import { serves } from '@jatidiri/core/office/rules.ts';
import type { WithdrawRequest } from '@jatidiri/core/recording/wire.ts';
import type { ResidentId } from '@jatidiri/core/registry/model.ts';
import { sameName } from '@jatidiri/core/registry/name.ts';
import { parseNik } from '@jatidiri/core/registry/nik.ts';
import { append } from '../ledger/index.ts';
import { officerActor } from '../office/index.ts';
import type { Sql } from '../platform/db/database.ts';
import { changeWithin, findByNik } from '../registry/index.ts';
import { lockFinishedOf, putCapture } from './captureStore.ts';
import type { Recorded } from './deps.ts';
import { disputedWith } from './disputeStore.ts';
import { answerDispute, type DecideDeps } from './settleDispute.ts';
import { putWithdrawal } from './withdrawalStore.ts';

/**
 * A recording that holds somebody else's picture, found when its card is shown: by NIK and name of whoever ought to be on it. The
 * person is recorded anew, and no card of that recording counts.
 */
export async function withdrawShown(
  deps: DecideDeps,
  officer: Officer,
  { nik, name, reason }: WithdrawRequest,
): Promise<Recorded<undefined>> {
  const number = parseNik(nik);
  if (!number.ok) return refuse({ ...number.refusal, field: 'nik' });
  const called = parseName(name);
  if (!called.ok) return refuse({ code: 'recording/data-mismatch', field: 'name' });
  return deps.database.write(async (sql): Promise<Recorded<undefined>> => {
    const resident = await findByNik(sql, number.value);
    const known = resident && sameName(called.value, resident.name);
    if (known && serves(officer.office, resident.domicile, deps.serviceArea))
      return withdrawRecording(deps, sql, officer, resident.id, reason);
    const code = known ? 'recording/outside-area' : 'recording/data-mismatch';
    await append(deps, sql, {
      kind: 'recording/withdraw-refused',
      subject: resident?.id ?? null,
      actor: officerActor(officer),
      details: { code },
    });
    return refuse({ code });
  });
}

/**
 * Within the caller's transaction. What was taken stays sealed, and is nobody's picture any more, until the next sitting
 * replaces it; the decision and its ground stay for ever.
 */
export async function withdrawRecording(
  deps: DecideDeps,
  sql: Sql,
  officer: Officer,
  resident: ResidentId,
  reason: string,
): Promise<Recorded<undefined>> {
  const actor = officerActor(officer);
  const changed = await changeWithin(deps, sql, {
    id: resident,
    change: { kind: 'recordingWithdrawn', on: dayInKaltim(deps.now()) },
    actor,
    reason: 'dataCorrection',
  });
  if (!changed.ok) return changed;
  const capture = await lockFinishedOf(sql, resident);
  const entry = await append(deps, sql, {
    kind: 'recording/withdrawn',
    subject: resident,
    actor,
    details: { capture: capture?.id ?? null },
  });
  if (capture) await putCapture(sql, { ...capture, state: 'failed' }, entry);
  await putWithdrawal(sql, { resident, capture: capture?.id ?? null, officer: officer.id, reason }, entry);
  await deps.duplicates.forget(sql, resident);
  // Whoever waits because of that picture resembles nobody by it any more.
  const decision = { candidate: resident, verdict: 'earlierPhotograph', reason } as const;
  for (const waiting of await disputedWith(sql, resident, 'open'))
    await answerDispute(deps, sql, officer, waiting, decision);
  return ok(undefined);
}
