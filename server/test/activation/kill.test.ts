import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { dayInKaltim } from '@jatidiri/core/kit/date.ts';
import { isRecorded, type ResidentRecord } from '@jatidiri/core/registry/model.ts';
import { isWajibKtp } from '@jatidiri/core/registry/wajibKtp.ts';
import { syntheticIkd } from '../../../seed/ikd.ts';
import { syntheticResidents } from '../../../seed/population.ts';
import { readRegions } from '../../../seed/regions.ts';
import { fileAnchors, verifyLedger } from '../../src/ledger/index.ts';
import { originsOf } from '../../src/platform/config.ts';
import { fileKeyStore } from '../../src/platform/keys/keyStore.ts';
import { nodeSuite } from '../../src/platform/keys/nodeSuite.ts';
import { freePort } from '../freePort.ts';
import { httpApp } from '../httpApp.ts';
import { createTestDatabase, type TestDatabase } from '../testDatabase.ts';
import { createHandset } from '../testHandset.ts';
import { createOfficer, type TestOfficer } from '../testOfficer.ts';

const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
const POPULATION = { seed: 64, size: 2_500 };
const ACTIVATIONS = 1_000;
const AT_ONCE = 12;

describe('a process killed with SIGKILL in the middle of a thousand activations', () => {
  let test_: TestDatabase;
  let folder: string;
  let port: number;
  let server: ChildProcess | undefined;
  let residents: ResidentRecord[];

  before(async () => {
    test_ = await createTestDatabase();
    folder = mkdtempSync(join(tmpdir(), 'jatidiri-kill-'));
    port = await freePort();
    const today = dayInKaltim(new Date());
    residents = syntheticResidents({ ...POPULATION, asOf: today, regions: await readRegions() })
      .drop(8)
      .filter(
        (r) =>
          r.life.kind === 'present' &&
          isRecorded(r.recording) &&
          isWajibKtp(r, today) &&
          !syntheticIkd(r, today),
      )
      .take(ACTIVATIONS)
      .toArray();
    assert.equal(residents.length, ACTIVATIONS);
    await start();
  });

  after(async () => {
    server?.kill('SIGKILL');
    await test_.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function start(): Promise<void> {
    const env = {
      ...process.env,
      PORT: String(port),
      DATA_DIR: folder,
      DATABASE_URL: test_.url,
      TRIES_PER_ADDRESS: '1000000',
    };
    server = spawn(process.execPath, [MAIN, '--residents', String(POPULATION.size)], {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    await new Promise<void>((ready, failed) => {
      server!.stdout!.on('data', (chunk) => {
        said += chunk;
        if (said.includes('is ready')) ready();
      });
      server!.once('exit', (code) => failed(new Error(`the server ended with ${code}: ${said}`)));
    });
  }

  async function killAndRestart(): Promise<void> {
    const gone = new Promise((exited) => server!.once('exit', exited));
    server!.kill('SIGKILL');
    await gone;
    await start();
  }

  /** A request that may die with the server is sent again, as it was, until somebody answers. */
  async function persist<T extends { status: number; body?: { code?: string } }>(
    ask: () => Promise<T>,
  ): Promise<T> {
    for (const deadline = Date.now() + 60_000; Date.now() < deadline; await sleep(100)) {
      const answer = await ask().catch(() => undefined);
      if (answer && answer.status !== 503) return answer;
    }
    throw new Error('nobody answered for a minute');
  }

  async function activateOne(
    world: Parameters<typeof createOfficer>[0],
    desk: TestOfficer,
    { nik, name }: ResidentRecord,
  ) {
    const handset = await createHandset({ ...world, clock: { now: new Date() } });
    const started = await persist(() => handset.apply({ nik: nik.reveal(), name: name.reveal() }));
    assert.equal(started.status, 201, JSON.stringify(started.body));
    assert.equal((await persist(() => handset.sendSelfie())).status, 200);
    const found = await persist(async () => desk.lookUp(await handset.qr(new Date())));
    assert.equal(found.status, 200, JSON.stringify(found.body));
    const signed = await desk.attestationOf(found.body, { kind: 'confirmOnDesk' }, new Date());
    const decided = await persist(() => desk.send(signed));
    assert.equal(decided.body.state, 'active', JSON.stringify(decided.body));
  }

  test('every activation is before or after each step, everybody gets there, and the ledger verifies', async () => {
    const origin = `http://localhost:${port}`;
    const world = {
      app: httpApp(origin),
      get clock() {
        return { now: new Date() };
      },
      config: { origins: originsOf(origin) },
    } as unknown as Parameters<typeof createOfficer>[0];
    const desk = await createOfficer(world);

    let next = 0;
    let done = 0;
    const workers = Array.from({ length: AT_ONCE }, async () => {
      while (next < residents.length) {
        await activateOne(world, desk, residents[next++]!);
        done++;
      }
    });
    const killer = (async () => {
      for (const share of [0.2, 0.5, 0.8]) {
        while (done < share * ACTIVATIONS) await sleep(20);
        await killAndRestart();
      }
    })();
    await Promise.all([...workers, killer]);
    assert.equal(done, ACTIVATIONS);

    const { rows } = await test_.database.pool.query(
      `with entry as (select id, kind, details->>'activation' as activation from ledger_entry
                      union all select id, kind, details->>'activation' from ledger_pending)
       select (select count(*)::int from activation where state = 'active' and device_x <> '') as active,
              (select count(*)::int from activation where state not in ('active')) as unfinished,
              (select count(*)::int from entry where kind = 'activation/activated') as activated,
              (select count(*)::int from activation join entry on entry.id = activated_entry
                 where entry.activation = activation.id::text) as matched,
              (select count(*)::int from entry where kind = 'activation/started') as started`,
    );
    const n = ACTIVATIONS;
    assert.deepEqual(rows[0], { active: n, unfinished: 0, activated: n, matched: n, started: n });

    await sleep(1_500); // the sequencer's turn
    const key = fileKeyStore(join(folder, 'keys')).signingKey('ledger-head').publicJwk;
    const anchors = fileAnchors(join(folder, 'ledger-heads.txt')).all();
    const report = await test_.database.snapshot((sql) => verifyLedger(sql, anchors, key, nodeSuite()));
    assert.deepEqual(report.findings, []);
    assert.ok(report.entries > 4 * ACTIVATIONS);
  });
});
