import { parseNik } from '@jatidiri/core/registry/nik.ts';
import type { Entries } from './draft.ts';

/** Fields that the server would refuse in any case: said at once, without a network. */
export function checkEntries({ nik, name, phone }: Entries): ('nik' | 'name' | 'phone')[] {
  const wrong: ('nik' | 'name' | 'phone')[] = [];
  if (!parseNik(digitsOf(nik)).ok) wrong.push('nik');
  if (!/\p{L}/u.test(name)) wrong.push('name');
  if (!/\d/.test(phone)) wrong.push('phone');
  return wrong;
}

/** People write a NIK in groups, as they read it from the card. */
export const digitsOf = (nik: string): string => nik.replaceAll(/[\s.-]/g, '');
