// Matches per second through HTTP (token bound by DPoP, one entry in the ledger, use and tries counted, durable before the answer),
// against a bare indexed point query through the same HTTP framework that checks nothing and writes nothing.
//   node bench/matching.ts [--matches 8000]
// Both over 128 connections, flushing on, everything (server, PostgreSQL, client) on one core where `taskset` is there; proofs are
// made beforehand.

import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { dayInKaltim } from '@jatidiri/core/kit/date.ts';
import type { ResidentRecord } from '@jatidiri/core/registry/model.ts';
import type { FastifyInstance } from 'fastify';
import { syntheticResidents } from '../seed/population.ts';
import { readRegions } from '../seed/regions.ts';
import { statement } from '../server/src/platform/db/database.ts';
import { startEmbedded } from '../server/src/platform/db/embedded.ts';
import { createApp } from '../server/src/platform/http/app.ts';
import { testPartner } from '../server/test/partner/testPartner.ts';
import { createTestWorld } from '../server/test/testWorld.ts';

const GOAL = 0.5;
const CONNECTIONS = 128;
const ROUNDS = 5;
const RESIDENTS = 20_000;
const MATCHES = '/api/verification/matches';
const POINT = '/bench/point';
const NAME_BY_NIK = statement('bench.nameByNik', 'select name from resident where nik = $1');

// Before anything else is started, so that threads and child processes inherit it.
spawnSync('taskset', ['-apc', '0', String(process.pid)]);

const { values } = parseArgs({ options: { matches: { type: 'string', default: '8000' } } });
const count = Number(values.matches);

const folder = mkdtempSync(join(tmpdir(), 'jatidiri-bench-'));
chmodSync(folder, 0o711);
const server = await startEmbedded(folder, { shared_buffers: '256MB', max_wal_size: '4GB' });
process.env.TEST_DATABASE_URL = server.url;

const residents = await population();
const world = await createTestWorld({ residents, realClock: true });
const clock = {
  get now() {
    return new Date();
  },
};
const partner = await testPartner({ ...world, clock }, 'health-insurance-production');
const [matches, points] = await Promise.all([listen(world.app), listen(pointQuery())]);
const asked = Array.from({ length: count }, (_, at) => residents[(at * 7919) % residents.length]!);

const rounds: { ours: number; reference: number }[] = [];
for (let round = 0; round <= ROUNDS; round++) {
  const pointRequests = asked.map((resident) => post(POINT, { nik: resident.nik.reveal() }));
  const reference = await perSecond(points, pointRequests);
  const ours = await perSecond(matches, await matchRequests());
  // The first round warms both up.
  if (round > 0) rounds.push({ ours, reference });
}
const middle = rounds.sort((a, b) => a.ours / a.reference - b.ours / b.reference)[Math.floor(ROUNDS / 2)]!;
console.log(
  `matching ratio=${(middle.ours / middle.reference).toFixed(2)} goal=${GOAL.toFixed(2)} ` +
    `ours=${middle.ours.toFixed(0)}/s reference=${middle.reference.toFixed(0)}/s`,
);
await server.stop();
rmSync(folder, { recursive: true, force: true });
process.exit(0);

async function population(): Promise<ResidentRecord[]> {
  const asOf = dayInKaltim(new Date());
  const regions = await readRegions();
  return syntheticResidents({ seed: 1, size: RESIDENTS, asOf, regions }).drop(8).toArray();
}

function pointQuery(): FastifyInstance {
  const app = createApp({ log: { info: () => {}, fault: String }, now: () => new Date(), trustProxy: false });
  app.post(POINT, async ({ body }) => {
    const { nik } = body as { nik: string };
    const [row] = await world.database.read.query<{ name: string }>(NAME_BY_NIK, [nik]);
    return { name: row?.name ?? null };
  });
  return app;
}

async function listen(app: FastifyInstance): Promise<number> {
  await app.listen({ port: 0, host: '127.0.0.1' });
  return (app.server.address() as AddressInfo).port;
}

/** A proof holds for one request and five minutes, so they are made for each round. */
async function matchRequests(): Promise<Uint8Array[]> {
  const token = await partner.token();
  const requests: Uint8Array[] = [];
  for (const resident of asked) {
    const proof = await partner.proof(token, 'POST', MATCHES);
    const elements = {
      name: resident.name.reveal(),
      birth_date: resident.birthDate.reveal(),
      sex: resident.sex,
    };
    const body = { purpose: 'membership', nik: resident.nik.reveal(), elements };
    requests.push(post(MATCHES, body, [`Authorization: DPoP ${token}`, `DPoP: ${proof}`]));
  }
  return requests;
}

function post(path: string, body: object, headers: readonly string[] = []): Uint8Array {
  const content = Buffer.from(JSON.stringify(body));
  const head = [
    `POST ${path} HTTP/1.1`,
    'Host: localhost',
    ...headers,
    'Content-Type: application/json',
    `Content-Length: ${content.length}`,
  ];
  return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), content]);
}

async function perSecond(port: number, requests: readonly Uint8Array[]): Promise<number> {
  const worker = new Worker(new URL('./activations/client.ts', import.meta.url), {
    workerData: { port, connections: CONNECTIONS, activations: requests.map((request) => [request]) },
  });
  const { milliseconds, refused } = await new Promise<{ milliseconds: number; refused: number[] }>(
    (done, failed) => {
      worker.once('message', done);
      worker.once('error', failed);
    },
  );
  if (refused.length > 0) throw new Error(`refused: ${refused.slice(0, 5).join(', ')} (${refused.length})`);
  return (requests.length / milliseconds) * 1000;
}
