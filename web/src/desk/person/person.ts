import { parseName } from '@jatidiri/core/activation/contact.ts';
import { ok, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import { digitsOf, parseNik } from '@jatidiri/core/registry/nik.ts';

/** What the officer copies from the card of whoever stands there, and what is to be done. */
export interface PersonEntries<Reason extends string> {
  readonly nik: string;
  readonly name: string;
  readonly reason: Reason | undefined;
}

export type PersonField = 'nik' | 'name' | 'reason';

export const NO_ENTRIES = { nik: '', name: '', reason: undefined } as const;

/** The request, or the fields that the server would refuse in any case. */
export function checkEntries<Reason extends string>(
  entries: PersonEntries<Reason>,
): Result<{ nik: string; name: string; reason: Reason }, readonly PersonField[]> {
  const nik = digitsOf(entries.nik);
  const name = entries.name.trim();
  const { reason } = entries;
  const wrong: PersonField[] = [];
  if (!parseNik(nik).ok) wrong.push('nik');
  if (!parseName(name).ok) wrong.push('name');
  if (!reason) wrong.push('reason');
  return reason && wrong.length === 0 ? ok({ nik, name, reason }) : refuse(wrong);
}
