import type { Result } from '../kit/result.ts';
import type { Resident } from '../registry/model.ts';
import { sameName } from '../registry/name.ts';
import { planBirth } from './birth.ts';
import { settleRemaining } from './cards.ts';
import { planDivorce, planMarriage } from './couples.ts';
import { change, type Draft, type Facts, finish, type Grounds, newDraft, object, personOf } from './draft.ts';
import { fits } from './evidence.ts';
import { handOverWards, recognise, ruleGuardians } from './guardians.ts';
import type { EventPlan, LifeEvent } from './model.ts';
import { planMove, planMoveIn, planMoveOut } from './moves.ts';
import type { FamilyRefusal } from './refusals.ts';

/** Everything that an event changes in the records, cards and guardians concerned; nothing is written by it. */
export function planEvent(
  event: LifeEvent,
  grounds: Grounds,
  facts: Facts,
): Result<EventPlan, FamilyRefusal> {
  const draft = newDraft(facts, grounds);
  if (!fits(event.kind, grounds.evidence))
    object(draft, { code: 'family/evidence-unfit', field: 'evidence' });
  plan(draft, event);
  return finish(draft);
}

function plan(draft: Draft, event: LifeEvent) {
  switch (event.kind) {
    case 'birth':
      return planBirth(draft, event);
    case 'death':
      return planDeath(draft, event);
    case 'marriage':
      return planMarriage(draft, event);
    case 'divorce':
      return planDivorce(draft, event);
    case 'move':
      return planMove(draft, event);
    case 'moveOut':
      return planMoveOut(draft, event);
    case 'moveIn':
      return planMoveIn(draft, event);
    case 'nameChange':
    case 'birthDateChange':
      return planCorrectedDatum(draft, event);
    case 'recognition':
      return recognise(draft, event);
    case 'guardianship':
      return ruleGuardians(draft, event);
    case 'merge':
      return planMerge(draft, event);
  }
}

/** The dead leave their card, the spouse is widowed, and a card without a head gets another. */
function planDeath(draft: Draft, event: Extract<LifeEvent, { kind: 'death' }>) {
  const person = personOf(draft, event.person, 'person');
  if (!person) return;
  change(draft, person, 'subject', { kind: 'died', on: draft.on });
  // Who stood on one card learns in the own wallet that it was recorded, and on which certificate.
  for (const { id } of draft.facts.family(person.noKk)) draft.named.set(id, 'member');
  for (const spouse of bereavedBy(person, draft.facts.family(person.noKk)))
    change(draft, spouse, 'spouse', { kind: 'widowed', on: draft.on, family: null });
  settleRemaining(draft, person.noKk, event.remaining);
}

/** With the head every spouse on the card is widowed; with one of several wives nobody is. */
function bereavedBy(person: Resident, family: readonly Resident[]): Resident[] {
  if (person.maritalStatus !== 'married') return [];
  const married = family.filter(({ id, maritalStatus }) => id !== person.id && maritalStatus === 'married');
  const wives = married.filter(({ relation }) => relation === 'spouse');
  if (person.relation === 'head') return wives;
  if (person.relation !== 'spouse' || wives.length > 0) return [];
  return married.filter(({ relation }) => relation === 'head');
}

function planCorrectedDatum(
  draft: Draft,
  event: Extract<LifeEvent, { kind: 'nameChange' | 'birthDateChange' }>,
) {
  const person = personOf(draft, event.person, 'person');
  if (!person) return;
  if (event.kind === 'nameChange')
    return change(draft, person, 'subject', { kind: 'nameCorrected', on: draft.on, name: event.name });
  const { birthDate } = event;
  change(draft, person, 'subject', { kind: 'birthDateCorrected', on: draft.on, birthDate });
}

/** Two NIK for one person: one stays, the other is annulled and its card goes on without it. */
function planMerge(draft: Draft, event: Extract<LifeEvent, { kind: 'merge' }>) {
  const kept = personOf(draft, event.kept, 'kept');
  const retired = personOf(draft, event.retired, 'retired');
  if (!kept || !retired) return;
  if (kept.id === retired.id) return object(draft, { code: 'family/same-person', field: 'retired' });
  if (kept.life.kind === 'annulled')
    return object(draft, { code: 'registry/resident-annulled', field: 'kept' });
  const differ = !sameName(kept.name, retired.name) || kept.birthDate.reveal() !== retired.birthDate.reveal();
  if (differ || kept.sex !== retired.sex) draft.warnings.add('differentPeople');
  change(draft, retired, 'retired', { kind: 'annulled', on: draft.on });
  draft.named.set(kept.id, 'kept');
  handOverWards(draft, retired, kept);
  settleRemaining(draft, retired.noKk, event.remaining);
}
