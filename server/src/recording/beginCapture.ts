import { parseName } from '@jatidiri/core/activation/contact.ts';
import { dayInKaltim } from '@jatidiri/core/kit/date.ts';
import { ok, refuse } from '@jatidiri/core/kit/result.ts';
import type { Officer } from '@jatidiri/core/office/model.ts';
import { serves } from '@jatidiri/core/office/rules.ts';
import type { Capture, CaptureId } from '@jatidiri/core/recording/model.ts';
import type { RecordingRefusalCode } from '@jatidiri/core/recording/refusals.ts';
import { isLeftBehind, mayBeRecorded } from '@jatidiri/core/recording/rules.ts';
import type { BeginRequest } from '@jatidiri/core/recording/wire.ts';
import type { Resident } from '@jatidiri/core/registry/model.ts';
import { sameName } from '@jatidiri/core/registry/name.ts';
import { parseNik } from '@jatidiri/core/registry/nik.ts';
import { append } from '../ledger/index.ts';
import { officerActor } from '../office/index.ts';
import type { Sql } from '../platform/db/database.ts';
import { findByNik, lockById } from '../registry/index.ts';
import { lockCapture, lockOpenOf, putCapture } from './captureStore.ts';
import type { Recorded, RecordingDeps } from './deps.ts';
import { closeCapture } from './finishCapture.ts';

type BeginDeps = Pick<RecordingDeps, 'database' | 'serviceArea' | 'now' | 'newId'>;

/**
 * Begins to record whoever stands there, by NIK and name; goes on with what was begun before at the same office: after a reload,
 * a broken camera or a change of officers nothing is taken twice. What another office left open on an earlier day is given up.
 */
export async function beginCapture(
  deps: BeginDeps,
  officer: Officer,
  { id, nik, name }: BeginRequest,
): Promise<Recorded<Capture>> {
  const number = parseNik(nik);
  if (!number.ok) return refuse({ ...number.refusal, field: 'nik' });
  const called = parseName(name);
  if (!called.ok) return refuse({ code: 'recording/data-mismatch', field: 'name' });
  return deps.database.write(async (sql) => {
    const resident = await findByNik(sql, number.value);
    if (!resident || !sameName(called.value, resident.name))
      return noted(deps, sql, officer, resident, 'recording/data-mismatch');
    if (!serves(officer.office, resident.domicile, deps.serviceArea))
      return noted(deps, sql, officer, resident, 'recording/outside-area');
    return begin(deps, sql, officer, resident, id as CaptureId);
  });
}

async function begin(
  deps: BeginDeps,
  sql: Sql,
  officer: Officer,
  resident: Resident,
  id: CaptureId,
): Promise<Recorded<Capture>> {
  const today = dayInKaltim(deps.now());
  // Two desks follow each other: the second sees what the first began.
  await lockById(sql, resident.id);
  const open = await lockOpenOf(sql, resident.id);
  if (open?.office === officer.office.id) return ok(open);
  if (open && !isLeftBehind(open, today)) return refuse({ code: 'recording/being-recorded' });
  const may = mayBeRecorded(resident, today);
  if (!may.ok) return may;
  if (await lockCapture(sql, id)) return refuse({ code: 'recording/not-open' });
  if (open) await closeCapture(deps, sql, officer, open, 'abandoned');
  const capture: Capture = {
    id,
    resident: resident.id,
    officer: officer.id,
    office: officer.office.id,
    state: 'open',
    begunAt: deps.now(),
  };
  const entry = await append(deps, sql, {
    kind: 'recording/begun',
    subject: resident.id,
    actor: officerActor(officer),
    details: { capture: id },
  });
  await putCapture(sql, capture, entry);
  return ok(capture);
}

/** Whoever tries a NIK without an outcome is written down too. */
async function noted(
  deps: BeginDeps,
  sql: Sql,
  officer: Officer,
  resident: Resident | undefined,
  code: RecordingRefusalCode,
): Promise<Recorded<never>> {
  await append(deps, sql, {
    kind: 'recording/begin-refused',
    subject: resident?.id ?? null,
    actor: officerActor(officer),
    details: { code },
  });
  return refuse({ code });
}
