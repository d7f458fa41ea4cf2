import { digitsOf, parseNik } from '@jatidiri/core/registry/nik.ts';
import type { Entries } from './draft.ts';

export type CheckedField = 'nik' | 'name' | 'helperNik' | 'helperName';

const isName = (text: string): boolean => /\p{L}/u.test(text);
const isNik = (text: string): boolean => parseNik(digitsOf(text)).ok;

/** Fields that the server would refuse in any case: said at once, without a network. Who helps is named whole or not at all. */
export function checkEntries({ nik, name, helperNik, helperName }: Entries): CheckedField[] {
  const isHelped = helperNik.trim() !== '' || helperName.trim() !== '';
  const wrong: CheckedField[] = [];
  if (!isNik(nik)) wrong.push('nik');
  if (!isName(name)) wrong.push('name');
  if (isHelped && !isNik(helperNik)) wrong.push('helperNik');
  if (isHelped && !isName(helperName)) wrong.push('helperName');
  return wrong;
}
