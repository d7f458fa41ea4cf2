import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { PartnerId } from '@jatidiri/core/partner/model.ts';
import type { PartnerRefusalCode } from '@jatidiri/core/partner/refusals.ts';
import { type Statement, statementOf } from '@jatidiri/core/partner/statement.ts';
import type { Database } from '../../platform/db/database.ts';
import { findAgreement } from '../agreementStore.ts';
import { findPartner } from '../partnerStore.ts';
import { listUsage } from '../usageStore.ts';
import { listStatements } from './statementStore.ts';

/** The statements of one month: final ones, or while it is open what they would be now. */
export async function readStatements(
  { database }: { database: Database },
  partnerId: PartnerId,
  month: string,
): Promise<Result<{ statements: Statement[]; final: boolean }, Refusal<PartnerRefusalCode>>> {
  return database.snapshot(async (sql) => {
    const closed = (await listStatements(sql, partnerId)).filter((kept) => kept.month === month);
    if (closed.length > 0) return ok({ statements: closed, final: true });
    const partner = (await findPartner(sql, partnerId))!;
    const { id, name, application } = partner;
    const open = (await listUsage(sql, partnerId)).filter((usage) => usage.month === month);
    if (open.length === 0) return refuse({ code: 'partner/statement-unknown' });
    const statements: Statement[] = [];
    for (const usage of open) {
      const { terms } = (await findAgreement(sql, usage.agreement))!;
      const payer = { id, name, taxNumber: application.taxNumber };
      statements.push(statementOf(payer, usage.agreement, usage, terms.prices));
    }
    return ok({ statements, final: false });
  });
}
