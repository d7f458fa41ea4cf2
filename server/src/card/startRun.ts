import type { Card, RunId } from '@jatidiri/core/card/model.ts';
import { isPrintable, moved } from '@jatidiri/core/card/rules.ts';
import { dayInKaltim } from '@jatidiri/core/kit/date.ts';
import { ok, refuse } from '@jatidiri/core/kit/result.ts';
import type { Officer } from '@jatidiri/core/office/model.ts';
import type { Resident } from '@jatidiri/core/registry/model.ts';
import { append } from '../ledger/index.ts';
import { officerActor } from '../office/index.ts';
import type { Sql } from '../platform/db/database.ts';
import { residentsInRecording } from '../registry/index.ts';
import { liveAmong, lockOrdered, lockRun, putRun } from './cardStore.ts';
import { addCard, keepCard } from './changeCard.ts';
import type { CardDeps, Carded } from './deps.ts';
import { lockStock, putStock } from './stockStore.ts';

type RunDeps = Pick<CardDeps, 'database' | 'recordedPhotograph' | 'now' | 'newId'>;

/** How many who are print-ready are looked at: some are not yet 17, some were photographed elsewhere. */
const LOOKED_AT = 500;

/**
 * Takes the next cards of the queue for one printer: those ordered anew first, then first cards in the order of waiting. Their
 * blanks are claimed with them. The same run again is the same cards.
 */
export async function startRun(
  deps: RunDeps,
  officer: Officer,
  id: RunId,
  count: number,
): Promise<Carded<undefined>> {
  return deps.database.write(async (sql): Promise<Carded<undefined>> => {
    const office = officer.office.id;
    const stock = await lockStock(sql, office);
    if (await lockRun(sql, id)) return ok(undefined);
    const free = stock.blanks - stock.claimed;
    if (free === 0) return refuse({ code: 'card/not-in-stock' });
    const entry = await append(deps, sql, {
      kind: 'card/run-started',
      subject: null,
      actor: officerActor(officer),
      details: { run: id },
    });
    await putRun(sql, { id, office, officer: officer.id, begunAt: deps.now() }, entry);
    const claimed = await claim(deps, sql, officer, id, Math.min(count, free));
    if (claimed === 0) return refuse({ code: 'card/queue-empty' });
    const next = moved(stock, { claimed });
    if (!next.ok) return next;
    await putStock(sql, office, next.value);
    return ok(undefined);
  });
}

async function claim(deps: RunDeps, sql: Sql, officer: Officer, run: RunId, count: number): Promise<number> {
  const ordered = await lockOrdered(sql, officer.office.id, count);
  for (const card of ordered) await keepCard(deps, sql, officer, { ...card, state: 'printing', run });
  let claimed = ordered.length;
  for (const { id: resident } of claimed < count ? await printable(deps, sql, officer) : []) {
    if (claimed === count) break;
    // Somebody photographed elsewhere is printed elsewhere.
    if (!(await deps.recordedPhotograph(sql, resident))) continue;
    const card = await addCard(deps, sql, officer, { resident, state: 'printing', reason: 'first', run });
    if (card) claimed += 1;
  }
  return claimed;
}

/** Whoever may be printed a first card today and has none under way. */
export async function printable(
  deps: Pick<CardDeps, 'now'>,
  sql: Sql,
  officer: Officer,
): Promise<Resident[]> {
  const today = dayInKaltim(deps.now());
  const ready = await residentsInRecording(sql, officer.office.wilayah, 'printReady', undefined, LOOKED_AT);
  const live = new Set(
    (
      await liveAmong(
        sql,
        ready.map(({ id }) => id),
      )
    ).map(({ resident }: Card) => resident),
  );
  return ready.filter((resident) => isPrintable(resident, today) && !live.has(resident.id));
}
