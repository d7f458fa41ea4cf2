import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { rotateIssuer } from '../issuance/index.ts';
import { readConfig } from '../platform/config.ts';
import { openDatabase } from '../platform/db/database.ts';
import { startEmbedded } from '../platform/db/embedded.ts';
import { migrate } from '../platform/db/migrate.ts';
import { uuidV7Source } from '../platform/ids.ts';
import { fileKeyStore } from '../platform/keys/keyStore.ts';

const USAGE = 'npm run issuer -- rotate';

/**
 * Gives the issuer a new key and certificate. What it has issued stays good: the old certificate is in the trust list
 * until the last of it has expired. A running server with DATABASE_URL goes on with the new key at once; the embedded
 * database must not be in use.
 */
async function main(args: string[]): Promise<void> {
  if (args.length !== 1 || args[0] !== 'rotate') throw new Error(USAGE);
  const config = readConfig(process.env);
  const now = () => new Date();
  const embedded = config.databaseUrl ? undefined : await startEmbedded(config.dataDir);
  const database = openDatabase({ connectionString: config.databaseUrl ?? embedded!.url, max: 2 }, () => {});
  try {
    await migrate(database);
    const { keyName, notAfter } = await rotateIssuer({
      database,
      now,
      newId: uuidV7Source(now),
      keys: fileKeyStore(join(config.dataDir, 'keys')),
      random: randomBytes,
      issuerUri: config.origins.portal,
    });
    console.log(`From now on ${keyName} signs, until ${notAfter.toISOString()} at the latest.`);
  } finally {
    await database.close();
    await embedded?.stop();
  }
}

await main(process.argv.slice(2)).catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
