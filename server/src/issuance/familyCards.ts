import { type Validity, validityOn } from '@jatidiri/core/issuance/validity.ts';
import { dayInKaltim } from '@jatidiri/core/kit/date.ts';
import { holdsKia } from '@jatidiri/core/registry/kia.ts';
import type { Kia, Resident, ResidentId } from '@jatidiri/core/registry/model.ts';
import { holdersAmong } from '../activation/index.ts';
import { childrenOf } from '../family/index.ts';
import type { Sql } from '../platform/db/database.ts';
import { familyOf, holdById } from '../registry/index.ts';
import type { Active } from './issuable.ts';

interface Deps {
  readonly now: () => Date;
}

/** A family card as of now: whoever stands on it, and its holder, who is held so that no event slips in between. */
export async function kkOf(
  sql: Sql,
  { resident }: Active,
): Promise<{ holder: Resident; members: readonly Resident[] }> {
  const holder = (await holdById(sql, resident))!;
  return { holder, members: await familyOf(sql, holder.noKk) };
}

/** How long what is issued to a family now is good. */
export const familyValidity = ({ now }: Deps): Validity => validityOn(now(), { kind: 'wni' })!;

const PASS_DAYS = 60;

/** Passes are good for a shorter time: a child's own last day stands in few of them, and tells its birthday in fewer. */
export function passValidity(deps: Deps): Validity {
  const { issuedAt } = familyValidity(deps);
  return { issuedAt, expiresAt: new Date(issuedAt.getTime() + PASS_DAYS * 86_400_000) };
}

/**
 * The KIA of the children for whom somebody answers today, each child held; a child who has an identity of its own
 * shows that one.
 */
export async function kiaOf(deps: Deps, sql: Sql, { resident }: Active): Promise<[Resident, Kia][]> {
  const today = dayInKaltim(deps.now());
  const held = new Set<ResidentId>();
  for (const { id } of await childrenOf(deps, sql, resident)) if (await holdById(sql, id)) held.add(id);
  const children = (await childrenOf(deps, sql, resident)).filter(({ id }) => held.has(id));
  const own = await holdersAmong(sql, idsOf(children));
  return children.flatMap((child): [Resident, Kia][] =>
    holdsKia(child.kia, today) && !own.has(child.id) ? [[child, child.kia]] : [],
  );
}

export const idsOf = (residents: readonly Resident[]): ResidentId[] => residents.map(({ id }) => id);

/** Not beyond the birthday with which the card ends. */
export function untilEndOf(kia: Kia, { issuedAt, expiresAt }: Validity): Validity {
  const ends = new Date(`${kia.until}T00:00:00+08:00`);
  return { issuedAt, expiresAt: ends < expiresAt ? ends : expiresAt };
}
