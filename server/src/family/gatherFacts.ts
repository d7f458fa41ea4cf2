import type { Facts, Numbers } from '@jatidiri/core/family/draft.ts';
import { isMinor } from '@jatidiri/core/family/guardians.ts';
import { dayInKaltim } from '@jatidiri/core/kit/date.ts';
import type { Nik, Resident } from '@jatidiri/core/registry/model.ts';
import type { Sql } from '../platform/db/database.ts';
import { concernedBy, holdConcerned } from '../registry/index.ts';
import type { WilayahTree } from '../wilayah/index.ts';
import { guardianshipsAround } from './guardianStore.ts';

export interface FactDeps {
  readonly now: () => Date;
  readonly wilayah: Pick<WilayahTree, 'isDomicile'>;
}

/** Reads whom an event concerns: the people it names, their cards, and who answers for the children on them. */
export async function gatherFacts(
  { now, wilayah }: FactDeps,
  sql: Sql,
  niks: readonly Nik[],
  how: 'held' | 'looked at',
): Promise<{ concerned: readonly Resident[]; factsWith: (numbers: Numbers) => Facts }> {
  const concerned = await (how === 'held' ? holdConcerned : concernedBy)(sql, niks);
  const today = dayInKaltim(now());
  const minors = new Set(concerned.filter((one) => isMinor(one, today)).map(({ id }) => id));
  const everybody = concerned.map(({ id }) => id);
  const byChild = Map.groupBy(await guardianshipsAround(sql, [...minors], everybody), ({ child }) => child);
  const byNik = new Map(concerned.map((one) => [one.nik.reveal(), one]));
  const byCard = Map.groupBy(
    concerned.filter(({ life }) => life.kind === 'present'),
    ({ noKk }) => noKk.reveal(),
  );
  return {
    concerned,
    factsWith: (numbers) => ({
      today,
      person: (nik) => byNik.get(nik.reveal()),
      family: (noKk) => byCard.get(noKk.reveal()) ?? [],
      guardians: (child) => (minors.has(child) && byChild.get(child)) || [],
      wards: (guardian) =>
        [...byChild]
          .filter(([, named]) => named.some((one) => one.guardian === guardian))
          .map(([child, named]) => ({ child, guardians: named })),
      isDomicile: wilayah.isDomicile,
      numbers,
    }),
  };
}
