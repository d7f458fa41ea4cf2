import type { EntryId } from '@jatidiri/core/ledger/model.ts';
import type { CardIssuer } from '@jatidiri/core/partner/cardIssuers.ts';
import type { PartnerId } from '@jatidiri/core/partner/model.ts';
import { type Sql, statement } from '../../platform/db/database.ts';

export interface KeptCardIssuer extends Omit<CardIssuer, 'name'> {
  readonly id: string;
  readonly partner: PartnerId;
  readonly state: 'listed' | 'ended';
  readonly listedAt: Date;
}

type Row = Omit<KeptCardIssuer, 'root'> & { root: Buffer };
/** With the name of the institution. */
export type NamedCardIssuer = KeptCardIssuer & Pick<CardIssuer, 'name'>;

const COLUMNS = `c.id, c.partner, c.issuer, c.types, c.card_group as "group", c.root, c.state, c.listed_at as "listedAt"`;
const LOCK = statement(
  'partner.lockCardIssuer',
  `select ${COLUMNS} from card_issuer c where c.id = $1 for update`,
);
const TAKEN = statement(
  'partner.cardIssuerTaken',
  `select 1 as one from card_issuer where issuer = $1 and state = 'listed' and id <> $2`,
);
/** Of institutions whose access is not suspended or ended. */
const LISTED = statement(
  'partner.listedCardIssuers',
  `select ${COLUMNS}, p.name from card_issuer c join partner p on p.id = c.partner
   where c.state = 'listed' and p.state = 'active' order by p.name, c.issuer`,
);
const ALL = statement(
  'partner.cardIssuers',
  `select ${COLUMNS}, p.name from card_issuer c join partner p on p.id = c.partner order by c.listed_at desc limit 200`,
);
const VERSION = 'id, opened_by, partner, issuer, types, card_group, root, state, listed_at';
const PUT = statement(
  'partner.putCardIssuer',
  `with closed as (
     insert into card_issuer_history (${VERSION}, closed_by) select ${VERSION}, $2 from card_issuer where id = $1
   )
   insert into card_issuer (${VERSION}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
   on conflict (id) do update set opened_by = excluded.opened_by, state = excluded.state`,
);

const toKept = <R extends Row>(row: R) => ({ ...row, root: new Uint8Array(row.root) });

export async function lockCardIssuer(sql: Sql, id: string): Promise<KeptCardIssuer | undefined> {
  const [row] = await sql.query<Row>(LOCK, [id]);
  return row && toKept(row);
}

export const isTaken = async (sql: Sql, issuer: string, besides: string): Promise<boolean> =>
  (await sql.query(TAKEN, [issuer, besides])).length > 0;

export const listedCardIssuers = async (sql: Sql): Promise<NamedCardIssuer[]> =>
  (await sql.query<Row & { name: string }>(LISTED)).map(toKept);

export const allCardIssuers = async (sql: Sql): Promise<NamedCardIssuer[]> =>
  (await sql.query<Row & { name: string }>(ALL)).map(toKept);

export async function putCardIssuer(sql: Sql, kept: KeptCardIssuer, entry: EntryId): Promise<void> {
  const { id, partner, issuer, types, group, root, state, listedAt } = kept;
  await sql.query(PUT, [id, entry, partner, issuer, types, group, Buffer.from(root), state, listedAt]);
}
