import { addDays, dayInKaltim } from '@jatidiri/core/kit/date.ts';
import { statementOf } from '@jatidiri/core/partner/statement.ts';
import { append, type Tracing } from '../../ledger/index.ts';
import type { Database } from '../../platform/db/database.ts';
import { findAgreement } from '../agreementStore.ts';
import { findPartner } from '../partnerStore.ts';
import { lockOpenMonths } from '../usageStore.ts';
import { insertStatement } from './statementStore.ts';

/** A month is closed one day after its end: whatever was begun in its last second is counted by then. */
const GRACE_DAYS = 1;

/** Writes the statements of months that are over; from then on they stay as they are. Returns how many. */
export async function closeMonths(deps: Tracing & { readonly database: Database }): Promise<number> {
  const openMonth = addDays(dayInKaltim(deps.now()), -GRACE_DAYS).slice(0, 7);
  return deps.database.write(async (sql) => {
    const months = await lockOpenMonths(sql, openMonth);
    for (const usage of months) {
      const partner = (await findPartner(sql, usage.partner))!;
      const { terms } = (await findAgreement(sql, usage.agreement))!;
      const { id, name, application } = partner;
      const kept = statementOf(
        { id, name, taxNumber: application.taxNumber },
        usage.agreement,
        usage,
        terms.prices,
      );
      const entry = await append(deps, sql, {
        kind: 'partner/month-closed',
        subject: null,
        actor: { kind: 'system', task: 'partner.statements' },
        details: { partner: id, agreement: usage.agreement, month: usage.month, total: kept.total },
      });
      await insertStatement(sql, usage.agreement, id, kept, deps.now(), entry);
    }
    return months.length;
  });
}
