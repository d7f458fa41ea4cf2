import type { Numbers } from '@jatidiri/core/family/draft.ts';
import type { IsoDate } from '@jatidiri/core/kit/date.ts';
import { Personal } from '@jatidiri/core/kit/personal.ts';
import { ok, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import { cardPrefix, nikPrefix } from '@jatidiri/core/registry/givenNumbers.ts';
import type { Nik, NoKk } from '@jatidiri/core/registry/model.ts';
import type { Sql } from '../platform/db/database.ts';
import { giveSerial, LAST_SERIAL } from '../registry/index.ts';

/** Stands for a number that is still to be given; no number has less than 16 digits. */
export const isGiven = (number: string): boolean => number.length === 16;

interface Wanted {
  readonly kind: 'nik' | 'noKk';
  readonly prefix: string;
}

/** Remembers which numbers a plan asks for, in its order, and answers each with a stand-in. */
export function wantedNumbers(today: IsoDate): { readonly numbers: Numbers; readonly wanted: Wanted[] } {
  const wanted: Wanted[] = [];
  const standIn = (one: Wanted) => {
    wanted.push(one);
    return `new ${wanted.length}`;
  };
  return {
    wanted,
    numbers: {
      nik: (domicile, birthDate, sex) =>
        new Personal(standIn({ kind: 'nik', prefix: nikPrefix(domicile, birthDate, sex) })),
      noKk: (domicile) => new Personal(standIn({ kind: 'noKk', prefix: cardPrefix(domicile, today) })),
    },
  };
}

/** Gives what was wanted, to be handed out in the same order when the same plan is made again. */
export async function giveNumbers(
  sql: Sql,
  wanted: readonly Wanted[],
): Promise<Result<Numbers, { code: 'family/serials-used-up' }>> {
  const given: string[] = [];
  for (const { kind, prefix } of wanted) {
    const serial = await giveSerial(sql, kind, prefix);
    if (serial > LAST_SERIAL) return refuse({ code: 'family/serials-used-up' });
    given.push(`${prefix}${String(serial).padStart(4, '0')}`);
  }
  let next = 0;
  const take = () => given[next++]!;
  return ok({
    nik: (): Nik => new Personal(take()),
    noKk: (): NoKk => new Personal(take()),
  });
}
