import { createHash, randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { type Database, openDatabase } from '../src/platform/db/database.ts';
import { type EmbeddedPostgres, startEmbedded } from '../src/platform/db/embedded.ts';
import { migrate } from '../src/platform/db/migrate.ts';

/** A fresh, migrated database on a real server: TEST_DATABASE_URL's, or an embedded one of this process. */
export interface TestDatabase {
  readonly url: string;
  readonly database: Database;
  drop(): Promise<void>;
}

const MIGRATIONS = new URL('../migrations/', import.meta.url);
let own: Promise<{ server: EmbeddedPostgres; folder: string }> | undefined;
let used = 0;

export async function createTestDatabase(options: pg.PoolConfig = {}): Promise<TestDatabase> {
  const server = process.env.TEST_DATABASE_URL ?? (await ownServer()).server.url;
  used++;
  const template = await ensureTemplate(server);
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await onServer(server, (client) => client.query(`create database ${name} template ${template}`));
  const url = withDatabase(server, name);
  const database = openDatabase({ connectionString: url, ...options }, () => {});
  return {
    url,
    database,
    async drop() {
      await database.close();
      await onServer(server, (client) => client.query(`drop database ${name} with (force)`));
      if (--used === 0) await stopOwnServer();
    },
  };
}

async function ownServer() {
  own ??= (async () => {
    const folder = mkdtempSync(join(tmpdir(), 'jatidiri-test-'));
    chmodSync(folder, 0o711);
    return { folder, server: await startEmbedded(folder, { fsync: 'off' }) };
  })();
  return own;
}

async function stopOwnServer(): Promise<void> {
  if (!own) return;
  const { server, folder } = await own;
  own = undefined;
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}

/** Migrating takes longer than copying: the first database becomes the template of the others. */
async function ensureTemplate(server: string): Promise<string> {
  const digest = createHash('sha256');
  for (const file of readdirSync(MIGRATIONS).sort()) digest.update(readFileSync(new URL(file, MIGRATIONS)));
  const name = `template_${digest.digest('hex').slice(0, 16)}`;
  await onServer(server, async (client) => {
    await client.query(`select pg_advisory_lock(hashtext('test.template'))`);
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount) return;
    await client.query(`create database ${name}_making`);
    const database = openDatabase(
      { connectionString: withDatabase(server, `${name}_making`), max: 2 },
      () => {},
    );
    await migrate(database).finally(() => database.close());
    await client.query(`alter database ${name}_making rename to ${name}`);
  });
  return name;
}

async function onServer(server: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

function withDatabase(server: string, name: string): string {
  return server.replace(/(@[^/]*\/)[^?]*/, `$1${name}`);
}
