import pg from 'pg';
import type { Database, Sql, Statement } from '../../server/src/platform/db/database.ts';

export interface Write {
  readonly statement: Statement;
  readonly values: readonly unknown[];
  /** Made outside a transaction. */
  readonly alone?: boolean;
}

/** The writes of one transaction, or one write by itself. */
export type Unit = readonly Write[];

const READS = /^\s*select\b(?![\s\S]*\badd_job\b)/i;

/** The same database, remembering every write that goes through it, transaction by transaction. */
export function recording(database: Database): { database: Database; units: Unit[] } {
  const units: Unit[] = [];
  const remembering = (sql: Sql, into: Write[]): Sql => ({
    ...sql,
    query: (statement, values = []) => {
      if (!READS.test(statement.text)) into.push({ statement, values });
      return sql.query(statement, values);
    },
    run: (statement, values = []) => {
      into.push({ statement, values });
      sql.run(statement, values);
    },
  });
  return {
    units,
    database: {
      ...database,
      read: {
        ...database.read,
        query: (statement, values = []) => {
          if (!READS.test(statement.text)) units.push([{ statement, values, alone: true }]);
          return database.read.query(statement, values);
        },
      },
      async write(work) {
        const writes: Write[] = [];
        const value = await database.write((sql) => {
          writes.length = 0;
          return work(remembering(sql, writes));
        });
        if (writes.length > 0) units.push([...writes]);
        return value;
      },
    },
  };
}

/** The bare program: the same writes in the same transactions, each activation's in their order. */
export async function replay(
  url: string,
  activations: readonly (readonly Unit[])[],
  connections: number,
): Promise<number> {
  const clients = await Promise.all(
    Array.from({ length: connections }, async () => {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      return client;
    }),
  );
  let next = 0;
  const startedAt = performance.now();
  await Promise.all(
    clients.map(async (client) => {
      while (next < activations.length) {
        for (const unit of activations[next++]!) await repeat(client, unit);
      }
    }),
  );
  const milliseconds = performance.now() - startedAt;
  await Promise.all(clients.map((client) => client.end()));
  return milliseconds;
}

async function repeat(client: pg.Client, unit: Unit): Promise<void> {
  const alone = unit.length === 1 && unit[0]!.alone;
  if (!alone) await client.query('begin');
  for (const { statement, values } of unit) await client.query({ ...statement, values: values as unknown[] });
  if (!alone) await client.query('commit');
}
