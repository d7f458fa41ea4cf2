// Life events per second through the API (session, plan, locks, writes): a birth, a move of the whole family and a death
// for each family; against a bare program that makes the same SQL writes without our code.
//   node bench/lifeEvents.ts [--families 300]
// Both over 16 connections, on copies of one database, with flushing on. The client's own work is within ours.

import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { EventEntered } from '@jatidiri/core/family/wire.ts';
import { addDays, dayInKaltim } from '@jatidiri/core/kit/date.ts';
import type { ResidentRecord } from '@jatidiri/core/registry/model.ts';
import { syntheticResidents } from '../seed/population.ts';
import { readRegions } from '../seed/regions.ts';
import type { Database } from '../server/src/platform/db/database.ts';
import { startEmbedded } from '../server/src/platform/db/embedded.ts';
import { createWorld } from '../server/src/world.ts';
import { testDesk } from '../server/test/office/testOffice.ts';
import { createTestWorld } from '../server/test/testWorld.ts';
import { onCopy } from './writes/onCopy.ts';
import { recording, replay, type Unit } from './writes/record.ts';

const GOAL = 0.5;
const CONNECTIONS = 16;
const ROUNDS = 3;
const EVENTS = 3;

const { values } = parseArgs({ options: { families: { type: 'string', default: '300' } } });
const wanted = Number(values.families);

const folder = mkdtempSync(join(tmpdir(), 'jatidiri-bench-'));
chmodSync(folder, 0o711);
const server = await startEmbedded(folder, { shared_buffers: '256MB', max_wal_size: '4GB' });
process.env.TEST_DATABASE_URL = server.url;

const today = dayInKaltim(new Date());
const families = await couples(wanted);
const residents = families.flat();
const base = await createTestWorld({ residents, realClock: true });
const desk = testDesk(base.app, base.config.origins.desk);
await desk.enrol('DEMO-64-KEPALA');
await base.app.close();
await base.database.close();
const prepared = { serverUrl: server.url, databaseUrl: base.databaseUrl, connections: CONNECTIONS };

const units = await onCopy(prepared, recordWrites);
const rounds: { ours: number; reference: number }[] = [];
for (let round = 0; round < ROUNDS; round++) {
  const reference = await onCopy(prepared, (_, url) => replay(url, units, CONNECTIONS));
  const ours = await onCopy(prepared, (database) => throughApi(database, CONNECTIONS));
  rounds.push({ ours: perSecond(ours), reference: perSecond(reference) });
}
const middle = rounds.sort((a, b) => a.ours / a.reference - b.ours / b.reference)[Math.floor(ROUNDS / 2)]!;
console.log(
  `life-events ratio=${(middle.ours / middle.reference).toFixed(2)} goal=${GOAL.toFixed(2)} ` +
    `ours=${middle.ours.toFixed(0)}/s reference=${middle.reference.toFixed(0)}/s`,
);
await server.stop();
rmSync(folder, { recursive: true, force: true });
process.exit(0);

function perSecond(milliseconds: number): number {
  return ((EVENTS * families.length) / milliseconds) * 1000;
}

/** Families of a head and a spouse who live here, with whoever else stands on their card. */
async function couples(most: number): Promise<ResidentRecord[][]> {
  const regions = await readRegions();
  const all = [
    ...syntheticResidents({ seed: 7, size: Math.max(1_000, 12 * most), asOf: today, regions }),
  ].slice(8);
  const cards = Map.groupBy(all, ({ noKk }) => noKk.reveal());
  const isCouple = (family: ResidentRecord[]) =>
    ['head', 'spouse'].every((relation) =>
      family.some((one) => one.relation === relation && one.maritalStatus === 'married'),
    ) && family.every(({ life, citizenship }) => life.kind === 'present' && citizenship.kind === 'wni');
  return [...cards.values()].filter(isCouple).slice(0, most);
}

/** What happens to one family, one after the other. */
function eventsOf(family: readonly ResidentRecord[]): EventEntered[] {
  const head = family.find(({ relation }) => relation === 'head')!;
  const spouse = family.find(({ relation }) => relation === 'spouse')!;
  const [father, mother] = head.sex === 'male' ? [head, spouse] : [spouse, head];
  const on = addDays(today, -1);
  const nik = (one: ResidentRecord) => one.nik.reveal();
  const event = (kind: EventEntered['evidence']['kind'], what: EventEntered['event']): EventEntered => ({
    id: randomUUID(),
    on,
    evidence: { kind, number: '474/BENCH' },
    event: what,
  });
  const at = { domicile: head.domicile, address: 'JL. BARU NO. 1' };
  return [
    event('birthLetter', {
      kind: 'birth',
      child: { name: 'BAYI CONTOH', sex: 'female', birthPlace: 'SAMARINDA' },
      mother: nik(mother),
      father: nik(father),
      carer: null,
    }),
    event('statement', {
      kind: 'move',
      members: family.map(nik),
      to: { kind: 'new', at },
      remaining: { kind: 'join', host: nik(head) },
    }),
    event('deathLetter', { kind: 'death', person: nik(spouse), remaining: null }),
  ];
}

async function throughApi(database: Database, connections: number): Promise<number> {
  const log = { info: () => {}, fault: (error: unknown) => `${console.error(error)}` };
  const world = await createWorld({ config: base.config, database, now: () => new Date(), log });
  const headers = { origin: base.config.origins.desk, cookie: desk.desk.cookie };
  const work = families.map(eventsOf);
  let next = 0;
  const startedAt = performance.now();
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (next < work.length)
        for (const payload of work[next++]!) {
          const url = '/api/family/events';
          const answer = await world.app.inject({ method: 'POST', url, headers, payload });
          if (answer.statusCode !== 200) throw new Error(answer.body);
        }
    }),
  );
  const milliseconds = performance.now() - startedAt;
  await world.app.close();
  return milliseconds;
}

/** What the writes are: recorded once, one family after the other; each family's transactions in their order. */
async function recordWrites(database: Database): Promise<Unit[][]> {
  const recorder = recording(database);
  await throughApi(recorder.database, 1);
  const events = recorder.units.filter((unit) =>
    unit.some(({ statement }) => statement.name === 'family.insertEvent'),
  );
  return Array.from({ length: families.length }, (_, i) => events.slice(i * EVENTS, (i + 1) * EVENTS));
}
