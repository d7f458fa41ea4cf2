/**
 * Capitals in the spelling of before 1972 turned into today's (Soekarno, Djakarta, Tjokro). J and Y become one letter:
 * an old J is a new Y, an old Dj a new J, and nobody can tell from a name alone which spelling it keeps.
 */
export function newSpelling(letters: string): string {
  return letters.replaceAll('OE', 'U').replaceAll('TJ', 'C').replaceAll('DJ', 'Y').replaceAll('J', 'Y');
}
