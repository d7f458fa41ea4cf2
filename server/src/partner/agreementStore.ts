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

const INSERT = statement(
  'partner.insertAgreement',
  `insert into agreement (id, opened_by, partner, state, terms, offered_at) values ($1, $2, $3, $4, $5, $6)`,
);

export async function insertAgreement(sql: Sql, agreement: KeptAgreement, entry: EntryId): Promise<void> {
  const { id, partner, state, terms, offeredAt } = agreement;
  await sql.query(INSERT, [id, entry, partner, state, terms, offeredAt]);
}
