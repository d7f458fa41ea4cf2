import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { toIsoDate } from '@jatidiri/core/kit/date.ts';
import { Personal } from '@jatidiri/core/kit/personal.ts';
import type { VoterList, VotersReply } from '@jatidiri/core/recording/voterWire.ts';
import { parseWilayahCode } from '@jatidiri/core/wilayah/model.ts';
import { trailOf } from '../../src/ledger/index.ts';
import { changeResident, findByNik } from '../../src/registry/index.ts';
import { loadWilayah } from '../../src/wilayah/index.ts';
import { createOfficer, type TestOfficer } from '../testOfficer.ts';
import { createTestWorld, type TestWorld } from '../testWorld.ts';
import { born, TODAY, youth } from './people.ts';

const VILLAGE = '64.72.01.1001';
const domicile = parseWilayahCode(VILLAGE)!;
const at = (name: string, day: string, change: object = {}) =>
  youth(name, { domicile, ...born(toIsoDate(day)), ...change });

const NOW = at('AYU CONTOH', '2009-11-22');
const PEOPLE = [
  NOW,
  at('BAYU CONTOH', '2010-11-22'),
  at('CAHYA CONTOH', '2011-01-01'),
  at('LAST ELECTION', '2007-11-27'),
  at('TOO YOUNG', '2012-02-15'),
  at('=HYPERLINK("x")', '2012-06-01', { maritalStatus: 'married', firstMarriedOn: TODAY }),
  at('RECORDED', '2009-01-01', { recording: 'printReady', recordedOn: TODAY }),
  at('FAILED CONTOH', '2009-05-05', { recording: 'enrolFailureAtRegion' }),
  at('GONE', '2009-05-05', { life: { kind: 'movedOut', on: TODAY } }),
];

describe('first-time voters who are not recorded', () => {
  let world: TestWorld;
  let officer: TestOfficer;
  let head: TestOfficer;
  let neighbour: TestOfficer;
  before(async () => {
    world = await createTestWorld({ residents: PEOPLE });
    officer = await createOfficer(world);
    head = await createOfficer(world, 'DEMO-6472-KEPALA');
    neighbour = await createOfficer(world, 'DEMO-6471-KEPALA');
  });
  after(async () => {
    assert.deepEqual(world.faults, []);
    await world.close();
  });
  const counted = async (by = officer): Promise<VotersReply> =>
    (await by.call('GET', '/api/recording/voters')).body;
  const list = async (group: string, by = officer) => by.call('GET', `/api/recording/voters/list?${group}`);
  const names = async (group: string): Promise<string[]> =>
    ((await list(group)).body as VoterList).people.map(({ name }) => name);
  const send = (text: string | Buffer, by = head) =>
    by.call('PUT', '/api/recording/schools', Buffer.from(text), 'text/csv');

  it('are counted by village: now, and those who are 16 only later', async () => {
    const { election, villages } = await counted();
    assert.equal(election, '2029-02-14');
    assert.deepEqual(
      villages.find(({ wilayah }) => wilayah === VILLAGE),
      { wilayah: VILLAGE, name: 'Rawa Makmur', kecamatan: 'Palaran', now: 4, later: 1 },
    );
    assert.ok((await counted(neighbour)).villages.every(({ wilayah }) => wilayah.startsWith('64.71.')));
  });

  it('are listed without NIK, the eldest first, with the day from which they may come', async () => {
    const { people } = (await list(`by=village&of=${VILLAGE}`)).body as VoterList;
    assert.deepEqual(
      people.map(({ name }) => name),
      ['FAILED CONTOH', 'AYU CONTOH', 'BAYU CONTOH', 'CAHYA CONTOH', '=HYPERLINK("x")'],
    );
    assert.equal(people[3]!.from, '2027-01-01');
    assert.ok(!JSON.stringify(people).includes(NOW.nik.reveal()));
    const { id } = (await findByNik(world.database.read, NOW.nik))!;
    const trail = await trailOf(world.database.read, id, 10);
    assert.ok(trail.some(({ kind }) => kind === 'recording/listed'));
    assert.equal((await list('by=village&of=64.71.01.1001')).body.code, 'recording/outside-area');
    assert.equal((await list('by=village&of=64')).status, 422);
  });

  it('are exported in a form that no spreadsheet runs', async () => {
    const { body } = await officer.call('GET', `/api/recording/voters/export?by=village&of=${VILLAGE}`);
    const lines = Buffer.from(body).toString('utf8').split('\r\n');
    assert.equal(lines[0], 'nama,jenis_kelamin,tanggal_lahir,alamat,kelurahan_desa,sekolah,rekam_mulai');
    assert.ok(lines.some((line) => line.startsWith(`"'=HYPERLINK(""x"")"`)));
  });

  it('are grouped by school once an office has brought a list', async () => {
    assert.deepEqual((await counted()).schools, []);
    const [bayu, cahya] = [PEOPLE[1]!, PEOPLE[2]!];
    const unknown = new Personal('6472010101990001');
    const rows = [NOW, bayu, cahya, { nik: unknown }].map(
      ({ nik }, i) => `${nik.reveal()},3040000${i === 2 ? 2 : 1},SMA Contoh ${i === 2 ? 2 : 1}`,
    );
    const answer = await send(['nik,npsn,sekolah', ...rows, 'bukan,baris'].join('\n'));
    assert.deepEqual(answer.body, { taken: 3, unusable: [5, 6] });
    assert.deepEqual((await counted()).schools, [
      { npsn: '30400001', name: 'SMA Contoh 1', now: 2, later: 0 },
      { npsn: '30400002', name: 'SMA Contoh 2', now: 0, later: 1 },
    ]);
    assert.deepEqual(await names('by=school&of=30400001'), ['AYU CONTOH', 'BAYU CONTOH']);
    await send(`nik,npsn,sekolah\n${bayu.nik.reveal()},30400002,SMA Contoh 2`);
    assert.deepEqual(
      await names('by=school&of=30400002'),
      ['BAYU CONTOH', 'CAHYA CONTOH'],
      'changed schools',
    );
    assert.deepEqual((await counted(neighbour)).schools, [], 'another office has its own lists');
  });

  it('are no longer shown to an office from whose region they have moved, school or not', async () => {
    const { id } = (await findByNik(world.database.read, PEOPLE[2]!.nik))!;
    const deps = {
      ...world.tracing,
      now: () => world.clock.now,
      wilayah: await loadWilayah(world.database.read),
    };
    const change = {
      kind: 'moved',
      on: TODAY,
      domicile: parseWilayahCode('64.71.01.1001')!,
      address: new Personal<string, 'address'>('JL. BARU 1'),
      family: null,
    } as const;
    const actor = { kind: 'system', task: 'test' } as const;
    assert.ok((await changeResident(deps, { id, change, actor, reason: 'residentRequest' })).ok);
    assert.deepEqual(await names('by=school&of=30400002'), ['BAYU CONTOH']);
    assert.equal((await counted()).schools.find(({ npsn }) => npsn === '30400002')?.later, 0);
  });

  it('takes no list that is none, from nobody but a head of office, and none about another region', async () => {
    assert.equal((await send('nama\nA')).body.code, 'recording/school-list-heading');
    assert.equal((await send(Buffer.from([0xff, 0xfe, 0x00]))).body.code, 'recording/school-list-heading');
    assert.equal((await send('x', officer)).body.code, 'office/not-permitted');
    const theirs = await send(`nik,npsn,sekolah\n${NOW.nik.reveal()},30400009,SMA Lain`, neighbour);
    assert.deepEqual(theirs.body, { taken: 0, unusable: [2] });
  });
});
