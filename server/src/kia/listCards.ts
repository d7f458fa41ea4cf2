import type { KiaCard } from '@jatidiri/core/kia/model.ts';
import type { KiaRefusalCode } from '@jatidiri/core/kia/refusals.ts';
import type { KiaCardShown, KiaCardsReply } from '@jatidiri/core/kia/wire.ts';
import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { Officer } from '@jatidiri/core/office/model.ts';
import type { Nik } from '@jatidiri/core/registry/model.ts';
import { appendMany } from '../ledger/index.ts';
import { officerActor } from '../office/index.ts';
import type { Sql } from '../platform/db/database.ts';
import { findByIds, findByNik } from '../registry/index.ts';
import { cardsAtOffice, cardUnderWay } from './cardStore.ts';
import type { KiaDeps } from './issueKia.ts';

/** The KIA of this office that lie in a printer or wait for a guardian; whose name is shown can read that. */
export async function listCards(deps: KiaDeps, officer: Officer): Promise<KiaCardsReply> {
  return deps.database.write(async (sql) => {
    const cards = await cardsAtOffice(sql, officer.office.id);
    return { cards: await show(deps, sql, officer, cards) };
  });
}

type Found = Result<KiaCardShown, Refusal<KiaRefusalCode>>;

/** The card of one child, among however many wait at this office; what lies elsewhere is told to nobody here. */
export async function findCard(deps: KiaDeps, officer: Officer, nik: Nik): Promise<Found> {
  return deps.database.write(async (sql): Promise<Found> => {
    const child = await findByNik(sql, nik);
    const card = child && (await cardUnderWay(sql, child.id));
    if (card?.office !== officer.office.id) return refuse({ code: 'kia/card-unknown' });
    const [shown] = await show(deps, sql, officer, [card]);
    return ok(shown!);
  });
}

async function show(
  deps: KiaDeps,
  sql: Sql,
  officer: Officer,
  cards: readonly KiaCard[],
): Promise<KiaCardShown[]> {
  const found = await findByIds(
    sql,
    cards.map(({ child }) => child),
  );
  const children = new Map(found.map((child) => [child.id, child]));
  const actor = officerActor(officer);
  appendMany(
    deps,
    sql,
    cards.map(({ child }) => ({ kind: 'kia/cards-listed', subject: child, actor, details: {} })),
  );
  return cards.map(({ id, state, child }) => {
    const { nik, name, domicile } = children.get(child)!;
    return {
      id,
      state: state === 'printing' ? 'printing' : 'printed',
      nik: nik.reveal(),
      name: name.reveal(),
      kelurahanDesa: deps.wilayah.find(domicile)?.name ?? domicile,
    };
  });
}
