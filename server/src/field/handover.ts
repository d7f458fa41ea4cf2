import type { ProvenDevice } from '@jatidiri/core/device/proof.ts';
import type { HandoverReply } from '@jatidiri/core/field/wire.ts';
import { findIdentityOnDevice } from '../activation/index.ts';
import type { FieldDeps } from './deps.ts';
import { newestOfHandset, type StoredEntry } from './entryStore.ts';

const WAITING: HandoverReply = { state: 'waiting' };

/**
 * What became of what a telephone handed to an officer, by its key alone. As long as nothing has come home, or somebody
 * is still at it, it waits: whoever asks with another key learns no more than that.
 */
export async function readHandover(
  { database }: Pick<FieldDeps, 'database'>,
  device: ProvenDevice,
): Promise<HandoverReply> {
  return database.snapshot(async (sql) => {
    const identity = await findIdentityOnDevice(sql, device.thumbprint);
    if (identity && identity.state !== 'ended') return { state: 'accepted', activation: identity.id };
    const entry = await newestOfHandset(sql, device.thumbprint);
    return entry ? answer(entry) : WAITING;
  });
}

function answer({ outcome, decision }: StoredEntry): HandoverReply {
  switch (outcome.kind) {
    case 'accepted':
      // Accepted and no longer here: it has ended since, and the credential's own answer says why.
      if (outcome.activation) return { state: 'accepted', activation: outcome.activation };
      return decision?.kind === 'refuse' ? { state: 'refused', because: decision.reason } : WAITING;
    case 'voided':
      return { state: 'refused', because: 'field/voided' };
    case 'givenUp':
      return { state: 'refused', because: outcome.code };
    case 'conflict':
    case 'waitsForPhoto':
      return WAITING;
  }
}
