import type { EventPlan } from '@jatidiri/core/family/model.ts';
import type { Entry, EntryId } from '@jatidiri/core/ledger/model.ts';
import type { Officer } from '@jatidiri/core/office/model.ts';
import type { ChangeReason, ResidentId } from '@jatidiri/core/registry/model.ts';
import { append, type Tracing } from '../ledger/index.ts';
import { officerActor } from '../office/index.ts';
import type { Sql } from '../platform/db/database.ts';
import { addResident, keepVersion } from '../registry/index.ts';
import { type Concerned, insertEvent, type RecordedEvent } from './eventStore.ts';
import { putGuardians } from './guardianStore.ts';

export type Kept = Omit<RecordedEvent, 'recordedAt' | 'officer' | 'office'> & {
  readonly reason: ChangeReason;
};

/** Writes a plan in the caller's transaction: one entry and one version for each record, guardians, and the event itself. */
export async function keepPlan(
  deps: Tracing,
  sql: Sql,
  officer: Officer,
  plan: EventPlan,
  { reason, ...event }: Kept,
): Promise<void> {
  const actor = officerActor(officer);
  const details: Entry['details'] = { reason, event: event.id };
  const people = new Map<ResidentId, Concerned>();
  for (const { resident, role } of plan.named) people.set(resident, { resident, role, entry: null });

  for (const { after, entry: kind, role } of plan.changed) {
    const entry = await keepVersion(deps, sql, after, { kind, actor, details });
    people.set(after.id, { resident: after.id, role, entry });
  }
  let newborn: ResidentId | undefined;
  for (const { record, entry: kind, role } of plan.added) {
    const { resident, entry } = await addResident(deps, sql, record, { kind, actor, details });
    people.set(resident.id, { resident: resident.id, role, entry });
    newborn = resident.id;
  }
  for (const { child, guardians } of plan.guardians) {
    const id = child ?? newborn!;
    const entry = await entryOf(id);
    putGuardians(sql, id, guardians, entry);
  }
  const recorded = { ...event, recordedAt: deps.now(), officer: officer.id, office: officer.office.id };
  insertEvent(sql, recorded, [...people.values()]);

  /** The entry that has changed the child's record already, or one of its own. */
  async function entryOf(child: ResidentId): Promise<EntryId> {
    const known = people.get(child);
    if (known?.entry) return known.entry;
    const kind = 'family/guardians-changed';
    const entry = await append(deps, sql, { kind, subject: child, actor, details });
    people.set(child, { resident: child, role: known?.role ?? 'child', entry });
    return entry;
  }
}
