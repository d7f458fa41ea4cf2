import { type Database, type Sql, statement } from '../db/database.ts';
import type { KeyStore } from './keyStore.ts';
import { generationOf, type Sealer, sealer } from './sealer.ts';

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
const BATCH = 200;

interface Deps {
  readonly database: Database;
  readonly keys: Pick<KeyStore, 'secret' | 'newest' | 'renew'>;
}

/**
 * Takes the next key of a name, and wraps the keys of everything that is sealed under an older one anew; what was sealed itself is
 * not opened. Interrupted, it goes on where it was: another key is taken only when nothing lies under an older one. A running
 * server seals with the new key at once. Returns how many rows it changed.
 */
export async function reseal(
  { database, keys }: Deps,
  key: string,
  places: readonly SealedRows[],
  onProgress: (rows: number) => void,
): Promise<{ readonly generation: number; readonly rows: number }> {
  const interrupted = await anyOlder(database, places, keys.newest(key));
  const generation = interrupted ? keys.newest(key) : keys.renew(key);
  const seals = sealer(keys, key);
  let rows = 0;
  for (const place of places) {
    let after: readonly string[] | undefined = place.name.map(({ first }) => first);
    while (after) {
      const behind: readonly string[] = after;
      const batch = await database.write((sql) => resealBatch(sql, seals, place, generation, behind));
      after = batch.last;
      rows += batch.rows;
      onProgress(rows);
    }
  }
  return { generation, rows };
}

async function anyOlder(database: Database, places: readonly SealedRows[], newest: number): Promise<boolean> {
  for (const place of places) {
    const first = place.name.map((column) => column.first);
    const [one] = await database.write((sql) => olderRows(sql, place, newest, first, 1));
    if (one) return true;
  }
  return false;
}

interface Row {
  readonly sealed: Buffer;
  readonly [column: string]: string | Buffer;
}

async function resealBatch(
  sql: Sql,
  seals: Sealer,
  place: SealedRows,
  generation: number,
  after: readonly string[],
): Promise<{ readonly rows: number; readonly last: readonly string[] | undefined }> {
  const found = await olderRows(sql, place, generation, after, BATCH);
  const nameOf = (row: Row) => place.name.map(({ column }) => row[column] as string);
  const same = place.name.map(({ column }, i) => `${column} = $${i + 2}`).join(' and ');
  const put = statement(`seals.put.${place.table}`, `update ${place.table} set sealed = $1 where ${same}`);
  for (const row of found) {
    const name = nameOf(row);
    sql.run(put, [seals.rewrap(row.sealed, place.context(...name)), ...name]);
  }
  const last = found.at(-1);
  return { rows: found.length, last: last && nameOf(last) };
}

async function olderRows(
  sql: Sql,
  { table, name, where, key }: SealedRows,
  generation: number,
  after: readonly string[],
  limit: number,
): Promise<Row[]> {
  const columns = name.map(({ column }) => column).join(', ');
  const behind = after.map((_, i) => `$${i + 3}`).join(', ');
  const older = statement(
    `seals.older.${table}.${key}`,
    `select ${columns}, sealed from ${table}
     where ${where} and substring(sealed from 1 for 1) <> $1 and (${columns}) > (${behind})
     order by ${columns} limit $2 for update`,
  );
  return sql.query<Row>(older, [generationOf(generation), limit, ...after]);
}
