import type { EntryId } from '@jatidiri/core/ledger/model.ts';
import type { Partner, PartnerId, PartnerState } from '@jatidiri/core/partner/model.ts';
import { type Sql, statement } from '../platform/db/database.ts';
import { PARTNER_COLUMNS, type PartnerRow, stateValues, toPartner } from './columns.ts';

const SELECT = `select ${PARTNER_COLUMNS} from partner`;
const FIND = statement('partner.find', `${SELECT} where id = $1`);
const LOCK = statement('partner.lock', `${SELECT} where id = $1 for update`);
const LIST = statement('partner.list', `${SELECT} order by applied_at desc, id`);
const DOMAIN_TAKEN = statement(
  'partner.domainTaken',
  `select from partner where application->>'domain' = $1
   and state in ('approved', 'memorandum', 'active', 'suspended') limit 1`,
);
const INSERT = statement(
  'partner.insert',
  `insert into partner (opened_by, ${PARTNER_COLUMNS}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
);
const VERSION = `id, opened_by, name, price_class, application, state, reason, suspended_from, applied_at, demo`;
const REPLACE_STATE = statement(
  'partner.replaceState',
  `with closed as (
     insert into partner_history (${VERSION}, closed_by) select ${VERSION}, $2 from partner where id = $1
   )
   update partner set opened_by = $2, state = $3, reason = $4, suspended_from = $5 where id = $1`,
);

export async function findPartner(sql: Sql, id: string): Promise<Partner | undefined> {
  const [row] = await sql.query<PartnerRow>(FIND, [id]);
  return row && toPartner(row);
}

/** Held until the transaction ends: what happens to one partner happens one after the other. */
export async function lockPartner(sql: Sql, id: string): Promise<Partner | undefined> {
  const [row] = await sql.query<PartnerRow>(LOCK, [id]);
  return row && toPartner(row);
}

export async function listPartners(sql: Sql): Promise<Partner[]> {
  return (await sql.query<PartnerRow>(LIST)).map(toPartner);
}

/** Whether an admitted institution has this host name: two access certificates must not name the same host. */
export async function isDomainTaken(sql: Sql, domain: string): Promise<boolean> {
  return (await sql.query(DOMAIN_TAKEN, [domain])).length > 0;
}

export async function insertPartner(sql: Sql, partner: Partner, entry: EntryId): Promise<void> {
  const { id, name, priceClass, application, state, appliedAt, demo } = partner;
  await sql.query(INSERT, [entry, id, name, priceClass, application, ...stateValues(state), appliedAt, demo]);
}

/** Closes the current version and opens the next, both by the same entry. */
export async function replaceState(
  sql: Sql,
  id: PartnerId,
  state: PartnerState,
  entry: EntryId,
): Promise<void> {
  await sql.query(REPLACE_STATE, [id, entry, ...stateValues(state)]);
}
