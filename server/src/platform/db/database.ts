import pg from 'pg';

/** One SQL statement with a name, so that PostgreSQL plans it once per connection. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

/** Whoever can run statements: a transaction, or the pool for a single read. */
export interface Sql {
  query<Row extends object>(statement: Statement, values?: readonly unknown[]): Promise<Row[]>;
  /** The bare connection, for COPY alone. */
  readonly connection?: pg.PoolClient;
}

export interface Database {
  /** A single read outside any transaction. */
  readonly read: Sql;
  /** One state change and its ledger entry belong into one `write`. */
  write<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
  /** Several reads of one and the same moment. */
  snapshot<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
  /** For LISTEN and for jobs. */
  readonly pool: pg.Pool;
  close(): Promise<void>;
}

/** The database cannot be reached or went away in the middle: the caller gets 503 and may repeat. */
export class DatabaseUnavailable extends Error {
  override readonly name = 'DatabaseUnavailable';
}

const RETRIED = new Set(['40001', '40P01']); // serialization_failure, deadlock_detected
const ATTEMPTS = 3;

export function statement(name: string, text: string): Statement {
  return { name, text };
}

/** The name of the unique index or constraint that an error reports, when it is a unique violation (23505). */
export function violatedConstraint(error: unknown): string | undefined {
  return error instanceof pg.DatabaseError && error.code === '23505' ? error.constraint : undefined;
}

// Calendar days stay text: a Date would add a time zone that they do not have.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
pg.types.setTypeParser(pg.types.builtins.INT8, (text) => Number(text));

export function openDatabase(connection: pg.PoolConfig, onIdleError: (error: Error) => void): Database {
  const pool = new pg.Pool({ max: 16, connectionTimeoutMillis: 5_000, ...connection });
  pool.on('error', onIdleError);
  // A connection that breaks while in use tells its caller; without a listener it would also end the process.
  pool.on('connect', (client) => client.on('error', () => {}));

  async function write<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await inTransaction(pool, 'begin', work);
      } catch (error) {
        const code = error instanceof pg.DatabaseError ? error.code : undefined;
        if (!code || !RETRIED.has(code) || attempt === ATTEMPTS) throw error;
      }
    }
  }

  const snapshot = <T>(work: (sql: Sql) => Promise<T>): Promise<T> =>
    inTransaction(pool, 'begin isolation level repeatable read read only', work);

  return { read: sqlOn(pool), write, snapshot, pool, close: () => pool.end() };
}

async function inTransaction<T>(pool: pg.Pool, begin: string, work: (sql: Sql) => Promise<T>): Promise<T> {
  const client = await pool.connect().catch((error: unknown) => {
    throw asUnavailable(error);
  });
  let broken: Error | undefined;
  try {
    await client.query(begin);
    const value = await work({ ...sqlOn(client), connection: client });
    await client.query('commit');
    return value;
  } catch (error) {
    const known = asUnavailable(error);
    if (known instanceof DatabaseUnavailable) broken = known;
    else await client.query('rollback').catch((failure: Error) => (broken = failure));
    throw known;
  } finally {
    client.release(broken);
  }
}

function sqlOn(runner: Pick<pg.Pool, 'query'> | pg.PoolClient): Sql {
  return {
    async query<Row extends object>({ name, text }: Statement, values: readonly unknown[] = []) {
      try {
        const result = await runner.query<Row>({ name, text, values: values as unknown[] });
        return result.rows;
      } catch (error) {
        throw asUnavailable(error);
      }
    },
  };
}

const CONNECTION_ERRORS = /^(08|57P0)/; // connection exceptions, admin shutdown, crash shutdown, cannot connect now
const SOCKET_ERRORS = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT']);

function asUnavailable(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof DatabaseUnavailable) return error;
  const code = 'code' in error ? String(error.code) : '';
  const lost =
    CONNECTION_ERRORS.test(code) ||
    SOCKET_ERRORS.has(code) ||
    /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/.test(
      error.message,
    );
  return lost ? new DatabaseUnavailable('the database cannot be reached', { cause: error }) : error;
}
