import type { RunId } from '@jatidiri/core/card/model.ts';
import { isPrintable, moved } from '@jatidiri/core/card/rules.ts';
import { dayInKaltim } from '@jatidiri/core/kit/date.ts';
import { ok, refuse } from '@jatidiri/core/kit/result.ts';
import type { Officer } from '@jatidiri/core/office/model.ts';
import type { Resident } from '@jatidiri/core/registry/model.ts';
import { append } from '../ledger/index.ts';
import { officerActor } from '../office/index.ts';
import type { Sql } from '../platform/db/database.ts';
import { holdById, residentsInRecording } from '../registry/index.ts';
import { liveAmong, lockOrdered, lockRun, putRun } from './cardStore.ts';
import { addCard, keepCard } from './changeCard.ts';
import type { CardDeps, Carded } from './deps.ts';
import { lockStock, putStock } from './stockStore.ts';

type RunDeps = Pick<CardDeps, 'database' | 'photographedAmong' | 'now' | 'newId'>;

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
    const stock = await lockStock(sql, office, 'ktpEl');
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
    await putStock(sql, office, 'ktpEl', next.value);
    return ok(undefined);
  });
}

async function claim(deps: RunDeps, sql: Sql, officer: Officer, run: RunId, count: number): Promise<number> {
  let claimed = await claimOrdered(deps, sql, officer, run, count);
  for (const { id: resident } of claimed < count ? await firstCards(deps, sql, officer) : []) {
    if (claimed === count) break;
    const card = await addCard(deps, sql, officer, { resident, state: 'printing', reason: 'first', run });
    if (card) claimed += 1;
  }
  return claimed;
}

/** Whoever died or moved away since the order gets no card: the order is cancelled. */
async function claimOrdered(
  deps: RunDeps,
  sql: Sql,
  officer: Officer,
  run: RunId,
  count: number,
): Promise<number> {
  const today = dayInKaltim(deps.now());
  let claimed = 0;
  for (const card of await lockOrdered(sql, officer.office.id, count)) {
    const resident = await holdById(sql, card.resident);
    const entitled = resident !== undefined && isPrintable(resident, today);
    const next = entitled ? ({ state: 'printing', run } as const) : ({ state: 'cancelled' } as const);
    await keepCard(deps, sql, officer, { ...card, ...next });
    if (entitled) claimed += 1;
  }
  return claimed;
}

/** Whoever waits for a first card that can be printed here today: of age, photographed here, and none under way. */
export async function firstCards(
  deps: Pick<CardDeps, 'photographedAmong' | 'now'>,
  sql: Sql,
  officer: Officer,
): Promise<Resident[]> {
  const today = dayInKaltim(deps.now());
  const ready = await residentsInRecording(sql, officer.office.wilayah, 'printReady', undefined, LOOKED_AT);
  const ids = ready.map(({ id }) => id);
  const live = new Set((await liveAmong(sql, ids)).map(({ resident }) => resident));
  const here = await deps.photographedAmong(sql, ids);
  return ready.filter(
    (resident) => isPrintable(resident, today) && here.has(resident.id) && !live.has(resident.id),
  );
}
