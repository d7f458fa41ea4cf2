import { type Done, planCorrection } from '@jatidiri/core/family/correction.ts';
import { reasonOf } from '@jatidiri/core/family/evidence.ts';
import type { EventId, EventPlan, EvidenceKind, GuardiansSet } from '@jatidiri/core/family/model.ts';
import type { FamilyRefusal } from '@jatidiri/core/family/refusals.ts';
import type { CorrectionRequest, EventReply } from '@jatidiri/core/family/wire.ts';
import { dayInKaltim } from '@jatidiri/core/kit/date.ts';
import { ok, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { Officer } from '@jatidiri/core/office/model.ts';
import { serves } from '@jatidiri/core/office/rules.ts';
import type { Resident } from '@jatidiri/core/registry/model.ts';
import { appendMany } from '../ledger/index.ts';
import type { Sql } from '../platform/db/database.ts';
import { findByIds, transitionBy } from '../registry/index.ts';
import { describePlan } from './describePlan.ts';
import { type Concerned, findEvent, isCorrected, lockEvent, peopleIn } from './eventStore.ts';
import { gatherFacts } from './gatherFacts.ts';
import { guardiansBy, writtenGuardians } from './guardianStore.ts';
import { keepPlan } from './keepPlan.ts';
import { wantedNumbers } from './numbers.ts';
import { type EventDeps, readsOf } from './recordEvent.ts';
import { recordedPlan } from './recordedPlan.ts';

type Answer = Result<EventReply, FamilyRefusal>;

/** Everything that undoing an event would change, before anybody confirms it; who is shown reads in the trail that it was looked at. */
export async function previewCorrection(
  deps: EventDeps,
  officer: Officer,
  id: string,
  { evidence }: CorrectionRequest,
): Promise<Answer> {
  return deps.database.write(async (sql): Promise<Answer> => {
    const undoing = await planUndoingOf(deps, sql, officer, id, evidence.kind);
    if (!undoing.ok) return undoing;
    const { plan } = undoing.value;
    const shown = plan.changed.map(({ before }) => before);
    appendMany(deps, sql, readsOf(officer, shown));
    return ok(await describePlan(deps, sql, plan));
  });
}

/**
 * Undoes an event that was recorded by mistake: all records, cards and guardians that it changed say again what they said
 * before, by versions of their own; the event and both versions stay. An IKD that a death has ended is activated anew.
 * The same correction sent again changes nothing.
 */
export async function correctEvent(
  deps: EventDeps,
  officer: Officer,
  id: string,
  { id: correction, evidence }: CorrectionRequest,
): Promise<Answer> {
  return deps.database.write(async (sql): Promise<Answer> => {
    const event = await lockEvent(sql, id);
    const known = await findEvent(sql, correction);
    if (event && known?.corrects === event.id && known.office === officer.office.id) {
      return ok(await describePlan(deps, sql, await recordedPlan(sql, known.id)));
    }
    const undoing = await planUndoingOf(deps, sql, officer, id, evidence.kind);
    if (!undoing.ok) return undoing;
    const { plan, corrects } = undoing.value;
    await keepPlan(deps, sql, officer, plan, {
      id: correction as EventId,
      kind: 'correction',
      on: dayInKaltim(deps.now()),
      evidence: evidence.kind,
      evidenceNumber: evidence.number,
      corrects,
      reason: reasonOf('correction', evidence.kind),
    });
    return ok(await describePlan(deps, sql, plan));
  });
}

interface Undoing {
  readonly plan: EventPlan;
  readonly corrects: EventId;
}

/** Holds the event and everybody whom it concerned, and plans how to undo it. */
async function planUndoingOf(
  deps: EventDeps,
  sql: Sql,
  officer: Officer,
  id: string,
  evidence: EvidenceKind,
): Promise<Result<Undoing, FamilyRefusal>> {
  const event = await lockEvent(sql, id);
  if (!event) return refuse({ code: 'family/event-unknown' });
  if (event.kind === 'correction') return refuse({ code: 'family/correction-final' });
  if (await isCorrected(sql, event.id)) return refuse({ code: 'family/event-corrected' });

  const people = await peopleIn(sql, event.id);
  const concerned = await findByIds(
    sql,
    people.map(({ resident }) => resident),
  );
  if (!concerned.some(({ domicile }) => serves(officer.office, domicile, deps.serviceArea)))
    return refuse({ code: 'family/outside-region' });
  const plan = await planUndoing(deps, sql, people, concerned, evidence);
  return plan.ok ? ok({ plan: plan.value, corrects: event.id }) : plan;
}

async function planUndoing(
  deps: EventDeps,
  sql: Sql,
  people: readonly Concerned[],
  concerned: readonly Resident[],
  evidence: EvidenceKind,
): Promise<Result<EventPlan, FamilyRefusal>> {
  const today = dayInKaltim(deps.now());
  const { concerned: held, factsWith } = await gatherFacts(
    deps,
    sql,
    concerned.map(({ nik }) => nik),
    'held',
  );
  const nowById = new Map(held.map((one) => [one.id, one]));
  const done: Done[] = [];
  const guardians: GuardiansSet[] = [];
  for (const { resident, role, entry } of people) {
    if (!entry) continue;
    const transition = await transitionBy(sql, resident, entry);
    if (transition) done.push({ role, ...transition, now: nowById.get(resident)! });
    const change = await guardiansBy(sql, resident, entry);
    if (!change) continue;
    const written = await writtenGuardians(sql, [resident]);
    if (written.some(({ openedBy }) => openedBy !== entry)) return refuse({ code: 'family/changed-since' });
    guardians.push({ child: resident, guardians: change.before });
  }
  const plan = planCorrection(done, { on: today, evidence }, factsWith(wantedNumbers(today).numbers));
  if (!plan.ok) return plan;
  const named = people.map(({ resident, role }) => ({ resident, role }));
  return ok({ ...plan.value, named, guardians: [...plan.value.guardians, ...guardians] });
}
