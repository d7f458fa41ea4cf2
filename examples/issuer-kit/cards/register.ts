import { DEMO_RESIDENTS } from '../../../seed/demoResidents.ts';
import type { Person } from '../cardType.ts';

/** An institution's own register, here the residents of the demonstration: everybody in it has the same entry. */
export function register(
  person: Person,
  entry: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> | undefined {
  const known = DEMO_RESIDENTS.some(({ name }) => name === person.name);
  return known ? { name: person.name, birth_date: person.born, ...entry } : undefined;
}
