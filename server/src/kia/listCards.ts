import type { KiaCardsReply } from '@jatidiri/core/kia/wire.ts';
import type { Officer } from '@jatidiri/core/office/model.ts';
import { appendMany } from '../ledger/index.ts';
import { officerActor } from '../office/index.ts';
import { findByIds } from '../registry/index.ts';
import { cardsAtOffice } from './cardStore.ts';
import type { KiaDeps } from './issueKia.ts';

/** The KIA of this office that lie in a printer or wait for a guardian; whose name is shown can read that. */
export async function listCards(deps: KiaDeps, officer: Officer): Promise<KiaCardsReply> {
  return deps.database.write(async (sql) => {
    const cards = await cardsAtOffice(sql, officer.office.id);
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
    return {
      cards: cards.map(({ id, state, child }) => {
        const { nik, name, domicile } = children.get(child)!;
        return {
          id,
          state: state === 'printing' ? 'printing' : 'printed',
          nik: nik.reveal(),
          name: name.reveal(),
          kelurahanDesa: deps.wilayah.find(domicile)?.name ?? domicile,
        };
      }),
    };
  });
}
