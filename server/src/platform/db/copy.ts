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

const SPECIAL = /[\\\t\n\r]/;
const ESCAPES: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** One row in PostgreSQL's text format (its manual, "COPY", File Formats), without the newline. */
export function copyRow(values: readonly (string | null)[]): string {
  let row = '';
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (i > 0) row += '\t';
    if (value === null) row += '\\N';
    else row += SPECIAL.test(value) ? value.replace(/[\\\t\n\r]/g, (char) => ESCAPES[char]!) : value;
  }
  return row;
}
