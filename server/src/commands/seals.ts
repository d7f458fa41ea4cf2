import { join } from 'node:path';
import { readConfig } from '../platform/config.ts';
import { withDatabase } from '../platform/db/withDatabase.ts';
import { uuidV7Source } from '../platform/ids.ts';
import { fileKeyStore } from '../platform/keys/keyStore.ts';
import { rotateSeals, SEAL_KEYS } from './rotateSeals.ts';

const USAGE = `npm run seals -- rotate ${SEAL_KEYS.join('|')}`;

/** Seals what was taken of people under the next key; resumable, beside a running server. */
async function main([what, key, ...more]: string[]): Promise<void> {
  if (what !== 'rotate' || !key || !SEAL_KEYS.includes(key) || more.length > 0) throw new Error(USAGE);
  const config = readConfig(process.env);
  const now = () => new Date();
  const tools = { now, newId: uuidV7Source(now), keys: fileKeyStore(join(config.dataDir, 'keys')) };
  const { generation, rows } = await withDatabase(config, 2, (database) =>
    rotateSeals({ ...tools, database }, key, (done) => process.stderr.write(`\r${done} rows`)),
  );
  process.stderr.write('\n');
  console.log(
    `${rows} rows are sealed under number ${generation} of ${key}; nothing lies under an older one.`,
  );
}

await main(process.argv.slice(2)).catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
