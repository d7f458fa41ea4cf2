import { follow } from '../ledger/index.ts';
import { disputedWith } from './disputeStore.ts';
import { type DecideDeps, settleDispute } from './settleDispute.ts';

const ACTOR = { kind: 'system', task: 'recording.merges' } as const;

/**
 * Reads on in the ledger: when two NIK of one person are merged and the one recorded before is annulled, the sitting that waited
 * for it goes on. Where the newer one is annulled nothing has to happen: its sitting is nobody's. Returns entries read.
 */
export function followMerges(deps: DecideDeps): Promise<number> {
  return follow(deps.database, 'recording.merges', async (entries, sql) => {
    for (const { kind, subject } of entries)
      if (kind === 'registry/annulled' && subject)
        for (const capture of await disputedWith(sql, subject, 'any'))
          await settleDispute(deps, sql, ACTOR, capture);
  });
}
