import type { Nik } from '../registry/model.ts';
import type { WilayahCode } from '../wilayah/model.ts';
import type { CardChoice, LifeEvent, Remaining } from './model.ts';

/** Everybody whom an event names: their records and cards have to be read before it can be planned. */
export function peopleOf(event: LifeEvent): Nik[] {
  switch (event.kind) {
    case 'birth':
      return known(event.mother, event.father, event.carer);
    case 'death':
      return [event.person, ...ofRemaining(event.remaining)];
    case 'marriage':
      return [event.one, event.other, ...event.children, ...ofRemaining(event.remaining)];
    case 'divorce':
      return [event.stays, event.leaves, ...event.children, ...ofChoice(event.to)];
    case 'move':
      return [...event.members, ...ofChoice(event.to), ...ofRemaining(event.remaining)];
    case 'moveOut':
      return [...event.members, ...ofRemaining(event.remaining)];
    case 'moveIn':
      return [event.person.nik, ...ofChoice(event.to)];
    case 'nameChange':
    case 'birthDateChange':
      return [event.person];
    case 'recognition':
      return [event.child, event.father];
    case 'guardianship':
      return [event.child, ...event.guardians];
    case 'merge':
      return [event.kept, event.retired, ...ofRemaining(event.remaining)];
  }
}

const known = (...niks: readonly (Nik | null)[]): Nik[] => niks.filter((nik) => nik !== null);
const ofChoice = (choice: CardChoice): Nik[] => (choice.kind === 'join' ? [choice.host] : []);
const ofRemaining = (remaining: Remaining | null): Nik[] =>
  remaining?.kind === 'join' ? [remaining.host] : [];

/** Where an event brings people that come to a new address. */
export function newHomeOf(event: LifeEvent): WilayahCode | undefined {
  if (event.kind === 'marriage') return event.at?.domicile;
  return 'to' in event && event.to.kind === 'new' ? event.to.at.domicile : undefined;
}
