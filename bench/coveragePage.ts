// What the public page asks of the server, with many residents against few: the answer is counted by projection, so
// its cost depends on regions and not on people.
//   node bench/coveragePage.ts [--residents 400000]     (4,000,000 is the goal's size; loading them takes minutes)
import { generateKeyPairSync, sign } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { toIsoDate } from '@jatidiri/core/kit/date.ts';
import type { WilayahCode } from '@jatidiri/core/wilayah/model.ts';
import type { FastifyInstance } from 'fastify';
import { ensurePopulation, prepareRegions } from '../server/src/commands/demo.ts';
import { coverageRoutes, projectCoverage } from '../server/src/coverage/index.ts';
import { sequenceAll } from '../server/src/ledger/index.ts';
import { type Database, openDatabase, statement } from '../server/src/platform/db/database.ts';
import { startEmbedded } from '../server/src/platform/db/embedded.ts';
import { migrate } from '../server/src/platform/db/migrate.ts';
import { createApp } from '../server/src/platform/http/app.ts';
import { uuidV7Source } from '../server/src/platform/ids.ts';
import { loadWilayah, type WilayahTree } from '../server/src/wilayah/index.ts';

const GOAL = 1.2;
const FEW = 40_000;
const SAMPLES = 200;
const ELECTIONS = [toIsoDate('2024-11-27'), toIsoDate('2029-02-14')] as const;
const now = () => new Date();
const newId = uuidV7Source(now);

interface Province {
  readonly residents: number;
  readonly database: Database;
  readonly wilayah: WilayahTree;
}

async function compare(many: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'jatidiri-bench-'));
  chmodSync(folder, 0o711);
  const server = await startEmbedded(folder, { fsync: 'off' });
  try {
    const small = await load(server.url, FEW);
    const large = await load(server.url, many);
    // Nothing in memory: each sample is the first request of a server that has just started.
    report('coverage-page', await timed([large, small], () => served));
    report('coverage-page-cached', await timed([large, small], keptOpen));
    await Promise.all([small.database.close(), large.database.close()]);
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function load(server: string, residents: number): Promise<Province> {
  const name = `residents_${residents}`;
  const main = openDatabase({ connectionString: server }, () => {});
  await main.read.query(statement(`create-${name}`, `create database ${name}`));
  await main.close();
  const database = openDatabase({ connectionString: server.replace('/postgres?', `/${name}?`) }, () => {});
  await migrate(database);
  const deps = { database, now, newId };
  await prepareRegions(deps);
  await ensurePopulation(deps, { residents }, () => {});

  const { privateKey: key } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const signHead = (data: Uint8Array) =>
    new Uint8Array(sign('sha256', data, { key, dsaEncoding: 'ieee-p1363' }));
  await sequenceAll({ database, now, signHead, anchor: () => {} });
  const started = performance.now();
  while ((await projectCoverage({ ...deps, elections: ELECTIONS })) > 0);
  const seconds = (performance.now() - started) / 1000;
  console.log(`coverage-projection residents=${residents} ours=${Math.round(residents / seconds)}/s`);

  await database.read.query(statement(`vacuum-${name}`, 'vacuum analyze coverage_count'));
  return { residents, database, wilayah: await loadWilayah(database.read) };
}

type Serve = (province: Province) => FastifyInstance;

function served({ database, wilayah }: Province): FastifyInstance {
  const app = createApp({ log: { info: () => {}, fault: String }, now, trustProxy: false });
  coverageRoutes(app, {
    database,
    wilayah,
    now,
    province: '64' as WilayahCode,
    targetPercent: 30,
    holidays: [],
  });
  return app;
}

function keptOpen(): Serve {
  const apps = new Map<Province, FastifyInstance>();
  return (province) => {
    const app = apps.get(province) ?? served(province);
    apps.set(province, app);
    return app;
  };
}

/** Medians in milliseconds; the provinces take turns, so that what else the machine does meets both. */
async function timed(
  provinces: readonly [Province, Province],
  serve: () => Serve,
): Promise<[number, number]> {
  const times = new Map(provinces.map((province) => [province, [] as number[]]));
  const serving = serve();
  for (let sample = -20; sample < SAMPLES; sample++) {
    for (const province of provinces) {
      const app = serving(province);
      await app.ready();
      const started = performance.now();
      const { statusCode, body } = await app.inject({ method: 'GET', url: '/api/coverage/figures' });
      const took = performance.now() - started;
      if (statusCode !== 200 || JSON.parse(body).province.residents < province.residents / 2)
        throw new Error(body);
      if (sample >= 0) times.get(province)!.push(took);
    }
  }
  const [large, small] = provinces.map((province) => median(times.get(province)!));
  return [large!, small!];
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)]!;
}

function report(name: string, [large, small]: [number, number]): void {
  const ms = (value: number) => `${value.toFixed(2)}ms`;
  console.log(
    `${name} ratio=${(large / small).toFixed(2)} goal=${GOAL.toFixed(2)} ours=${ms(large)} reference=${ms(small)}`,
  );
}

const { values } = parseArgs({ options: { residents: { type: 'string', default: '400000' } } });
await compare(Number(values.residents));
