import type { EntryField } from './entries.ts';
import { texts } from './texts.ts';

type Fault = 'notChosen' | 'empty' | 'noDay' | 'noNik';

const FAULTS: Partial<Record<EntryField, Fault>> = {
  on: 'noDay',
  birthDate: 'noDay',
  sex: 'notChosen',
  maritalStatus: 'notChosen',
  ground: 'notChosen',
  leaver: 'notChosen',
  members: 'notChosen',
  domicile: 'notChosen',
  evidence: 'notChosen',
  nik: 'noNik',
  mother: 'noNik',
  father: 'noNik',
  carer: 'noNik',
  other: 'noNik',
  guardian: 'noNik',
  secondGuardian: 'noNik',
  retired: 'noNik',
  host: 'noNik',
  remainingHost: 'noNik',
};

/** What to do about an entry that `checkEntries` named; nothing where it is good. */
export const faultOf = (field: EntryField, wrong: readonly EntryField[]): string | undefined =>
  wrong.includes(field) ? texts().faults[FAULTS[field] ?? 'empty'] : undefined;
