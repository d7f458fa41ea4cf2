import { guardiansByCard, isMinor } from '@jatidiri/core/family/guardians.ts';
import type { GuardianGround } from '@jatidiri/core/family/model.ts';
import { dayInKaltim } from '@jatidiri/core/kit/date.ts';
import type { Resident, ResidentId } from '@jatidiri/core/registry/model.ts';
import type { Sql } from '../platform/db/database.ts';
import { familyOf, findById, findByIds } from '../registry/index.ts';
import { writtenChildren, writtenGuardians } from './guardianStore.ts';

interface Deps {
  readonly now: () => Date;
}

/** Somebody who answers for a child, and why. */
export interface Guardian {
  readonly resident: Resident;
  readonly ground: GuardianGround;
}

/**
 * Who answers for a child today, both parents where there are two: whoever is written down, else the head and the spouse
 * of the family card. Nobody for somebody who is 17 or was married.
 */
export async function guardiansOf({ now }: Deps, sql: Sql, child: ResidentId): Promise<Guardian[]> {
  const person = await findById(sql, child);
  if (!person || !isMinor(person, dayInKaltim(now()))) return [];
  return guardiansNow(sql, person);
}

async function guardiansNow(sql: Sql, child: Resident): Promise<Guardian[]> {
  const written = await writtenGuardians(sql, [child.id]);
  if (written.length === 0) {
    const byCard = guardiansByCard(child, await familyOf(sql, child.noKk));
    return byCard.map((resident) => ({ resident, ground: 'familyCard' }));
  }
  const people = await findByIds(
    sql,
    written.map(({ guardian }) => guardian),
  );
  const byId = new Map(people.map((one) => [one.id, one]));
  return written.flatMap(({ guardian, ground }) => {
    const resident = byId.get(guardian);
    return resident?.life.kind === 'present' ? [{ resident, ground }] : [];
  });
}

/** The children for whom somebody answers today, the eldest first. */
export async function childrenOf({ now }: Deps, sql: Sql, guardian: ResidentId): Promise<Resident[]> {
  const person = await findById(sql, guardian);
  if (person?.life.kind !== 'present') return [];
  const today = dayInKaltim(now());
  const written = await writtenChildren(sql, guardian);
  const children = await findByIds(
    sql,
    written.map(({ child }) => child),
  );
  const family = await familyOf(sql, person.noKk);
  const minors = family.filter((one) => one.relation === 'child' && isMinor(one, today));
  const decided = new Set(
    (
      await writtenGuardians(
        sql,
        minors.map(({ id }) => id),
      )
    ).map(({ child }) => child),
  );
  const byCard = minors.filter(
    (one) => !decided.has(one.id) && guardiansByCard(one, family).some(({ id }) => id === guardian),
  );
  return [...children.filter((one) => isMinor(one, today)), ...byCard].sort((one, other) =>
    one.birthDate.reveal() < other.birthDate.reveal() ? -1 : 1,
  );
}
