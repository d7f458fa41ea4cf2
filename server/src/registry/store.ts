import type { EntryId } from '@jatidiri/core/ledger/model.ts';
import type { Nik, NoKk, Resident, ResidentId } from '@jatidiri/core/registry/model.ts';
import { type Sql, statement } from '../platform/db/database.ts';
import { COLUMNS, type ResidentRow, SELECTED, toResident, valuesOf } from './columns.ts';

const BY_NIK = statement('registry.byNik', `select ${SELECTED} from resident where nik = $1`);
const BY_ID = statement('registry.byId', `select ${SELECTED} from resident where id = $1`);
const BY_ID_LOCKED = statement(
  'registry.byIdLocked',
  `select ${SELECTED} from resident where id = $1 for update`,
);
const FAMILY = statement(
  'registry.family',
  `select ${SELECTED} from resident where no_kk = $1 and life = 'present' order by relation, birth_date, id`,
);

/** The current record, without a trace in the ledger: the caller's own entry says what it was read for. */
export async function findByNik(sql: Sql, nik: Nik): Promise<Resident | undefined> {
  return one(await sql.query<ResidentRow>(BY_NIK, [nik.reveal()]));
}

const BY_NIKS = statement(
  'registry.byNiks',
  `select ${SELECTED} from resident where nik = any($1::bigint[])`,
);

/** As `findByNik`, for many at once; by NIK, without those that nobody has. */
export async function findByNiks(sql: Sql, niks: readonly Nik[]): Promise<ReadonlyMap<string, Resident>> {
  const rows = await sql.query<ResidentRow>(BY_NIKS, [niks.map((nik) => nik.reveal())]);
  return new Map(rows.map((row) => [row.nik, toResident(row)]));
}

/** As `findByNik`. */
export async function findById(sql: Sql, id: ResidentId): Promise<Resident | undefined> {
  return one(await sql.query<ResidentRow>(BY_ID, [id]));
}

const BY_ID_HELD = statement('registry.byIdHeld', `select ${SELECTED} from resident where id = $1 for share`);

/** As `findById`, and nothing about the person changes until the transaction ends. */
export async function holdById(sql: Sql, id: ResidentId): Promise<Resident | undefined> {
  return one(await sql.query<ResidentRow>(BY_ID_HELD, [id]));
}

/** The members of a family card who live here, the head first. */
export async function familyOf(sql: Sql, noKk: NoKk): Promise<Resident[]> {
  return (await sql.query<ResidentRow>(FAMILY, [noKk.reveal()])).map(toResident);
}

/** Holds the record until the transaction ends, so that two changes of one person follow each other. */
export async function lockById(sql: Sql, id: ResidentId): Promise<Resident | undefined> {
  return one(await sql.query<ResidentRow>(BY_ID_LOCKED, [id]));
}

const VERSION = `id, opened_by, ${COLUMNS.join(', ')}`;
const REPLACE = statement(
  'registry.replaceVersion',
  `with closed as (
     insert into resident_history (${VERSION}, closed_by) select ${VERSION}, $2 from resident where id = $1
   )
   update resident set opened_by = $2, ${COLUMNS.map((column, i) => `${column} = $${i + 3}`).join(', ')} where id = $1`,
);

/** Closes the current version and opens the next, both by the same entry. */
export function replaceVersion(sql: Sql, next: Resident, entry: EntryId): void {
  sql.run(REPLACE, [next.id, entry, ...valuesOf(next)]);
}

const INSERT = statement(
  'registry.insertVersion',
  `insert into resident (id, opened_by, ${COLUMNS.join(', ')}) values ($1, $2, ${COLUMNS.map((_, i) => `$${i + 3}`).join(', ')})`,
);

/** The first version of somebody new. */
export function insertVersion(sql: Sql, resident: Resident, entry: EntryId): void {
  sql.run(INSERT, [resident.id, entry, ...valuesOf(resident)]);
}

const OPENED_AND_CLOSED = statement(
  'registry.openedAndClosedBy',
  `select ${SELECTED}, opened_by = $2 as opened from resident where id = $1 and opened_by = $2
   union all
   select ${SELECTED}, opened_by = $2 from resident_history where id = $1 and (opened_by = $2 or closed_by = $2)`,
);

/** The versions of one record before and after an entry; undefined when the entry did not change it. */
export async function transitionBy(
  sql: Sql,
  id: ResidentId,
  entry: EntryId,
): Promise<{ before: Resident | null; after: Resident } | undefined> {
  const rows = await sql.query<ResidentRow & { opened: boolean }>(OPENED_AND_CLOSED, [id, entry]);
  const after = rows.find(({ opened }) => opened);
  const before = rows.find(({ opened }) => !opened);
  return after && { before: before ? toResident(before) : null, after: toResident(after) };
}

const BY_IDS = statement('registry.byIds', `select ${SELECTED} from resident where id = any($1)`);

/** As `findById`, for several at once, in no order. */
export async function findByIds(sql: Sql, ids: readonly ResidentId[]): Promise<Resident[]> {
  return (await sql.query<ResidentRow>(BY_IDS, [ids])).map(toResident);
}

const VERSIONS = statement(
  'registry.versions',
  `select ${SELECTED}, opened_by, null::uuid as closed_by from resident where id = $1
   union all select ${SELECTED}, opened_by, closed_by from resident_history where id = $1 order by opened_by`,
);

export interface Version {
  readonly resident: Resident;
  readonly openedBy: EntryId;
  readonly closedBy: EntryId | null;
}

/** All versions of one record, the oldest first. */
export async function versionsOf(sql: Sql, id: ResidentId): Promise<Version[]> {
  const rows = await sql.query<ResidentRow & { opened_by: EntryId; closed_by: EntryId | null }>(VERSIONS, [
    id,
  ]);
  return rows.map((row) => ({
    resident: toResident(row),
    openedBy: row.opened_by,
    closedBy: row.closed_by,
  }));
}

function one([row]: ResidentRow[]): Resident | undefined {
  return row && toResident(row);
}
