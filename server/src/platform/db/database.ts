import type { Writable } from 'node:stream';
import pg from 'pg';

/** One SQL statement with a name, so that PostgreSQL plans it once per connection. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

/** Whoever can run statements: a transaction, or the pool for a single read. */
export interface Sql {
  query<Row extends object>(statement: Statement, values?: readonly unknown[]): Promise<Row[]>;
  /**
   * A write whose result nobody needs: sent at once, waited for at the end of the transaction, which fails with it.
   * A transaction's writes and its commit so cost one round trip together. Only within a transaction.
   */
  run(statement: Statement, values?: readonly unknown[]): void;
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

// Statements of one connection are sent without waiting for the answer to the one before.
const PIPELINED = { pipeline: true } as const;

export function openDatabase(connection: pg.PoolConfig, onIdleError: (error: Error) => void): Database {
  const pool = new pg.Pool({
    max: 16,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
    ...connection,
    ...PIPELINED,
  });
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
  const sent: Promise<unknown>[] = [];
  let broken: Error | undefined;
  try {
    sendTogether(client);
    sent.push(noted(client.query(begin)));
    const value = await work({ ...sqlOn(client), run: runOn(client, sent), connection: client });
    sendTogether(client);
    // After a failed statement PostgreSQL answers this with a rollback; the failure itself is among `sent`.
    sent.push(noted(client.query('commit')));
    await Promise.all(sent);
    return value;
  } catch (error) {
    // What failed first is the reason; a statement after it only hears that the transaction is aborted.
    const first = (await Promise.allSettled(sent)).find((one) => one.status === 'rejected');
    const known = asUnavailable(first ? first.reason : error);
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
    run() {
      throw new TypeError('a write that nobody waits for needs a transaction');
    },
  };
}

function runOn(client: pg.PoolClient, sent: Promise<unknown>[]): Sql['run'] {
  return ({ name, text }, values = []) => {
    sendTogether(client);
    sent.push(noted(client.query({ name, text, values: values as unknown[] })));
  };
}

/** Waited for later: until then a failure is nobody's unhandled rejection. */
function noted<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => {});
  return promise;
}

/** What is written to the connection until this turn of the event loop ends leaves in one system call. */
function sendTogether(client: pg.PoolClient): void {
  const { stream } = (client as unknown as { connection: { stream: Writable } }).connection;
  if (stream.writableCorked > 0) return;
  stream.cork();
  process.nextTick(() => stream.uncork());
}

// Connection exceptions, shutdowns, cannot connect now; too many connections; a standby after a failover.
const CONNECTION_ERRORS = /^(08|57P0|53300|25006)/;
const SOCKET_ERRORS = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);

function asUnavailable(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof DatabaseUnavailable) return error;
  const code = 'code' in error ? String(error.code) : '';
  const lost =
    CONNECTION_ERRORS.test(code) ||
    SOCKET_ERRORS.has(code) ||
    /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed and is not queryable/.test(
      error.message,
    );
  return lost ? new DatabaseUnavailable('the database cannot be reached', { cause: error }) : error;
}
