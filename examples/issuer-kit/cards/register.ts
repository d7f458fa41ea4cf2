import { DEMO_RESIDENTS } from '../../../seed/demoResidents.ts';
import type { Claims, Person } from '../cardType.ts';

/** An institution's own register, here the residents of the demonstration, each with a number of five digits. */
export function register(person: Person, entry: (number: string) => Claims): Claims | undefined {
  const at = DEMO_RESIDENTS.findIndex(
    ({ name, birthDate }) => name === person.name && birthDate === person.born,
  );
  if (at < 0) return undefined;
  return { name: person.name, birth_date: person.born, ...entry(String(at + 1).padStart(5, '0')) };
}
