import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { from } from 'pg-copy-streams';
import type { Sql } from './database.ts';

/** Runs `copy … from stdin` inside a transaction: many rows at the price of few. */
export async function copyIn(
  sql: Sql,
  text: string,
  data: Iterable<Buffer> | AsyncIterable<Buffer>,
): Promise<void> {
  if (!sql.connection) throw new TypeError('COPY needs a transaction of its own');
  await pipeline(Readable.from(data), sql.connection.query(from(text)));
}
