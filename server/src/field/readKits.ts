import { gapsIn } from '@jatidiri/core/field/gaps.ts';
import { isOrderedAway, mustErase } from '@jatidiri/core/field/kitRules.ts';
import type { KitId } from '@jatidiri/core/field/model.ts';
import type { KitList, KitOrderReply, KitShown, KitStatusReply } from '@jatidiri/core/field/wire.ts';
import type { Officer } from '@jatidiri/core/office/model.ts';
import type { Sql } from '../platform/db/database.ts';
import { countEntries, runsOfNumbers } from './countStore.ts';
import type { FieldDeps } from './deps.ts';
import { officersOfKits } from './kitKeyStore.ts';
import { findKit, type Kit, kitsOf, type ListedKit, listedKit, rememberContact } from './kitStore.ts';
import { missingPhotos } from './photoStore.ts';

type ReadDeps = Pick<FieldDeps, 'database' | 'now'>;

/** More are asked for when these have come. */
const PHOTOS_ASKED = 200;

/** The kits of an office: what each holds, what it has brought home, and what is missing. */
export function listKits({ database }: ReadDeps, officer: Officer): Promise<KitList> {
  return database.snapshot(async (sql) => ({
    kits: await shown(sql, await kitsOf(sql, officer.office.id)),
  }));
}

/**
 * What a kit asks at each contact: what has become of its entries, which photographs are wanted, and what it has to do.
 * @param last the number of the last entry that it wrote, by which the server knows what is still to come
 */
export async function kitStatus(deps: ReadDeps, kit: Kit, last: number): Promise<KitStatusReply> {
  const now = deps.now();
  await deps.database.write((sql) => rememberContact(sql, kit.id, now, last));
  return deps.database.snapshot(async (sql) => {
    const listed = await listedKit(sql, kit.id);
    const [said] = await shown(sql, [listed]);
    const photosMissing = await missingPhotos(sql, kit.id, PHOTOS_ASKED);
    const everythingIsHere = said!.gaps.length === 0 && photosMissing.length === 0;
    const erase = mustErase(listed.kit, listed.session, everythingIsHere, now);
    return {
      ...said!,
      photosMissing,
      command: erase ? 'erase' : null,
      serverTime: now.toISOString(),
    };
  });
}

/** Nothing about the kit but its order; one that nobody knows has none. */
export async function readOrder(
  { database }: Pick<FieldDeps, 'database'>,
  id: string,
): Promise<KitOrderReply> {
  const kit = await findKit(database.read, id);
  return { erase: kit !== undefined && isOrderedAway(kit) };
}

async function shown(sql: Sql, listed: readonly ListedKit[]): Promise<KitShown[]> {
  const ids: KitId[] = listed.map(({ kit }) => kit.id);
  const counts = await countEntries(sql, ids);
  const runs = await runsOfNumbers(sql, ids);
  const officers = await officersOfKits(sql, ids);
  return listed.map(({ kit, session, seenAt, lastWritten, carried, cards }) => ({
    kit: kit.id,
    label: kit.label,
    state: kit.state,
    session: { id: kit.session, ...session },
    officers: (officers.get(kit.id) ?? []).map(({ id, name }) => ({ id, name })),
    preparedAt: kit.preparedAt.toISOString(),
    seenAt: seenAt.toISOString(),
    carried,
    cards,
    entries: counts.get(kit.id)!,
    gaps: gapsIn(runs.get(kit.id) ?? [], lastWritten),
  }));
}
