import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from } from 'pg-copy-streams';
import type { Sql } from './database.ts';

/** Runs `copy … from stdin` inside a transaction: many rows at the price of few. */
export async function copyIn(
  sql: Sql,
  text: string,
  data: Iterable<Buffer> | AsyncIterable<Buffer>,
): Promise<void> {
  const connection = sql.connection as (pg.PoolClient & { pipeline: boolean }) | undefined;
  if (!connection) throw new TypeError('COPY needs a transaction of its own');
  // COPY takes the connection over, so everything sent before has to be answered, and nothing may be sent meanwhile.
  await connection.query('select');
  connection.pipeline = false;
  try {
    await pipeline(Readable.from(data), connection.query(from(text)));
  } finally {
    connection.pipeline = true;
  }
}
