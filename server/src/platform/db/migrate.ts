import { fileURLToPath } from 'node:url';
import { runner } from 'node-pg-migrate';
import { migrateJobs } from '../jobs.ts';
import type { Database } from './database.ts';

const MIGRATIONS = fileURLToPath(new URL('../../../migrations', import.meta.url));

/** Brings the schema up to date; plain SQL files in the order of their numbers, each in its own transaction. */
export async function migrate(database: Database): Promise<void> {
  const client = await database.pool.connect();
  try {
    await runner({
      dbClient: client,
      dir: MIGRATIONS,
      direction: 'up',
      migrationsTable: 'schema_migration',
      singleTransaction: false,
      checkOrder: true,
      log: () => {},
      logger: { debug: () => {}, info: () => {}, warn: () => {}, error: (message) => console.error(message) },
    });
  } finally {
    client.release();
  }
  await migrateJobs(database);
}
