import type { EntryId } from '@jatidiri/core/ledger/model.ts';
import type { AgreementId, PartnerId } from '@jatidiri/core/partner/model.ts';
import type { Statement } from '@jatidiri/core/partner/statement.ts';
import { type Sql, statement } from '../../platform/db/database.ts';

const LIST = statement(
  'partner.statements',
  'select statement from partner_statement where partner = $1 order by month desc, agreement desc',
);
const INSERT = statement(
  'partner.insertStatement',
  `insert into partner_statement (agreement, month, opened_by, partner, statement, closed_at)
   values ($1, $2, $3, $4, $5, $6)`,
);

/** Of months that are closed, the newest first. */
export async function listStatements(sql: Sql, partner: PartnerId): Promise<Statement[]> {
  return (await sql.query<{ statement: Statement }>(LIST, [partner])).map((row) => row.statement);
}

export async function insertStatement(
  sql: Sql,
  agreement: AgreementId,
  partner: PartnerId,
  kept: Statement,
  at: Date,
  entry: EntryId,
): Promise<void> {
  await sql.query(INSERT, [agreement, kept.month, entry, partner, kept, at]);
}
