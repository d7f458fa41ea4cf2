import type { ActivationId } from '@jatidiri/core/activation/model.ts';
import type { Officer } from '@jatidiri/core/office/model.ts';
import { takeBackInField } from '../activation/index.ts';
import type { Tracing } from '../ledger/index.ts';
import { officerActor } from '../office/index.ts';
import type { Sql } from '../platform/db/database.ts';
import { entriesAt } from './entryStore.ts';
import { keepOutcome } from './keepOutcome.ts';
import type { Kit } from './kitStore.ts';

/**
 * An officer took an entry back: the identity that came of it ends, and its provisional card with it. One that has not
 * arrived yet will find the void here; a void itself cannot be taken back.
 */
export async function takeBack(
  deps: Tracing,
  sql: Sql,
  kit: Kit,
  n: number,
  officer: Officer,
): Promise<void> {
  const [target] = await entriesAt(sql, kit.id, n, n);
  if (!target || target.voids !== null) return;
  const { outcome } = target;
  if (outcome.kind === 'voided' || outcome.kind === 'givenUp') return;
  if (outcome.kind === 'accepted' && outcome.activation)
    await takeBackInField(deps, sql, outcome.activation as ActivationId, officer);
  const actor = officerActor(officer);
  await keepOutcome(deps, sql, { ...target, outcome: { kind: 'voided' } }, actor);
}
