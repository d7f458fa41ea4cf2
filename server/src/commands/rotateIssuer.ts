import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { rotateIssuer } from '../issuance/index.ts';
import { readConfig } from '../platform/config.ts';
import { withDatabase } from '../platform/db/withDatabase.ts';
import { uuidV7Source } from '../platform/ids.ts';
import { fileKeyStore } from '../platform/keys/keyStore.ts';

const USAGE = 'npm run issuer -- rotate';

/**
 * Gives the issuer a new key and certificate. What it has issued stays good: the old certificate is in the trust list
 * until the last of it has expired. A running server goes on with the new key at once.
 */
async function main(args: string[]): Promise<void> {
  if (args.length !== 1 || args[0] !== 'rotate') throw new Error(USAGE);
  const config = readConfig(process.env);
  const now = () => new Date();
  const tools = {
    now,
    newId: uuidV7Source(now),
    keys: fileKeyStore(join(config.dataDir, 'keys')),
    random: randomBytes,
  };
  const { keyName, notAfter } = await withDatabase(config, 2, (database) =>
    rotateIssuer({ ...tools, database, issuerUri: config.origins.portal }),
  );
  console.log(`From now on ${keyName} signs, until ${notAfter.toISOString()} at the latest.`);
}

await main(process.argv.slice(2)).catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
