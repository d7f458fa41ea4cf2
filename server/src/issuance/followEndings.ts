import type { ActivationId } from '@jatidiri/core/activation/model.ts';
import type { ChainedEntry } from '@jatidiri/core/ledger/model.ts';
import { append, follow, type Tracing } from '../ledger/index.ts';
import type { Database, Sql } from '../platform/db/database.ts';
import { dropPortraits } from './portraitStore.ts';
import { lockCredentials, revoke } from './statusStore.ts';

export interface EndingDeps extends Tracing {
  readonly database: Database;
}

/**
 * Reads on in the ledger and revokes the credentials of identities that have ended, whatever the ground: release,
 * loss, death or correction. Returns entries read.
 */
export async function followEndings(deps: EndingDeps): Promise<number> {
  return follow(deps.database, 'issuance.status', async (entries, sql) => {
    const endings = new Map(entries.filter(isEnding).map((entry) => [entry.details.activation, entry]));
    if (endings.size > 0) await revokeAll(deps, sql, endings);
  });
}

type Ending = ChainedEntry & { readonly details: { readonly activation: ActivationId } };

const isEnding = (entry: ChainedEntry): entry is Ending => entry.kind === 'activation/ended';

async function revokeAll(
  deps: EndingDeps,
  sql: Sql,
  endings: ReadonlyMap<ActivationId, Ending>,
): Promise<void> {
  const activations = [...endings.keys()];
  await lockCredentials(sql, activations);
  await dropPortraits(sql, activations);
  for (const { activation, list, idx } of await revoke(sql, activations)) {
    await append(deps, sql, {
      kind: 'issuance/credential-revoked',
      subject: endings.get(activation)!.subject,
      actor: { kind: 'system', task: 'issuance.status' },
      details: { activation, list, idx, reason: endings.get(activation)!.details.reason ?? null },
    });
  }
}
