import type { KiaCard } from '@jatidiri/core/kia/model.ts';
import type { EntryId } from '@jatidiri/core/ledger/model.ts';
import type { ResidentId } from '@jatidiri/core/registry/model.ts';
import { type Sql, statement } from '../platform/db/database.ts';

const SELECTED = 'select id, child, office, state, face from kia_card';
const LOCK = statement('kia.lockCard', `${SELECTED} where id = $1 for update`);
const UNDER_WAY = statement(
  'kia.cardUnderWay',
  `${SELECTED} where child = $1 and state in ('printing', 'printed')`,
);
const AT_OFFICE = statement(
  'kia.cardsAtOffice',
  `${SELECTED} where office = $1 and state in ('printing', 'printed') order by state desc, opened_by desc limit 200`,
);
const NAMES = 'id, opened_by, child, office, state, face';
const INSERT = statement('kia.insertCard', `insert into kia_card (${NAMES}) values ($1, $2, $3, $4, $5, $6)`);
const REPLACE = statement(
  'kia.replaceCard',
  `with closed as (insert into kia_card_history (${NAMES}, closed_by) select ${NAMES}, $2 from kia_card where id = $1)
   update kia_card set opened_by = $2, state = $3, face = $4 where id = $1`,
);

export const lockCard = async (sql: Sql, id: string): Promise<KiaCard | undefined> =>
  (await sql.query<KiaCard>(LOCK, [id]))[0];

/** The card of a child that lies in a printer or waits for a guardian, at whatever office. */
export const cardUnderWay = async (sql: Sql, child: ResidentId): Promise<KiaCard | undefined> =>
  (await sql.query<KiaCard>(UNDER_WAY, [child]))[0];

/** Those that lie in a printer, and those that wait for a guardian, the newest first: however many wait, the printer’s are there. */
export const cardsAtOffice = (sql: Sql, office: string): Promise<KiaCard[]> =>
  sql.query<KiaCard>(AT_OFFICE, [office]);

/** The child is held, and has none under way. */
export async function insertCard(
  sql: Sql,
  { id, child, office, state, face }: KiaCard,
  entry: EntryId,
): Promise<void> {
  await sql.query(INSERT, [id, entry, child, office, state, face]);
}

/** Closes the version that stood and opens the next. */
export async function replaceCard(sql: Sql, { id, state, face }: KiaCard, entry: EntryId): Promise<void> {
  await sql.query(REPLACE, [id, entry, state, face]);
}
