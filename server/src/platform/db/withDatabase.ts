import type { Config } from '../config.ts';
import { type Database, openDatabase } from './database.ts';
import { migrate } from './migrate.ts';
import { joinServer } from './openServer.ts';

/** For commands: the installation's database, brought up to date, for as long as the work takes. */
export async function withDatabase<T>(
  config: Pick<Config, 'databaseUrl' | 'dataDir'>,
  connections: number,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const server = await joinServer(config);
  const database = openDatabase({ connectionString: server.url, max: connections }, () => {});
  try {
    await migrate(database);
    return await work(database);
  } finally {
    await database.close();
    await server.stop();
  }
}
