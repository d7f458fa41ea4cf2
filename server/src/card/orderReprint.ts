import type { Card } from '@jatidiri/core/card/model.ts';
import { mayReprint } from '@jatidiri/core/card/rules.ts';
import type { ReprintRequest } from '@jatidiri/core/card/wire.ts';
import { dayInKaltim, type IsoDate } from '@jatidiri/core/kit/date.ts';
import { Personal } from '@jatidiri/core/kit/personal.ts';
import { ok, refuse } from '@jatidiri/core/kit/result.ts';
import type { Officer } from '@jatidiri/core/office/model.ts';
import { serves } from '@jatidiri/core/office/rules.ts';
import { sameName } from '@jatidiri/core/registry/name.ts';
import { parseNik } from '@jatidiri/core/registry/nik.ts';
import { append } from '../ledger/index.ts';
import { officerActor } from '../office/index.ts';
import type { Sql } from '../platform/db/database.ts';
import { findByNik } from '../registry/index.ts';
import { orderOf } from './accountForRun.ts';
import { liveAmong, lockCard, lockLastOf } from './cardStore.ts';
import { addCard, advanceRecord, faceOf, keepCard } from './changeCard.ts';
import type { CardDeps, Carded } from './deps.ts';

type ReprintDeps = Pick<
  CardDeps,
  'database' | 'wilayah' | 'serviceArea' | 'suite' | 'recordedPhotograph' | 'now' | 'newId'
>;

/** Orders a card anew for whoever stands there: lost with a police report, damaged, or out of date. */
export async function orderReprint(
  deps: ReprintDeps,
  officer: Officer,
  { id, nik, name, reason, policeReport }: ReprintRequest,
): Promise<Carded<undefined>> {
  const number = parseNik(nik);
  if (!number.ok) return refuse({ ...number.refusal, field: 'nik' });
  return deps.database.write(async (sql): Promise<Carded<undefined>> => {
    // Sent again after an answer that never came.
    if (await lockCard(sql, id as Parameters<typeof lockCard>[1])) return ok(undefined);
    const resident = await findByNik(sql, number.value);
    const stands =
      resident &&
      sameName(new Personal<string, 'name'>(name.trim()), resident.name) &&
      serves(officer.office, resident.domicile, deps.serviceArea);
    if (!stands) {
      await append(deps, sql, {
        kind: 'card/order-refused',
        subject: resident?.id ?? null,
        actor: officerActor(officer),
        details: { code: 'card/data-mismatch' },
      });
      return refuse({ code: 'card/data-mismatch' });
    }
    const [live] = await liveAmong(sql, [resident.id]);
    if (live) return takeOver(deps, sql, officer, live, id);
    const last = await lockLastOf(sql, resident.id);
    const report = policeReport && { number: policeReport.number, on: policeReport.on as IsoDate };
    const request = { reason, policeReport: report };
    const photograph = await deps.recordedPhotograph(sql, resident.id);
    const face = await faceOf(deps, resident, photograph);
    const may = mayReprint(resident, last, request, face, dayInKaltim(deps.now()));
    if (!may.ok) return may;
    if (!photograph) return refuse({ code: 'card/no-photograph' });
    const changed = await advanceRecord(deps, sql, officer, resident.id, 'printReady');
    if (!changed.ok) return changed;
    if (last?.state === 'handedOver') await keepCard(deps, sql, officer, { ...last, state: 'replaced' });
    const order = {
      id,
      resident: resident.id,
      state: 'ordered',
      reason,
      policeReport: policeReport?.number ?? null,
    } as const;
    const card = await addCard(deps, sql, officer, order);
    return card ? ok(undefined) : refuse({ code: 'card/ordered-already' });
  });
}

/** What waits in another office's queue, perhaps because its printer stopped, is printed where the person stands instead. */
async function takeOver(
  deps: ReprintDeps,
  sql: Sql,
  officer: Officer,
  live: Card,
  id: string,
): Promise<Carded<undefined>> {
  const waiting = await lockCard(sql, live.id);
  if (waiting?.state !== 'ordered' || waiting.office === officer.office.id)
    return refuse({ code: 'card/ordered-already' });
  await keepCard(deps, sql, officer, { ...waiting, state: 'cancelled' });
  await addCard(deps, sql, officer, { ...orderOf(waiting), id, state: 'ordered' });
  return ok(undefined);
}
