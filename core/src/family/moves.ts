import type { Nik, Resident } from '../registry/model.ts';
import { homeAt, onNewCard, place, relationUnder, settleRemaining, targetOf } from './cards.ts';
import { change, type Draft, object, personOf } from './draft.ts';
import { keepGuardians } from './guardians.ts';
import type { LifeEvent } from './model.ts';

/**
 * Members of one card move: the whole family keeps its order under a new number; some of them split off with the first
 * named as head; or they join another card.
 */
export function planMove(draft: Draft, event: Extract<LifeEvent, { kind: 'move' }>) {
  const members = sameCard(draft, event.members);
  const [first] = members;
  if (!first) return;
  keepGuardians(draft, [first]);
  if (event.to.kind === 'join') {
    const target = targetOf(draft, event.to);
    if (!target) return;
    const { noKk, home } = target;
    if (noKk.reveal() === first.noKk.reveal())
      return object(draft, { code: 'registry/nothing-changes', field: 'host' });
    for (const person of members) place(draft, person, 'member', { noKk, relation: 'otherRelative' }, home);
  } else {
    const home = homeAt(draft, event.to.at);
    const head = members.find(({ relation }) => relation === 'head') ?? first;
    const keepsOrder = head.relation === 'head';
    onNewCard(
      draft,
      members.map((person) => ({
        person,
        relation: keepsOrder ? person.relation : relationUnder(head, person),
        role: 'member' as const,
      })),
      home,
    );
  }
  settleRemaining(draft, first.noKk, event.remaining);
}

export function planMoveOut(draft: Draft, event: Extract<LifeEvent, { kind: 'moveOut' }>) {
  const members = sameCard(draft, event.members);
  const [first] = members;
  if (!first) return;
  keepGuardians(draft, [first]);
  for (const person of members) change(draft, person, 'member', { kind: 'movedOut', on: draft.on });
  settleRemaining(draft, first.noKk, event.remaining);
}

/** Somebody comes from elsewhere with the NIK that they have, for the first time or back again. */
export function planMoveIn(draft: Draft, event: Extract<LifeEvent, { kind: 'moveIn' }>) {
  const target = targetOf(draft, event.to);
  if (!target || draft.refusal) return;
  const { noKk, home, host } = target;
  const relation = host ? 'otherRelative' : 'head';
  const family = { noKk, relation } as const;
  const { domicile, address } = home;
  const known = draft.facts.person(event.person.nik);
  if (known) {
    if (known.life.kind !== 'movedOut')
      return object(draft, { code: 'family/nik-known-already', field: 'nik' });
    return change(draft, known, 'subject', { kind: 'movedIn', on: draft.on, domicile, address, family });
  }
  if (event.person.birthDate.reveal() > draft.on)
    return object(draft, { code: 'registry/date-contradictory', field: 'birthDate' });
  draft.added.push({
    role: 'subject',
    entry: 'registry/moved-in',
    record: {
      ...event.person,
      ...family,
      firstMarriedOn: null,
      bloodType: null,
      citizenship: { kind: 'wni' },
      domicile,
      address,
      // Recorded elsewhere or not: the recording desk looks it up when the person comes for a card.
      recording: 'unregistered',
      recordedOn: null,
      kia: null,
      life: { kind: 'present' },
      validFrom: draft.facts.today,
    },
  });
}

function sameCard(draft: Draft, niks: readonly Nik[]): Resident[] {
  const members = niks.flatMap((nik) => personOf(draft, nik, 'members') ?? []);
  const [first] = members;
  if (!first) object(draft, { code: 'family/nobody-named', field: 'members' });
  if (first && members.some(({ noKk }) => noKk.reveal() !== first.noKk.reveal()))
    object(draft, { code: 'family/not-on-this-card', field: 'members' });
  return members;
}
