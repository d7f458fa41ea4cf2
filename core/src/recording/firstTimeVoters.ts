import { addYears, type IsoDate } from '../kit/date.ts';

/** The last election and the next. */
export type Elections = readonly [last: IsoDate, next: IsoDate];

/** Who votes: whoever is 17 on the day, or ever married (UU 7/2017 article 198). */
const VOTING_AGE = 17;
const RECORDING_AGE = 16;

/** Birth days of those who reach voting age after the last election and by the next: `(bornAfter, bornUntil]`. */
export function firstTimeVoters([last, next]: Elections): { bornAfter: IsoDate; bornUntil: IsoDate } {
  return { bornAfter: addYears(last, -VOTING_AGE), bornUntil: addYears(next, -VOTING_AGE) };
}

/** The last birth day of those who are old enough to be recorded. */
export const recordableUntil = (today: IsoDate): IsoDate => addYears(today, -RECORDING_AGE);

/** The day from which somebody may be recorded; somebody ever married may be at once. */
export const recordableFrom = (birthDate: IsoDate): IsoDate => addYears(birthDate, RECORDING_AGE);
