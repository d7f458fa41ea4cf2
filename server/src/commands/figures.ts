import { rebuild } from '../coverage/index.ts';
import { readConfig } from '../platform/config.ts';
import { withDatabase } from '../platform/db/withDatabase.ts';

const USAGE = 'npm run figures -- rebuild';

/** Counts all figures anew from the first ledger entry. The page shows the old ones until the new have caught up. */
async function main(args: string[]): Promise<void> {
  if (args.length !== 1 || args[0] !== 'rebuild') throw new Error(USAGE);
  const config = readConfig(process.env);
  const { elections } = config;
  const now = () => new Date();
  const began = now().getTime();
  let counted = 0;
  await withDatabase(config, 2, (database) =>
    rebuild({ database, now, elections }, (entries) => {
      counted = entries;
      const seconds = Math.max(1, (now().getTime() - began) / 1000);
      process.stderr.write(`\r${entries} entries, ${Math.round(entries / seconds)} a second`);
    }),
  );
  process.stderr.write('\n');
  console.log(`${counted} entries counted anew.`);
}

await main(process.argv.slice(2)).catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
