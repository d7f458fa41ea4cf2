import { type Sql, statement } from '../db/database.ts';
import { generationOf } from './sealer.ts';

/** Where rows lie that are sealed under one key of the store, in a column named `sealed`. */
export interface SealedRows {
  readonly key: string;
  readonly table: string;
  /** The columns that name a row, and values before all others. */
  readonly name: readonly { readonly column: string; readonly first: string }[];
  /** Of which of its rows it is true, in SQL. */
  readonly where: string;
  /** What the seal of a row is bound to, by the row's name. */
  readonly context: (...name: string[]) => string;
}

export const FIRST_UUID = '00000000-0000-0000-0000-000000000000';

export interface SealedRow {
  /** In the order of the columns that name it. */
  readonly name: readonly string[];
  readonly sealed: Buffer;
}

const ONE_ROTATION = statement(
  'seals.oneRotation',
  "select pg_try_advisory_xact_lock(hashtext('seals.rotate')) as locked",
);

/** False when another process rotates; held until the transaction ends. */
export async function lockRotation(sql: Sql): Promise<boolean> {
  const [row] = await sql.query<{ locked: boolean }>(ONE_ROTATION);
  return row!.locked;
}

/** The next rows that lie under any other key than this one, held until the transaction ends. */
export async function lockOlder(
  sql: Sql,
  { table, name, where, key }: SealedRows,
  generation: number,
  after: readonly string[],
  limit: number,
): Promise<SealedRow[]> {
  const columns = name.map(({ column }) => column).join(', ');
  const behind = after.map((_, i) => `$${i + 3}`).join(', ');
  const older = statement(
    `seals.older.${table}.${key}`,
    `select ${columns}, sealed from ${table}
     where ${where} and substring(sealed from 1 for 1) <> $1 and (${columns}) > (${behind})
     order by ${columns} limit $2 for update`,
  );
  const rows = await sql.query<Record<string, string> & { sealed: Buffer }>(older, [
    generationOf(generation),
    limit,
    ...after,
  ]);
  return rows.map((row) => ({ name: name.map(({ column }) => row[column]!), sealed: row.sealed }));
}

/** Keeps a row under its new envelope. */
export function putSealed(sql: Sql, { table, name: columns }: SealedRows, { name, sealed }: SealedRow): void {
  const same = columns.map(({ column }, i) => `${column} = $${i + 2}`).join(' and ');
  sql.run(statement(`seals.put.${table}`, `update ${table} set sealed = $1 where ${same}`), [
    sealed,
    ...name,
  ]);
}
