// What forty kits bring home, through the API: signed entries in batches of fifty, then their photographs, then all of it
// once more; against a bare program that makes the same SQL writes without our code.
//   node bench/comingHome.ts [--entries 10000] [--kits 40]
// Both over 16 connections, on copies of one database, with flushing on. The kits' own work (keys, signatures, pictures)
// is done beforehand; memory is that of the whole process, kits and server.

import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { dayInKaltim } from '@jatidiri/core/kit/date.ts';
import { webSigner } from '@jatidiri/core/kit/webSuite.ts';
import type { Database } from '../server/src/platform/db/database.ts';
import { startEmbedded } from '../server/src/platform/db/embedded.ts';
import { createWorld } from '../server/src/world.ts';
import {
  applicationBy,
  confirmation,
  takePicture,
  type Villager,
  villagers,
} from '../server/test/field/fieldPeople.ts';
import { announceSession, createKit, type TestKit } from '../server/test/field/testKit.ts';
import { createOfficer, type TestOfficer } from '../server/test/testOfficer.ts';
import { createTestWorld } from '../server/test/testWorld.ts';
import { onCopy } from './writes/onCopy.ts';
import { recording, replay, type Unit } from './writes/record.ts';

const GOAL = 0.3;
const CONNECTIONS = 16;
const BATCH = 50;
const MIB = 2 ** 20;

const { values } = parseArgs({
  options: { entries: { type: 'string', default: '10000' }, kits: { type: 'string', default: '40' } },
});
const kitCount = Number(values.kits);
const perKit = Math.ceil(Number(values.entries) / kitCount);
const whole = kitCount * perKit;

const folder = mkdtempSync(join(tmpdir(), 'jatidiri-bench-'));
chmodSync(folder, 0o711);
const server = await startEmbedded(folder, { shared_buffers: '256MB', max_wal_size: '4GB' });
process.env.TEST_DATABASE_URL = server.url;

const { people, records } = villagers(whole);
const base = await createTestWorld({ residents: records, realClock: true });
const head = await createOfficer(base, 'DEMO-6472-KEPALA');
const operator = await createOfficer(base);
const kits = await prepareKits();
await base.app.close();
await base.database.close();
const prepared = { serverUrl: server.url, databaseUrl: base.databaseUrl, connections: CONNECTIONS };

const ours = await onCopy(prepared, (database) => measure(database));
const units = await onCopy(prepared, recordWrites);
const reference = await onCopy(prepared, (_, url) => replay(url, units, CONNECTIONS));
const perSecond = (milliseconds: number) => (whole / milliseconds) * 1_000;
console.log(
  `coming-home ratio=${(perSecond(ours.first) / perSecond(reference)).toFixed(2)} goal=${GOAL.toFixed(2)} ` +
    `ours=${perSecond(ours.first).toFixed(0)}/s reference=${perSecond(reference).toFixed(0)}/s`,
);
console.log(
  `${whole} entries from ${kitCount} kits: ${(ours.first / 1_000).toFixed(0)} s, all of it again ${(ours.again / 1_000).toFixed(0)} s; ` +
    `memory ${(ours.before / MIB).toFixed(0)} MiB before, ${(ours.peak / MIB).toFixed(0)} MiB at most`,
);
await server.stop();
rmSync(folder, { recursive: true, force: true });
process.exit(0);

async function prepareKits(): Promise<TestKit[]> {
  const today = dayInKaltim(new Date());
  const session = await announceSession(head, { from: today, to: today });
  const pictures = await Promise.all(Array.from({ length: perKit }, takePicture));
  const made: TestKit[] = [];
  for (let i = 0; i < kitCount; i++) {
    const kit = await createKit(base, operator, session, { cards: perKit });
    // What a kit signs is signed after it was prepared, by the server's own clock.
    base.clock.now = new Date();
    for (const [j, person] of people.slice(i * perKit, (i + 1) * perKit).entries())
      await writeFor(kit, person, pictures[j]!);
    made.push(kit);
  }
  return made;
}

async function writeFor(kit: TestKit, person: Villager, picture: Buffer): Promise<void> {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, [
    'sign',
    'verify',
  ]);
  const { x, y } = await crypto.subtle.exportKey('jwk', pair.publicKey);
  const phone = {
    sign: webSigner(crypto.subtle, pair.privateKey),
    jwk: { kty: 'EC', crv: 'P-256', x: x!, y: y! } as const,
  };
  const application = await applicationBy(phone, person, base.clock.now);
  await kit.write(await confirmation(kit, application, { photo: kit.keepPhoto(picture) }));
}

/** Everything once, and everything again: nothing may change then. */
async function measure(database: Database) {
  const before = process.memoryUsage.rss();
  let peak = before;
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 100);
  const first = await bringHome(database, CONNECTIONS, true);
  const counted = await countRows(database);
  const again = await bringHome(database, CONNECTIONS, false);
  if ((await countRows(database)) !== counted) throw new Error('the second time changed something');
  clearInterval(watch);
  return { first, again, before, peak };
}

async function countRows({ pool }: Database): Promise<string> {
  const { rows } = await pool.query(
    `select (select count(*) from ledger_pending) as entries,
       (select count(*) from activation where state = 'active') as active,
       (select count(*) from field_entry where outcome = 'accepted') as accepted`,
  );
  if (Number(rows[0].active) !== whole || Number(rows[0].accepted) !== whole)
    throw new Error(`not everything came home: ${JSON.stringify(rows[0])}`);
  return JSON.stringify(rows[0]);
}

async function bringHome(database: Database, connections: number, tells: boolean): Promise<number> {
  const log = { info: () => {}, fault: (error: unknown) => `${console.error(error)}` };
  const world = await createWorld({ config: base.config, database, now: () => new Date(), log });
  const call = callAs(operator, world.app);
  const queue = [...kits];
  let home = 0;
  const startedAt = performance.now();
  await Promise.all(
    Array.from({ length: Math.min(connections, kitCount) }, async () => {
      for (let kit = queue.shift(); kit; kit = queue.shift()) {
        for (let at = 0; at < kit.written.length; at += BATCH)
          await call('POST', kit.path('/entries'), { entries: kit.written.slice(at, at + BATCH) });
        for (const [digest, picture] of kit.photos)
          await call('PUT', kit.path(`/photos/${digest}?offset=0&size=${picture.length}`), picture);
        home++;
        if (tells && home % 10 === 0) console.log(`  ${home} of ${kitCount} kits are home`);
      }
    }),
  );
  const milliseconds = performance.now() - startedAt;
  await world.app.close();
  return milliseconds;
}

/** The officer's session goes on in the copy of the database. */
function callAs({ desk }: TestOfficer, app: Awaited<ReturnType<typeof createWorld>>['app']) {
  return async (method: 'POST' | 'PUT', url: string, payload: object) => {
    const type = Buffer.isBuffer(payload) ? { 'content-type': 'image/jpeg' } : {};
    const headers = { origin: base.config.origins.desk, cookie: desk.cookie, ...type };
    const answer = await app.inject({ method, url, headers, payload });
    if (answer.statusCode !== 200) throw new Error(answer.body);
  };
}

/** What the writes are: recorded once, one kit after the other. */
async function recordWrites(database: Database): Promise<Unit[][]> {
  const recorder = recording(database);
  await bringHome(recorder.database, 1, false);
  return Array.from({ length: kitCount }, (_, i) =>
    recorder.units.slice(
      (i * recorder.units.length) / kitCount,
      ((i + 1) * recorder.units.length) / kitCount,
    ),
  );
}
