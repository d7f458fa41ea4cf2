import type { EntryId } from '@jatidiri/core/ledger/model.ts';
import type { AgreementId, AgreementTerms, PartnerId } from '@jatidiri/core/partner/model.ts';
import { type Sql, statement } from '../platform/db/database.ts';

export interface KeptAgreement {
  readonly id: AgreementId;
  readonly partner: PartnerId;
  /** One is in force, one may be on offer; those before are replaced or withdrawn. */
  readonly state: 'offered' | 'inForce' | 'replaced' | 'withdrawn';
  readonly terms: AgreementTerms;
  readonly offeredAt: Date;
}

const SELECT = `select id, partner, state, terms, offered_at as "offeredAt" from agreement`;
const IN_STATE = statement('partner.agreementIn', `${SELECT} where partner = $1 and state = $2`);
const FIND = statement('partner.agreement', `${SELECT} where id = $1`);
const INSERT = statement(
  'partner.insertAgreement',
  `insert into agreement (id, opened_by, partner, state, terms, offered_at) values ($1, $2, $3, $4, $5, $6)`,
);
const VERSION = 'id, opened_by, partner, state, terms, offered_at';
const REPLACE_STATE = statement(
  'partner.replaceAgreementState',
  `with closed as (
     insert into agreement_history (${VERSION}, closed_by)
     select ${VERSION}, $3 from agreement where partner = $1 and state = $2
   )
   update agreement set opened_by = $3, state = $4 where partner = $1 and state = $2`,
);

export async function findAgreementIn(
  sql: Sql,
  partner: PartnerId,
  state: 'offered' | 'inForce',
): Promise<KeptAgreement | undefined> {
  const [row] = await sql.query<KeptAgreement>(IN_STATE, [partner, state]);
  return row;
}

export async function findAgreement(sql: Sql, id: AgreementId): Promise<KeptAgreement | undefined> {
  const [row] = await sql.query<KeptAgreement>(FIND, [id]);
  return row;
}

export async function insertAgreement(sql: Sql, agreement: KeptAgreement, entry: EntryId): Promise<void> {
  const { id, partner, state, terms, offeredAt } = agreement;
  await sql.query(INSERT, [id, entry, partner, state, terms, offeredAt]);
}

/** Whichever agreement of the partner is in the one state comes into the other. */
export async function moveAgreement(
  sql: Sql,
  partner: PartnerId,
  from: 'offered' | 'inForce',
  to: KeptAgreement['state'],
  entry: EntryId,
): Promise<void> {
  await sql.query(REPLACE_STATE, [partner, from, entry, to]);
}
