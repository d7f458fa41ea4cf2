import type { Actor } from '@jatidiri/core/ledger/model.ts';
import type { Resident, ResidentId } from '@jatidiri/core/registry/model.ts';
import { append } from '../ledger/index.ts';
import type { Sql } from '../platform/db/database.ts';
import { findById } from './store.ts';

interface Deps {
  readonly now: () => Date;
  readonly newId: () => string;
}

type Element = Exclude<keyof Resident, 'id'>;

interface Input<E extends Element> {
  readonly id: ResidentId;
  readonly actor: Actor;
  /** Why, as the resident will read it in the wallet: a code such as `activation-desk`. */
  readonly purpose: string;
  /** Which parts of the record; no other part is handed out. */
  readonly elements: readonly E[];
}

/** Reads parts of one person's record and writes down who read them and for what, in the same transaction. */
export async function readResident<E extends Element>(
  deps: Deps,
  sql: Sql,
  { id, actor, purpose, elements }: Input<E>,
): Promise<Pick<Resident, E> | undefined> {
  const resident = await findById(sql, id);
  if (!resident) return undefined;
  await append(deps, sql, {
    kind: 'registry/read',
    subject: id,
    actor,
    details: { purpose, elements: [...elements].sort() },
  });
  return Object.fromEntries(elements.map((element) => [element, resident[element]])) as Pick<Resident, E>;
}
