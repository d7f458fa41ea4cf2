import type { ActivationId } from '@jatidiri/core/activation/model.ts';
import { STATUS } from '@jatidiri/core/statuslist/statusList.ts';
import { type Sql, statement } from '../platform/db/database.ts';
import { countTaken, openList, touchLists } from './statusStore.ts';

const PLACES = statement(
  'issuance.provisionalPlaces',
  'select list, idx from provisional_place where kit = $1 order by position',
);
const TAKE = statement(
  'issuance.takeProvisional',
  `insert into provisional_place (list, idx, kit, position)
   select $1, idx, $2, $3 + row_number() over () from unnest($4::integer[]) as wanted (idx)
   on conflict (list, idx) do nothing returning idx`,
);

/** A block of places for the provisional cards of one kit, in the order in which it uses them. */
export interface ProvisionalBlock {
  readonly list: number;
  readonly indices: readonly number[];
}

/** The block that a kit was given; undefined when it was given none. */
export async function blockOf(sql: Sql, kit: string): Promise<ProvisionalBlock | undefined> {
  const places = await sql.query<{ list: number; idx: number }>(PLACES, [kit]);
  return places[0] && { list: places[0].list, indices: places.map(({ idx }) => idx) };
}

/**
 * Takes `count` random places of one list for a kit: who sees two cards of a kit cannot tell from their places in which
 * order they were made.
 */
export async function takeBlock(
  sql: Sql,
  kit: string,
  count: number,
  randomIndex: () => number,
): Promise<ProvisionalBlock> {
  const list = await openList(sql, 'provisional');
  // Places that are taken already leave gaps in the order, and the next try begins behind them.
  for (let taken = 0, tried = 0; taken < count; ) {
    const wanted = [...new Set(Array.from({ length: count - taken }, randomIndex))];
    taken += (await sql.query(TAKE, [list, kit, tried, wanted])).length;
    tried += wanted.length;
  }
  await countTaken(sql, 'provisional', list, count);
  return (await blockOf(sql, kit)) ?? { list, indices: [] };
}

const HAS = statement('issuance.hasProvisional', 'select from provisional_place where kit = $1 and idx = $2');

/** Whether a place is one of the kit's. */
export const hasPlace = async (sql: Sql, kit: string, idx: number): Promise<boolean> =>
  (await sql.query(HAS, [kit, idx])).length > 0;

const SET = statement(
  'issuance.setProvisional',
  `update provisional_place set status = $3, activation_id = coalesce($4, activation_id)
   where kit = $1 and idx = $2 and (status <> $3 or activation_id is distinct from coalesce($4, activation_id))
   returning list`,
);

/**
 * Says what a provisional card is worth now. A withdrawn one may come back: an officer may have put right what was in
 * the way of its entry.
 * @param activation the identity that came of it, which takes the card with it when it ends
 */
export async function setProvisional(
  sql: Sql,
  { kit, idx }: { kit: string; idx: number },
  status: keyof typeof STATUS,
  activation: ActivationId | null = null,
): Promise<void> {
  const changed = await sql.query<{ list: number }>(SET, [kit, idx, STATUS[status], activation]);
  await touchLists(
    sql,
    changed.map(({ list }) => list),
  );
}

const REVOKE_UNUSED = statement(
  'issuance.revokeProvisionalOf',
  `update provisional_place set status = ${STATUS.invalid}
   where kit = $1 and activation_id is null and status <> ${STATUS.invalid} returning list`,
);

/** A kit that was lost: no card is good that nothing came of, made or still to be made. */
export async function revokeBlock(sql: Sql, kit: string): Promise<number> {
  const changed = await sql.query<{ list: number }>(REVOKE_UNUSED, [kit]);
  await touchLists(
    sql,
    changed.map(({ list }) => list),
  );
  return changed.length;
}
