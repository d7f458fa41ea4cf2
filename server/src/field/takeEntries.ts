import type { EntryOutcome } from '@jatidiri/core/field/conflicts.ts';
import type { FieldRefusalCode } from '@jatidiri/core/field/refusals.ts';
import type { EntriesReply } from '@jatidiri/core/field/wire.ts';
import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { Officer } from '@jatidiri/core/office/model.ts';
import { officerActor } from '../office/index.ts';
import type { FieldDeps } from './deps.ts';
import { findKit, type Kit } from './kitStore.ts';
import { readEntry } from './readEntry.ts';
import { type SettleDeps, settleEntry } from './settleEntry.ts';

export type TakeDeps = SettleDeps & Pick<FieldDeps, 'suite'>;

/** The kit, for whoever works at its office; entries of a kit that was lost or erased come home all the same. */
export async function kitOf(
  { database }: Pick<FieldDeps, 'database'>,
  officer: Officer,
  id: string,
): Promise<Result<Kit, Refusal<FieldRefusalCode>>> {
  const kit = await findKit(database.read, id);
  return kit?.office === officer.office.id ? ok(kit) : refuse({ code: 'field/kit-unknown' });
}

/** Takes what a kit brings home, one after the other, and says what became of each. */
export async function takeEntries(
  deps: TakeDeps,
  officer: Officer,
  kit: Kit,
  entries: readonly string[],
): Promise<EntriesReply> {
  const actor = officerActor(officer);
  const taken: EntriesReply['entries'][number][] = [];
  for (const signed of entries) {
    const read = await readEntry(deps, kit, signed);
    const outcome = read && (await settleEntry(deps, kit, read, actor));
    taken.push(outcome ? { digest: read.digest, n: read.entry.n, outcome: shownOutcome(outcome) } : null);
  }
  return { entries: taken };
}

export const shownOutcome = (outcome: EntryOutcome) => ({
  kind: outcome.kind,
  code: 'code' in outcome ? outcome.code : null,
});
