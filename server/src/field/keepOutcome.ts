import type { ActivationId } from '@jatidiri/core/activation/model.ts';
import type { EntryOutcome } from '@jatidiri/core/field/conflicts.ts';
import { cardStatus } from '@jatidiri/core/field/entryRules.ts';
import type { Actor } from '@jatidiri/core/ledger/model.ts';
import { setProvisional } from '../issuance/index.ts';
import { append, type Tracing } from '../ledger/index.ts';
import type { Sql } from '../platform/db/database.ts';
import { insertEntry, isCardUsed, openEntriesWith, putOutcome, type StoredEntry } from './entryStore.ts';
import { dropPhoto } from './photoStore.ts';

const KINDS = {
  accepted: 'field/entry-accepted',
  waitsForPhoto: 'field/entry-waits',
  conflict: 'field/entry-in-conflict',
  voided: 'field/entry-voided',
  givenUp: 'field/entry-given-up',
} as const satisfies Record<EntryOutcome['kind'], string>;

/**
 * Keeps what became of an entry, with its provisional card and without its photograph when it is settled. About the
 * person the activation has written what there is to write.
 */
export async function keepOutcome(
  deps: Tracing,
  sql: Sql,
  entry: StoredEntry,
  actor: Actor,
  { isNew = false, note = null }: { readonly isNew?: boolean; readonly note?: string | null } = {},
): Promise<void> {
  const { digest, kit, n, outcome, photo } = entry;
  const by = await append(deps, sql, {
    kind: KINDS[outcome.kind],
    subject: null,
    actor,
    details: {
      kit,
      n,
      digest,
      ...('code' in outcome && { code: outcome.code }),
      ...(entry.released && { released: true }),
    },
  });
  if (isNew) insertEntry(sql, entry, by, deps.now());
  else putOutcome(sql, entry, by, note);
  await keepCard(sql, entry);
  if (photo && (await openEntriesWith(sql, kit, photo)).length === 0) dropPhoto(sql, kit, photo);
}

async function keepCard(sql: Sql, { kit, card, digest, outcome }: StoredEntry): Promise<void> {
  const status = cardStatus(outcome);
  // A place that another entry has given away says what that one is worth.
  if (card === null || status === null || (await isCardUsed(sql, kit, card, digest))) return;
  const activation = outcome.kind === 'accepted' ? (outcome.activation as ActivationId | null) : null;
  await setProvisional(sql, { kit, idx: card }, status, activation);
}
