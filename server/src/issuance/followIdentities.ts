import type { ActivationId } from '@jatidiri/core/activation/model.ts';
import type { ChainedEntry } from '@jatidiri/core/ledger/model.ts';
import type { ResidentId } from '@jatidiri/core/registry/model.ts';
import { identitiesOf } from '../activation/index.ts';
import { append, follow, type Tracing } from '../ledger/index.ts';
import type { Database, Sql } from '../platform/db/database.ts';
import { correctedBy, isImport } from '../registry/index.ts';
import { followFamily, isOfFamily, revokeKiaOf } from './followFamilies.ts';
import { dropPortraits } from './portraitStore.ts';
import { lockCredentials, resume, revoke, suspend } from './statusStore.ts';

export interface FollowingDeps extends Tracing {
  readonly database: Database;
}

/**
 * Reads on in the ledger and keeps the status lists true to it. An identity that ended, whatever the ground, takes all
 * copies of its credentials with it; one on hold suspends them; a record that says something else than before revokes
 * them, and the wallet fetches new ones. Returns entries read.
 */
export function followIdentities(deps: FollowingDeps): Promise<number> {
  return follow(
    deps.database,
    'issuance.status',
    async (entries, sql) => {
      for (const entry of entries) await carryOver(deps, sql, entry);
    },
    isImport,
  );
}

/** What changes a record and is no change of the identity itself: a death is followed as its end. */
const MAY_CORRECT = new Set([
  'registry/residents-imported',
  'registry/moved',
  'registry/married',
  'registry/divorced',
  'registry/widowed',
  'registry/name-corrected',
  'registry/family-changed',
  'registry/birth-date-corrected',
  'registry/moved-in',
  'registry/corrected',
  'registry/permit-renewed',
]);

async function carryOver(deps: FollowingDeps, sql: Sql, entry: ChainedEntry): Promise<void> {
  const activation = entry.details.activation as ActivationId;
  switch (entry.kind) {
    case 'activation/ended':
      await change(deps, sql, 'revoked', activation, {
        subject: entry.subject,
        reason: entry.details.reason ?? null,
      });
      return dropPortraits(sql, [activation]);
    case 'activation/suspended':
      return change(deps, sql, 'suspended', activation, { subject: entry.subject, reason: 'lost' });
    case 'activation/resumed':
      return change(deps, sql, 'resumed', activation, { subject: entry.subject, reason: 'found' });
    // The copies of before are revoked already. New ones may have met the hold of before, which is read only now.
    case 'activation/moved':
      return change(deps, sql, 'resumed', activation, { subject: entry.subject, reason: 'moved' });
    case 'activation/activated':
      // From now on it is the child's own identity that shows who it is.
      return entry.subject ? revokeKiaOf(deps, sql, [entry.subject], 'handedOver') : undefined;
    default:
      if (MAY_CORRECT.has(entry.kind)) await revokeCorrected(deps, sql, entry);
      if (isOfFamily(entry)) await followFamily(deps, sql, entry);
  }
}

async function revokeCorrected(deps: FollowingDeps, sql: Sql, entry: ChainedEntry): Promise<void> {
  const residents = await correctedBy(sql, entry.id);
  if (residents.length === 0) return;
  for (const { id, resident } of await identitiesOf(sql, residents))
    await change(deps, sql, 'revoked', id, { subject: resident, reason: 'corrected' });
}

const CHANGES = { revoked: revoke, suspended: suspend, resumed: resume } as const;

async function change(
  deps: FollowingDeps,
  sql: Sql,
  what: keyof typeof CHANGES,
  activation: ActivationId,
  { subject, reason }: { subject: ResidentId | null; reason: ChainedEntry['details'][string] },
): Promise<void> {
  await lockCredentials(sql, [activation]);
  const copies = await CHANGES[what](sql, activation);
  if (copies === 0) return;
  await append(deps, sql, {
    kind: `issuance/credential-${what}`,
    subject,
    actor: { kind: 'system', task: 'issuance.status' },
    details: { activation, copies, reason },
  });
}
