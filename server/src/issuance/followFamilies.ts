import type { ChainedEntry } from '@jatidiri/core/ledger/model.ts';
import type { ResidentId } from '@jatidiri/core/registry/model.ts';
import { identitiesOf } from '../activation/index.ts';
import { append, appendMany, type Tracing } from '../ledger/index.ts';
import type { Sql } from '../platform/db/database.ts';
import { cardMatesOf, correctedBy, goneBy } from '../registry/index.ts';
import { lockCredentials, revokeKia, revokeKk } from './statusStore.ts';

const TASK = { kind: 'system', task: 'issuance.status' } as const;

/** Whatever the registry wrote about somebody may have changed a family card or who answers for a child. */
export function isOfFamily({ kind }: ChainedEntry): boolean {
  return kind === 'family/guardians-changed' || (kind.startsWith('registry/') && kind !== 'registry/read');
}

/**
 * Withdraws the family cards on which the person stands or stood, and, of a child, its KIA from every wallet: whoever
 * may still have them fetches them anew, and whoever may no longer does not get them.
 */
export async function followFamily(deps: Tracing, sql: Sql, entry: ChainedEntry): Promise<void> {
  const concerned = entry.subject
    ? [entry.subject]
    : [...(await correctedBy(sql, entry.id)), ...(await goneBy(sql, entry.id))];
  if (concerned.length === 0) return;
  await revokeKiaOf(deps, sql, concerned, 'changed');
  const mates = await cardMatesOf(sql, concerned, entry.id);
  for (const { id, resident } of await identitiesOf(sql, mates)) {
    await lockCredentials(sql, [id]);
    const copies = await revokeKk(sql, id);
    if (copies === 0) continue;
    await append(deps, sql, {
      kind: 'issuance/kk-revoked',
      subject: resident,
      actor: TASK,
      details: { activation: id, copies },
    });
  }
}

/** Takes the KIA of children out of the wallets of their guardians. */
export async function revokeKiaOf(
  deps: Tracing,
  sql: Sql,
  children: readonly ResidentId[],
  reason: 'changed' | 'handedOver' | 'ended',
): Promise<void> {
  const revoked = await revokeKia(sql, children);
  const entries = [...revoked].map((child) => ({
    kind: 'issuance/kia-revoked',
    subject: child,
    actor: TASK,
    details: { reason },
  }));
  appendMany(deps, sql, entries);
}
