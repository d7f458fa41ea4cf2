import type { Card, RunId } from '@jatidiri/core/card/model.ts';
import type { CardShown, CardsReply } from '@jatidiri/core/card/wire.ts';
import { ok, refuse } from '@jatidiri/core/kit/result.ts';
import type { Officer } from '@jatidiri/core/office/model.ts';
import type { Resident } from '@jatidiri/core/registry/model.ts';
import { parseNik } from '@jatidiri/core/registry/nik.ts';
import { appendMany } from '../ledger/index.ts';
import { officerActor } from '../office/index.ts';
import type { Sql } from '../platform/db/database.ts';
import { findByIds, findByNik } from '../registry/index.ts';
import { cardsOfRuns, countCards, liveAmong, openRuns, printedAt } from './cardStore.ts';
import type { CardDeps, Carded } from './deps.ts';
import { firstCards } from './startRun.ts';

type ReadDeps = Pick<CardDeps, 'database' | 'wilayah' | 'photographedAmong' | 'now' | 'newId'>;

/** What waits to be printed, what lies in printers, what waits for its owner; whoever is shown by name will read that. */
export async function readCards(deps: ReadDeps, officer: Officer): Promise<CardsReply> {
  return deps.database.write(async (sql) => {
    const office = officer.office.id;
    const queued = (await countCards(sql, office, 'ordered')) + (await firstCards(deps, sql, officer)).length;
    const runs = await openRuns(sql, office);
    const inPrinters = await cardsOfRuns(
      sql,
      runs.map(({ id }) => id),
    );
    const printed = await printedAt(sql, office);
    const shown = await show(deps, sql, officer, [...inPrinters, ...printed]);
    const cardsOf = (run: RunId) => inPrinters.filter((card) => card.run === run).map(shown);
    return {
      queued,
      runs: runs.map(({ id, begunAt }) => ({ id, begunAt: begunAt.toISOString(), cards: cardsOf(id) })),
      printed: printed.map(shown),
      waiting: await countCards(sql, office, 'printed'),
    };
  });
}

/** The card of whoever stands there, wherever at this office it lies; they will read who looked. */
export async function findCard(deps: ReadDeps, officer: Officer, nik: string): Promise<Carded<CardShown>> {
  const number = parseNik(nik);
  if (!number.ok) return refuse({ ...number.refusal, field: 'nik' });
  return deps.database.write(async (sql): Promise<Carded<CardShown>> => {
    const resident = await findByNik(sql, number.value);
    const [card] = resident ? await liveAmong(sql, [resident.id]) : [];
    if (card?.office !== officer.office.id) return refuse({ code: 'card/none-here' });
    return ok((await show(deps, sql, officer, [card]))(card));
  });
}

async function show(
  deps: ReadDeps,
  sql: Sql,
  officer: Officer,
  cards: readonly Card[],
): Promise<(card: Card) => CardShown> {
  const ids = [...new Set(cards.map(({ resident }) => resident))];
  const people = new Map<string, Resident>((await findByIds(sql, ids)).map((one) => [one.id, one]));
  const actor = officerActor(officer);
  appendMany(
    deps,
    sql,
    ids.map((subject) => ({ kind: 'card/listed', subject, actor, details: {} })),
  );
  return ({ id, resident, state, reason, sent }) => {
    const { name, nik, domicile } = people.get(resident)!;
    const kelurahanDesa = deps.wilayah.find(domicile)?.name ?? domicile;
    return { id, resident, name: name.reveal(), nik: nik.reveal(), kelurahanDesa, state, reason, sent };
  };
}
