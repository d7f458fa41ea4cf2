import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { dayInKaltim, parseIsoDate } from '@jatidiri/core/kit/date.ts';
import { REGISTRY_REFUSALS } from '@jatidiri/core/registry/refusals.ts';
import type { WilayahCode } from '@jatidiri/core/wilayah/model.ts';
import { readConfig } from '../platform/config.ts';
import { type Database, DatabaseUnavailable } from '../platform/db/database.ts';
import { withDatabase } from '../platform/db/withDatabase.ts';
import { uuidV7Source } from '../platform/ids.ts';
import { importResidents } from '../registry/index.ts';
import { importWilayah, loadWilayah, type WilayahTree } from '../wilayah/index.ts';
import { progressBar } from './progressBar.ts';

const USAGE = 'npm run import -- FILE.csv [--as-of YYYY-MM-DD]';

/** docs/IMPORT.md explains them to whoever calls this from a script. */
const EXIT = { done: 0, someRefused: 1, unusable: 2, interrupted: 3 } as const;

const now = () => new Date();
const newId = uuidV7Source(now);

process.exitCode = await main().catch((error: unknown) => {
  if (!(error instanceof DatabaseUnavailable)) throw error;
  console.error('The database went away. Nothing is lost: the same command goes on where it stopped.');
  return EXIT.interrupted;
});

async function main(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { 'as-of': { type: 'string', default: dayInKaltim(now()) } },
  });
  const [path] = positionals;
  const asOf = parseIsoDate(values['as-of']);
  if (!path || !asOf || !existsSync(path)) {
    console.error(path && asOf ? `No such file: ${path}` : USAGE);
    return EXIT.unusable;
  }
  const config = readConfig(process.env);
  return withDatabase(config, 4, async (database) => {
    const wilayah = await regionTree(database, config.province);
    const began = performance.now();
    const reportPath = `${path}.report.csv`;
    const bar = progressBar(process.stderr, () => performance.now());
    const result = await importResidents(
      { database, wilayah, now, newId },
      { path, reportPath, asOf, onProgress: (at) => bar.update(at.bytes, at.totalBytes, at.rows) },
    );
    bar.end();
    if (!result.ok) {
      console.error(REGISTRY_REFUSALS[result.refusal.code].en);
      return EXIT.unusable;
    }
    const { added, changed, unchanged, refused, repeated } = result.value;
    if (repeated) {
      console.log('This file was imported before: nothing was done.');
      return EXIT.done;
    }
    const seconds = (performance.now() - began) / 1000;
    const megabytes = Math.round(process.resourceUsage().maxRSS / 1000);
    console.log(`added ${added}, changed ${changed}, unchanged ${unchanged}, refused ${refused}`);
    console.log(`${seconds.toFixed(2)} s, at most ${megabytes} MB of memory`);
    if (refused > 0) console.error(`What was refused and why: ${reportPath}`);
    return refused > 0 ? EXIT.someRefused : EXIT.done;
  });
}

/** On a fresh database the regions come first: domiciles are checked against them. */
async function regionTree(database: Database, province: WilayahCode): Promise<WilayahTree> {
  const tree = await loadWilayah(database.read);
  if (tree.find(province)) return tree;
  await importWilayah({ database, now, newId }, province);
  return loadWilayah(database.read);
}
