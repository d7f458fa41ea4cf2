import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { Personal } from '@jatidiri/core/kit/personal.ts';
import { parseWilayahCode } from '@jatidiri/core/wilayah/model.ts';
import { DEMO_RESIDENTS } from '../../../seed/demoResidents.ts';
import { changeResident, findByNik } from '../../src/registry/index.ts';
import { loadWilayah } from '../../src/wilayah/index.ts';
import { createOfficer, type TestOfficer } from '../testOfficer.ts';
import { createTestWorld, type TestWorld } from '../testWorld.ts';
import { standing, TODAY, youth } from './people.ts';

const CODES = {
  operator: 'DEMO-6472-PETUGAS',
  head: 'DEMO-6472-KEPALA',
  ministry: 'DEMO-64-KEMENTERIAN',
} as const;
type Who = keyof typeof CODES;
type Method = 'GET' | 'POST' | 'PUT';

const NEWCOMERS = ['BARU CONTOH', 'LAIN CONTOH', 'TIGA CONTOH'].map((called) => youth(called));
const ID = randomUUID();
const [SITI] = DEMO_RESIDENTS;
const SERVES: Who[] = ['operator', 'head'];
const HEAD: Who[] = ['head'];

/** Who may do what, and what the others are told. */
const OPERATIONS: [method: Method, path: string, body: object | undefined, allowed: Who[]][] = [
  ['POST', 'captures', { id: ID, nik: SITI!.nik, name: SITI!.name }, SERVES],
  ['GET', 'captures', undefined, SERVES],
  ['GET', `captures/${ID}`, undefined, SERVES],
  ['PUT', `captures/${ID}/pieces/signature?device=x`, undefined, SERVES],
  ['PUT', `captures/${ID}/missing/signature`, { reason: 'cannotWrite' }, SERVES],
  ['GET', `captures/${ID}/photograph`, undefined, SERVES],
  ['POST', `captures/${ID}/finish`, undefined, SERVES],
  ['POST', `captures/${ID}/abandon`, undefined, SERVES],
  ['POST', `captures/${ID}/pieces/signature/unsealing`, { reason: 'courtOrder' }, HEAD],
  ['GET', `residents/${ID}/photograph`, undefined, SERVES],
  ['GET', 'work', undefined, SERVES],
  ['GET', 'work/processing', undefined, SERVES],
  ['POST', `residents/${ID}/steps`, { to: 'sentForEnrolment' }, SERVES],
  ['GET', 'disputes', undefined, HEAD],
  ['POST', `disputes/${ID}/verdicts`, { candidate: ID, verdict: 'same', reason: 'Sepuluh huruf.' }, HEAD],
  ['POST', 'withdrawals', { nik: '6472030101990001', name: 'SIAPA SAJA', reason: 'Sepuluh huruf.' }, HEAD],
  ['GET', 'voters', undefined, SERVES],
  ['GET', 'voters/list?by=village&of=64.72.01.1001', undefined, SERVES],
  ['GET', 'voters/export?by=village&of=64.72.01.1001', undefined, SERVES],
  ['PUT', 'schools', undefined, HEAD],
];

describe('access to recording', () => {
  let world: TestWorld;
  const officers = {} as Record<Who, TestOfficer>;
  before(async () => {
    world = await createTestWorld({ residents: NEWCOMERS });
    for (const who of Object.keys(CODES) as Who[]) officers[who] = await createOfficer(world, CODES[who]);
  });
  after(async () => {
    assert.deepEqual(world.faults, []);
    await world.close();
  });

  for (const [method, path, body, allowed] of OPERATIONS)
    it(`${method} ${path.replaceAll(ID, '{id}')} serves ${allowed.join(', ')} and nobody else`, async () => {
      const url = `/api/recording/${path}`;
      for (const who of Object.keys(CODES) as Who[]) {
        const answer = await officers[who].call(method, url, body);
        assert.equal(answer.body?.code === 'office/not-permitted', !allowed.includes(who), who);
      }
      const headers = { origin: world.config.origins.desk };
      const stranger = await world.app.inject({ method, url, headers, ...(body && { payload: body }) });
      assert.equal(stranger.statusCode, 401);
    });

  it('begins one sitting of one person, at however many desks at once', async () => {
    const neighbour = await createOfficer(world, 'DEMO-6471-KEPALA');
    const desks = [officers.operator, officers.head, neighbour, neighbour];
    for (const newcomer of NEWCOMERS) {
      const begun = await Promise.all(
        desks.map((desk) =>
          desk.call('POST', '/api/recording/captures', { id: randomUUID(), ...standing(newcomer) }),
        ),
      );
      const sittings = begun.filter(({ status }) => status === 200).map(({ body }) => body.id);
      assert.equal(new Set(sittings).size, 1, 'one sitting');
      const others = begun.filter(({ status }) => status !== 200);
      assert.ok(others.every(({ body }) => body.code === 'recording/being-recorded'));
    }
  });

  it('is asked for at every address', () => {
    const served = world.app.endpoints.filter(({ path }) => path.startsWith('/api/recording/'));
    assert.equal(served.length, OPERATIONS.length);
    assert.ok(served.every(({ caller }) => caller === 'officer'));
  });
});

describe('a sitting, where every office serves its own region', () => {
  const MOVER = youth('PINDAH CONTOH');
  let world: TestWorld;
  before(async () => {
    world = await createTestWorld({ residents: [MOVER], config: { serviceArea: 'ownRegion' } });
  });
  after(async () => {
    assert.deepEqual(world.faults, []);
    await world.close();
  });

  it('tells the office where it was once held nothing of who has moved away since', async () => {
    const desk = await createOfficer(world);
    const begun = await desk.call('POST', '/api/recording/captures', {
      id: randomUUID(),
      ...standing(MOVER),
    });
    const url = `/api/recording/captures/${begun.body.id}`;
    await desk.call('POST', `${url}/abandon`);
    assert.equal((await desk.call('GET', url)).status, 200);
    const { id } = (await findByNik(world.database.read, MOVER.nik))!;
    const change = {
      kind: 'moved',
      on: TODAY,
      domicile: parseWilayahCode('64.71.01.1001')!,
      address: new Personal<string, 'address'>('JL. BARU 1'),
      family: null,
    } as const;
    const actor = { kind: 'system', task: 'test' } as const;
    const wilayah = await loadWilayah(world.database.read);
    const deps = { ...world.tracing, now: () => world.clock.now, wilayah };
    assert.ok((await changeResident(deps, { id, change, actor, reason: 'residentRequest' })).ok);
    assert.equal((await desk.call('GET', url)).body.code, 'recording/resident-unknown');
  });
});
