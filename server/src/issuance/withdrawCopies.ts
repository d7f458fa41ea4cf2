import type { ActivationId } from '@jatidiri/core/activation/model.ts';
import type { Actor } from '@jatidiri/core/ledger/model.ts';
import type { ResidentId } from '@jatidiri/core/registry/model.ts';
import { append, type Tracing } from '../ledger/index.ts';
import type { Sql } from '../platform/db/database.ts';
import { lockCredentials, revoke } from './statusStore.ts';
import { endLeaves } from './withdrawalStore.ts';

/**
 * Revokes every copy of an identity that goes on, and whatever would still lead to more of them: its wallet fetches new
 * ones. In the caller's transaction, so that no copy survives what made it wrong.
 */
export async function withdrawCopies(
  deps: Tracing,
  sql: Sql,
  { id, resident }: { readonly id: ActivationId; readonly resident: ResidentId },
  actor: Actor,
  reason: 'moved',
): Promise<void> {
  await lockCredentials(sql, [id]);
  endLeaves(sql, id, deps.now());
  const copies = await revoke(sql, id);
  if (copies === 0) return;
  await append(deps, sql, {
    kind: 'issuance/credential-revoked',
    subject: resident,
    actor,
    details: { activation: id, copies, reason },
  });
}
