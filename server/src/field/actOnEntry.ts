import { actsFor, type EntryOutcome } from '@jatidiri/core/field/conflicts.ts';
import type { FieldRefusalCode } from '@jatidiri/core/field/refusals.ts';
import type { EntryAct } from '@jatidiri/core/field/wire.ts';
import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { Actor } from '@jatidiri/core/ledger/model.ts';
import type { Officer } from '@jatidiri/core/office/model.ts';
import { officerActor } from '../office/index.ts';
import { findEntry, type StoredEntry } from './entryStore.ts';
import { keepOutcome } from './keepOutcome.ts';
import { type Kit, lockKit } from './kitStore.ts';
import { readEntry } from './readEntry.ts';
import { settleEntry } from './settleEntry.ts';
import type { TakeDeps } from './takeEntries.ts';

type Acted = Result<EntryOutcome, Refusal<FieldRefusalCode>>;

/** What the office does about an entry in conflict: decide it again, answer for it, or give it up with a reason. */
export async function actOnEntry(
  deps: TakeDeps,
  officer: Officer,
  kit: Kit,
  digest: string,
  act: EntryAct,
): Promise<Acted> {
  const known = await findEntry(deps.database.read, digest);
  const possible = mayAct(kit, known, act);
  if (!possible.ok) return possible;
  const actor = officerActor(officer);
  if (act.kind === 'giveUp') return giveUp(deps, kit, digest, act, actor);
  const read = await readEntry(deps, kit, possible.value.signed);
  if (!read) throw new Error('a kept entry that its kit did not sign');
  const order =
    act.kind === 'release'
      ? { released: true, note: act.reason }
      : { released: possible.value.released, note: null };
  return ok(await settleEntry(deps, kit, read, actor, order));
}

async function giveUp(
  deps: TakeDeps,
  { id }: Kit,
  digest: string,
  act: Extract<EntryAct, { kind: 'giveUp' }>,
  actor: Actor,
): Promise<Acted> {
  return deps.database.write(async (sql) => {
    const kit = (await lockKit(sql, id))!;
    // It may have been settled since it was looked at.
    const possible = mayAct(kit, await findEntry(sql, digest), act);
    if (!possible.ok) return possible;
    const { outcome } = possible.value;
    const code = outcome.kind === 'conflict' ? outcome.code : 'field/photo-missing';
    const given: EntryOutcome = { kind: 'givenUp', code };
    await keepOutcome(deps, sql, { ...possible.value, outcome: given }, actor, { note: act.reason });
    return ok(given);
  });
}

function mayAct(
  kit: Kit,
  entry: StoredEntry | undefined,
  act: EntryAct,
): Result<StoredEntry, Refusal<FieldRefusalCode>> {
  if (entry?.kit !== kit.id) return refuse({ code: 'field/entry-unknown' });
  const acts = actsFor(entry.outcome);
  if (acts.length === 0) return refuse({ code: 'field/entry-not-open' });
  return acts.includes(act.kind) ? ok(entry) : refuse({ code: 'field/act-not-possible' });
}
