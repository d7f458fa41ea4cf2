import * as v from 'valibot';
import { recall, remember } from '../../shared/remember.ts';

/** Somebody of the household who holds an identity on this telephone, under the name that they chose for it. */
const Person = v.object({ id: v.string(), label: v.string() });
export type Person = v.InferOutput<typeof Person>;

const People = v.object({ current: v.string(), all: v.array(Person) });
type People = v.InferOutput<typeof People>;

const KEY = 'people';
/** Whose telephone it is. Was alone here before anybody shared it, and has the storage of that time. */
export const OWNER = 'owner';

/** Known to this browser alone. Nothing of a person's own is in it but the name that all of them may see. */
export function readPeople(): People {
  const kept = v.safeParse(v.pipe(v.string(), v.parseJson(), People), recall(KEY));
  return kept.success ? kept.output : { current: OWNER, all: [] };
}

/** Each person has a storage of their own: key, PIN, card. What one page has open, no other person's page reads. */
export function databaseOf(person: string): string {
  return person === OWNER ? 'wallet' : `wallet-${person}`;
}

export function addPerson(ownerLabel: string, person: Person): void {
  const { all } = readPeople();
  const known = all.length === 0 ? [{ id: OWNER, label: ownerLabel }] : all;
  keep({ current: person.id, all: [...known, person] });
}

/** Somebody who holds nothing here leaves no trace; the owner's wallet opens, locked. */
export function removePerson(person: string): void {
  const left = readPeople().all.filter(({ id }) => id !== person);
  indexedDB.deleteDatabase(databaseOf(person));
  keep({ current: OWNER, all: left.length > 1 ? left : [] });
  location.assign('/');
}

/** The page opens anew, locked, for the other person. */
export function switchTo(person: string): void {
  keep({ ...readPeople(), current: person });
  location.assign('/');
}

function keep(people: People): void {
  remember(KEY, JSON.stringify(people));
}
