import type { FamilyReply } from '@jatidiri/core/family/wire.ts';
import { ageOn, type IsoDate } from '@jatidiri/core/kit/date.ts';
import { type EventKind, partnerOf } from './entries.ts';

const PARENT_AGE = 10;

/** The events that can have happened to this person, as the desk offers them. */
export function offeredFor({ person, members }: FamilyReply, today: IsoDate): EventKind[] {
  if (person.life === 'deceased' || person.life === 'annulled') return [];
  if (person.life === 'movedOut') return [];
  const age = ageOn(person.birthDate as IsoDate, today);
  const child = person.maritalStatus === 'neverMarried' && age < 17;
  return [
    ...(age >= PARENT_AGE ? (['birth'] as const) : []),
    'death',
    ...(person.maritalStatus !== 'married' ? (['marriage'] as const) : []),
    ...(partnerOf(person, members) ? (['divorce'] as const) : []),
    'move',
    'moveOut',
    'moveIn',
    'nameChange',
    'birthDateChange',
    ...(child ? (['recognition', 'guardianship'] as const) : []),
    'merge',
  ];
}
