import pg from 'pg';
import { type Database, openDatabase } from '../../server/src/platform/db/database.ts';

interface Original {
  readonly serverUrl: string;
  /** The prepared database, which nobody uses any more. */
  readonly databaseUrl: string;
  readonly connections: number;
}

/** One copy of the prepared database for each measurement, so that all begin from the same state. */
export async function onCopy<T>(
  { serverUrl, databaseUrl, connections }: Original,
  work: (database: Database, url: string) => Promise<T>,
): Promise<T> {
  const original = new URL(databaseUrl.replace('@/', '@localhost/')).pathname.slice(1);
  const admin = new pg.Client({ connectionString: serverUrl });
  await admin.connect();
  await admin.query(`create database copy template ${original}`);
  await admin.query('checkpoint');
  const url = databaseUrl.replace(`/${original}`, '/copy');
  const database = openDatabase({ connectionString: url, max: connections }, () => {});
  try {
    return await work(database, url);
  } finally {
    await database.close();
    await admin.query('drop database copy with (force)');
    await admin.end();
  }
}
