import { digitsOf, parseNik } from '@jatidiri/core/registry/nik.ts';
import type { Entries } from './draft.ts';

/** Fields that the server would refuse in any case: said at once, without a network. */
export function checkEntries({ nik, name, phone }: Entries): ('nik' | 'name' | 'phone')[] {
  const wrong: ('nik' | 'name' | 'phone')[] = [];
  if (!parseNik(digitsOf(nik)).ok) wrong.push('nik');
  if (!/\p{L}/u.test(name)) wrong.push('name');
  if (!/\d/.test(phone)) wrong.push('phone');
  return wrong;
}
