import { createHash } from 'node:crypto';
import type { ResidentId } from '@jatidiri/core/registry/model.ts';
import type { WilayahCode } from '@jatidiri/core/wilayah/model.ts';
import { append, type Tracing } from '../ledger/index.ts';
import type { Sql } from '../platform/db/database.ts';
import { type EarlierRow, insertEarlier } from './earlierStore.ts';

/** An identity that was active before this system took over. */
export interface EarlierActivation {
  readonly resident: ResidentId;
  readonly domicile: WilayahCode;
  readonly office: string;
  readonly activatedAt: Date;
}

/**
 * Takes over identities from before, in one batch and one ledger entry. Their handsets' keys are not known here,
 * so each gets a name that no key can have: such an identity counts, but speaks to us only after a new activation.
 */
export async function takeEarlierActivations(
  deps: Tracing,
  sql: Sql,
  earlier: readonly EarlierActivation[],
  source: string,
): Promise<void> {
  if (earlier.length === 0) return;
  const digest = createHash('sha256');
  for (const { resident, activatedAt } of earlier)
    digest.update(`${resident} ${activatedAt.toISOString()}\n`);
  const entry = await append(deps, sql, {
    kind: 'activation/imported',
    subject: null,
    actor: { kind: 'system', task: source },
    details: { activations: earlier.length, digest: digest.digest('hex') },
  });
  await insertEarlier(
    sql,
    earlier.map((one): EarlierRow => ({ ...one, id: deps.newId(), device: `earlier:${one.resident}` })),
    entry,
  );
}
