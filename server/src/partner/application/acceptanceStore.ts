import type { EntryId } from '@jatidiri/core/ledger/model.ts';
import type { AgreementId, PartnerId } from '@jatidiri/core/partner/model.ts';
import { type Sql, statement } from '../../platform/db/database.ts';

export interface Acceptance {
  /** Null: the memorandum. */
  readonly agreement: AgreementId | null;
  readonly text: string;
  readonly acceptedAt: Date;
  readonly by: string;
}

const LIST = statement(
  'partner.acceptances',
  `select agreement, text, accepted_at as "acceptedAt", representative.name as by
   from partner_acceptance join representative on representative.id = partner_acceptance.representative
   where partner_acceptance.partner = $1 order by accepted_at`,
);
const INSERT = statement(
  'partner.insertAcceptance',
  `insert into partner_acceptance (id, opened_by, partner, agreement, representative, text, sha256, accepted_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8)`,
);

export async function listAcceptances(sql: Sql, partner: PartnerId): Promise<Acceptance[]> {
  return sql.query<Acceptance>(LIST, [partner]);
}

export async function insertAcceptance(
  sql: Sql,
  acceptance: {
    id: string;
    partner: PartnerId;
    agreement: AgreementId | null;
    representative: string;
    text: string;
    sha256: Uint8Array;
    at: Date;
  },
  entry: EntryId,
): Promise<void> {
  const { id, partner, agreement, representative, text, sha256, at } = acceptance;
  await sql.query(INSERT, [id, entry, partner, agreement, representative, text, Buffer.from(sha256), at]);
}
