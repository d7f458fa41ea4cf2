import type { GuardianGround } from '@jatidiri/core/family/model.ts';
import type { EntryId } from '@jatidiri/core/ledger/model.ts';
import type { ResidentId } from '@jatidiri/core/registry/model.ts';
import { type Sql, statement } from '../platform/db/database.ts';

/** One guardian of one child, as it is written down. */
export interface Guardianship {
  readonly child: ResidentId;
  readonly guardian: ResidentId;
  readonly ground: GuardianGround;
  readonly openedBy: EntryId;
}

const COLUMNS = 'child, guardian, ground, opened_by as "openedBy"';
const OF_CHILDREN = statement(
  'family.guardiansOfChildren',
  `select ${COLUMNS} from guardianship where child = any($1)
   order by child, array_position(array['mother', 'father'], ground), guardian`,
);
const OF_GUARDIAN = statement(
  'family.childrenOfGuardian',
  `select ${COLUMNS} from guardianship where guardian = $1`,
);

const AROUND = statement(
  'family.guardianshipsAround',
  `select ${COLUMNS} from guardianship
   where child in (select unnest($1::uuid[]) union select child from guardianship where guardian = any($2))
   order by child, array_position(array['mother', 'father'], ground), guardian`,
);

/** All guardians of these children, and of those for whom one of these people is written down. */
export const guardianshipsAround = (
  sql: Sql,
  children: readonly ResidentId[],
  guardians: readonly ResidentId[],
): Promise<Guardianship[]> => sql.query<Guardianship>(AROUND, [children, guardians]);

export const writtenGuardians = (sql: Sql, children: readonly ResidentId[]): Promise<Guardianship[]> =>
  sql.query<Guardianship>(OF_CHILDREN, [children]);

export const writtenChildren = (sql: Sql, guardian: ResidentId): Promise<Guardianship[]> =>
  sql.query<Guardianship>(OF_GUARDIAN, [guardian]);

const CLOSE = statement(
  'family.closeGuardians',
  `with gone as (delete from guardianship where child = $1 returning child, guardian, ground, opened_by)
   insert into guardianship_history (child, guardian, ground, opened_by, closed_by)
   select child, guardian, ground, opened_by, $2 from gone`,
);
const OPEN = statement(
  'family.openGuardians',
  `insert into guardianship (child, guardian, ground, opened_by)
   select $1, guardian, ground, $2 from unnest($3::uuid[], $4::text[]) as named (guardian, ground)`,
);

/** Replaces whoever answered for a child, by one entry. */
export function putGuardians(
  sql: Sql,
  child: ResidentId,
  guardians: readonly Pick<Guardianship, 'guardian' | 'ground'>[],
  entry: EntryId,
): void {
  sql.run(CLOSE, [child, entry]);
  sql.run(OPEN, [child, entry, guardians.map((one) => one.guardian), guardians.map((one) => one.ground)]);
}

const CHANGED_BY = statement(
  'family.guardiansChangedBy',
  `select ${COLUMNS} from guardianship where child = $1 and opened_by = $2
   union all select ${COLUMNS} from guardianship_history where child = $1 and opened_by = $2`,
);
const CLOSED_BY = statement(
  'family.guardiansClosedBy',
  `select ${COLUMNS} from guardianship_history where child = $1 and closed_by = $2`,
);

/** What an entry made of a child's guardians; undefined when it did not touch them. */
export async function guardiansBy(
  sql: Sql,
  child: ResidentId,
  entry: EntryId,
): Promise<{ before: Guardianship[]; after: Guardianship[] } | undefined> {
  const after = await sql.query<Guardianship>(CHANGED_BY, [child, entry]);
  const before = await sql.query<Guardianship>(CLOSED_BY, [child, entry]);
  return after.length + before.length > 0 ? { before, after } : undefined;
}
