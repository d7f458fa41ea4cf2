// What the programme costs: pages over five years of daily history, the projection's pace, and counting anew.
//   node bench/programme.ts [--events 100000]     (1,000,000 is the size; it takes some minutes)
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { toIsoDate } from '@jatidiri/core/kit/date.ts';
import type { WilayahCode } from '@jatidiri/core/wilayah/model.ts';
import { prepareRegions } from '../server/src/commands/demo.ts';
import { coverageRoutes, projectCoverage, rebuild } from '../server/src/coverage/index.ts';
import { type Database, openDatabase, statement } from '../server/src/platform/db/database.ts';
import { startEmbedded } from '../server/src/platform/db/embedded.ts';
import { migrate } from '../server/src/platform/db/migrate.ts';
import { createApp } from '../server/src/platform/http/app.ts';
import { uuidV7Source } from '../server/src/platform/ids.ts';
import { loadWilayah } from '../server/src/wilayah/index.ts';
import { fillEvents, fillProjection } from './programme/fill.ts';

const PAGE_GOAL_MS = 50;
const TIMES_GOAL = 1.2;
const PACE_GOAL = 2_000;
const SAMPLES = 40;
const ELECTIONS = [toIsoDate('2024-11-27'), toIsoDate('2029-02-14')] as const;
const PAGES = ['64', '64.72', '64.72.03', '64.72.03.1001'];
const now = () => new Date();

async function measure(events: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'jatidiri-bench-'));
  chmodSync(folder, 0o711);
  const server = await startEmbedded(folder, { fsync: 'off' });
  const open = (name: string) => created(server.url, name);
  try {
    const [four, forty] = [await open('four'), await open('forty')];
    await fillProjection(four, 4_000_000);
    await fillProjection(forty, 40_000_000);
    for (const page of PAGES) await comparePage(page, forty, four);
    await Promise.all([four.close(), forty.close()]);

    const counted = await open('counted');
    await fillEvents(counted, events);
    await projectionPace(counted, events);
    await rebuildBesideGroupBy(counted);
    await counted.close();
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function created(server: string, name: string): Promise<Database> {
  const main = openDatabase({ connectionString: server }, () => {});
  await main.read.query(statement(`create-${name}`, `create database ${name}`));
  await main.close();
  const database = openDatabase({ connectionString: server.replace('/postgres?', `/${name}?`) }, () => {});
  await migrate(database);
  await prepareRegions({ database, now, newId: uuidV7Source(now) });
  return database;
}

/** Nothing in memory: each sample is the first request of a server that has just started. */
async function comparePage(code: string, many: Database, few: Database): Promise<void> {
  const times = new Map<Database, number[]>([
    [many, []],
    [few, []],
  ]);
  const wilayah = await loadWilayah(few.read);
  for (let sample = -5; sample < SAMPLES; sample++)
    for (const database of [many, few]) {
      const app = createApp({ log: { info: () => {}, fault: String }, now, trustProxy: false });
      coverageRoutes(app, {
        database,
        wilayah,
        now,
        province: '64' as WilayahCode,
        targetPercent: 30,
        holidays: [],
      });
      await app.ready();
      const began = performance.now();
      const { statusCode, body } = await app.inject(`/api/coverage/regions/${code}`);
      const took = performance.now() - began;
      if (statusCode !== 200) throw new Error(body);
      if (sample >= 0) times.get(database)!.push(took);
    }
  const [large, small] = [median(times.get(many)!), median(times.get(few)!)];
  console.log(
    `programme-page-${code} ratio=${(large / small).toFixed(2)} goal=${TIMES_GOAL.toFixed(2)} ours=${large.toFixed(1)}ms ` +
      `reference=${small.toFixed(1)}ms of=${PAGE_GOAL_MS}ms`,
  );
}

async function projectionPace(database: Database, events: number): Promise<void> {
  // The residents' imports first: the pace is that of single events.
  const deps = { database, now, elections: ELECTIONS };
  while ((await projectCoverage(deps)) !== 500);
  const began = performance.now();
  let counted = 0;
  for (let n = 1; n > 0; counted += n) n = await projectCoverage(deps);
  const pace = counted / ((performance.now() - began) / 1000);
  console.log(
    `programme-projection ratio=${(pace / PACE_GOAL).toFixed(2)} goal=1.00 ours=${Math.round(pace)}/s reference=${PACE_GOAL}/s events=${events}`,
  );
}

const GROUP_BY = statement(
  'bench.groupBy',
  `select details ->> 'domicile', (at at time zone 'Asia/Makassar')::date, count(*) from ledger_entry
   where kind = 'activation/activated' group by 1, 2`,
);

async function rebuildBesideGroupBy(database: Database): Promise<void> {
  const plain = performance.now();
  await database.read.query(GROUP_BY);
  const reference = (performance.now() - plain) / 1000;
  const began = performance.now();
  let told = began;
  await rebuild({ database, now, elections: ELECTIONS }, (entries) => {
    if (performance.now() - told < 5_000) return;
    told = performance.now();
    console.log(`  … ${entries} entries, ${Math.round(entries / ((told - began) / 1000))}/s`);
  });
  const ours = (performance.now() - began) / 1000;
  console.log(
    `programme-rebuild ratio=${(ours / reference).toFixed(1)} goal=– ours=${ours.toFixed(1)}s reference=${reference.toFixed(2)}s`,
  );
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)]!;
}

const { values } = parseArgs({ options: { events: { type: 'string', default: '100000' } } });
await measure(Number(values.events));
