import type { Activation } from '@jatidiri/core/activation/model.ts';
import type { Tracing } from '../ledger/index.ts';
import type { Sql } from '../platform/db/database.ts';
import { advance } from './advance.ts';

/** An application that the same handset left unfinished makes room for the new one; an attested or active one does not. */
export async function freeHandset(deps: Tracing, sql: Sql, open: Activation | undefined): Promise<boolean> {
  if (!open) return true;
  if (open.state === 'attested' || open.state === 'active' || open.state === 'suspended') return false;
  const actor = { kind: 'resident', device: open.device.thumbprint } as const;
  const lapsed = await advance(deps, sql, open, { kind: 'expire' }, { kind: 'system', task: 'expire' });
  return lapsed.ok || (await advance(deps, sql, open, { kind: 'cancel' }, actor)).ok;
}
