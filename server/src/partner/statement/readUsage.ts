import type { PartnerId } from '@jatidiri/core/partner/model.ts';
import type { UsageView } from '@jatidiri/core/partner/portalWire.ts';
import { byMonth } from '@jatidiri/core/partner/statement.ts';
import type { Sql } from '../../platform/db/database.ts';
import { listUsage } from '../usageStore.ts';
import { listStatements } from './statementStore.ts';

/** What was used month by month, the newest first; a month counts as closed once its statement stands. */
export async function readUsage(sql: Sql, partner: PartnerId): Promise<UsageView[]> {
  const closed = new Set((await listStatements(sql, partner)).map(({ month }) => month));
  return byMonth(await listUsage(sql, partner)).map((usage) => ({
    ...usage,
    closed: closed.has(usage.month),
  }));
}
