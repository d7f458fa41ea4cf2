// Whole activations per second through HTTP (form, selfie, look-up, decision: active), and the same with the
// credential fetched, whose cost is drawing the two portraits; each against a bare program that makes the same SQL writes without our code.
//   node bench/activations.ts [--activations 600]
// Both over 16 connections, on copies of one database, with flushing on; the clients' own work (keys, proofs,
// signatures) is done beforehand, and the client runs in a thread of its own.

import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { dayInKaltim } from '@jatidiri/core/kit/date.ts';
import { isRecorded, type ResidentRecord } from '@jatidiri/core/registry/model.ts';
import { isWajibKtp } from '@jatidiri/core/registry/wajibKtp.ts';
import { syntheticResidents } from '../seed/population.ts';
import { readRegions } from '../seed/regions.ts';
import { type Database, statement } from '../server/src/platform/db/database.ts';
import { startEmbedded } from '../server/src/platform/db/embedded.ts';
import { createWorld } from '../server/src/world.ts';
import { testDesk } from '../server/test/office/testOffice.ts';
import { syntheticSelfie } from '../server/test/testHandset.ts';
import { createTestWorld } from '../server/test/testWorld.ts';
import { type Desk, newKey, prepareActivation } from './activations/prepare.ts';
import { onCopy } from './writes/onCopy.ts';
import { recording, replay, type Unit } from './writes/record.ts';

const GOAL = 0.5;
const CONNECTIONS = 16;
const ROUNDS = 3;
const FIRST_WRITE = 'tries.take';
const OFFICES = statement('bench.offices', 'select distinct wilayah from office where length(wilayah) = 5');

const { values } = parseArgs({ options: { activations: { type: 'string', default: '600' } } });
const count = Number(values.activations);

const folder = mkdtempSync(join(tmpdir(), 'jatidiri-bench-'));
chmodSync(folder, 0o711);
const server = await startEmbedded(folder, { shared_buffers: '256MB', max_wal_size: '4GB' });
process.env.TEST_DATABASE_URL = server.url;

const residents = await applicants(count);
const base = await createTestWorld({ residents, realClock: true, config: { triesPerAddress: 1e9 } });
// A single officer would be one row that all wait for; as many serve at once as there are connections.
const desks = await enrolDesks();
await base.app.close();
await base.database.close();
const prepared = { serverUrl: server.url, databaseUrl: base.databaseUrl, connections: CONNECTIONS };

await measure('activations', 4);
await measure('activations-with-credential', 5);
await server.stop();
rmSync(folder, { recursive: true, force: true });
process.exit(0);

async function measure(name: string, requests: number): Promise<void> {
  const units = await recordWrites(requests);
  const rounds: { ours: number; reference: number }[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const reference = await onCopy(prepared, (_, url) => replay(url, units, CONNECTIONS));
    const ours = await onCopy(prepared, (database) => throughHttp(database, CONNECTIONS, requests));
    rounds.push({ ours: (count / ours) * 1000, reference: (count / reference) * 1000 });
  }
  const middle = rounds.sort((a, b) => a.ours / a.reference - b.ours / b.reference)[Math.floor(ROUNDS / 2)]!;
  console.log(
    `${name} ratio=${(middle.ours / middle.reference).toFixed(2)} goal=${GOAL.toFixed(2)} ` +
      `ours=${middle.ours.toFixed(0)}/s reference=${middle.reference.toFixed(0)}/s`,
  );
}

async function applicants(wanted: number): Promise<ResidentRecord[]> {
  const asOf = dayInKaltim(new Date());
  return syntheticResidents({
    seed: 1,
    size: Math.max(1_000, 3 * wanted),
    asOf,
    regions: await readRegions(),
  })
    .drop(8)
    .filter((r) => r.life.kind === 'present' && isRecorded(r.recording) && isWajibKtp(r, asOf))
    .take(wanted)
    .toArray();
}

async function enrolDesks(): Promise<Desk[]> {
  const officers = await base.database.read.query<{ wilayah: string }>(OFFICES);
  return Promise.all(
    officers.flatMap(({ wilayah }) =>
      ['PETUGAS', 'KEPALA'].map((role) => enrolDesk(`DEMO-${wilayah.replace('.', '')}-${role}`)),
    ),
  );
}

async function enrolDesk(code: string): Promise<Desk> {
  const key = await newKey();
  const atDesk = testDesk(base.app, base.config.origins.desk, key.jwk);
  const { body } = await atDesk.enrol(code);
  return { key, cookie: atDesk.desk.cookie, officer: body.officer, origin: base.config.origins.desk };
}

/** What the writes are: recorded once, one activation after the other. */
async function recordWrites(requests: number): Promise<Unit[][]> {
  return onCopy(prepared, async (database) => {
    const recorder = recording(database);
    await throughHttp(recorder.database, 1, requests);
    const perActivation: Unit[][] = [];
    for (const unit of recorder.units) {
      if (unit[0]!.statement.name === FIRST_WRITE) perActivation.push([]);
      perActivation.at(-1)?.push(unit);
    }
    return perActivation;
  });
}

async function throughHttp(database: Database, connections: number, requests: number): Promise<number> {
  const { config } = base;
  const log = { info: () => {}, fault: (error: unknown) => `${console.error(error)}` };
  const world = await createWorld({ config, database, now: () => new Date(), log });
  await world.app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = world.app.server.address() as AddressInfo;
  const selfie = await syntheticSelfie();
  const activations: Uint8Array[][] = [];
  for (const [index, resident] of residents.entries()) {
    const desk = desks[index % desks.length]!;
    activations.push((await prepareActivation(resident, selfie, desk)).slice(0, requests));
  }
  const worker = new Worker(new URL('./activations/client.ts', import.meta.url), {
    workerData: { port, connections, activations },
  });
  const { milliseconds, refused } = await new Promise<{ milliseconds: number; refused: number[] }>(
    (done, failed) => {
      worker.once('message', done);
      worker.once('error', failed);
    },
  );
  await world.app.close();
  if (refused.length > 0) throw new Error(`refused: ${refused.slice(0, 5).join(', ')} (${refused.length})`);
  return milliseconds;
}
