import type { ChainedEntry } from '@jatidiri/core/ledger/model.ts';
import { append, follow } from '../ledger/index.ts';
import type { Sql } from '../platform/db/database.ts';
import { lockCarriedBefore, replaceCard } from './cardStore.ts';
import type { CardDeps } from './deps.ts';

type FollowDeps = Pick<CardDeps, 'database' | 'now' | 'newId'>;

/**
 * Reads on in the ledger: the card that somebody carries whose recording is withdrawn is no longer valid. What is still at an
 * office is stopped there by itself, because the record is not recorded any more (startRun.ts, handOver.ts). Returns entries read.
 */
export function followWithdrawals(deps: FollowDeps): Promise<number> {
  return follow(deps.database, 'card.withdrawals', async (entries, sql) => {
    for (const entry of entries)
      if (entry.kind === 'registry/recording-withdrawn') await withdrawCarried(deps, sql, entry);
  });
}

async function withdrawCarried(deps: FollowDeps, sql: Sql, { id, subject }: ChainedEntry): Promise<void> {
  for (const card of subject ? await lockCarriedBefore(sql, subject, id) : []) {
    const entry = await append(deps, sql, {
      kind: 'card/withdrawn',
      subject,
      actor: { kind: 'system', task: 'card.withdrawals' },
      details: { card: card.id, reason: card.reason },
    });
    await replaceCard(sql, { ...card, state: 'withdrawn' }, entry);
  }
}
