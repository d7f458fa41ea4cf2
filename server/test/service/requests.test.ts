import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { dayInKaltim, toIsoDate } from '@jatidiri/core/kit/date.ts';
import sharp from 'sharp';
import { DEMO_RESIDENTS } from '../../../seed/demoResidents.ts';
import { changeResident, idsOf } from '../../src/registry/index.ts';
import { loadWilayah } from '../../src/wilayah/index.ts';
import { activeHandset } from '../issuance/activeHandset.ts';
import { born, standing, youth } from '../recording/people.ts';
import { createHandset, type TestHandset } from '../testHandset.ts';
import { createOfficer, type TestOfficer } from '../testOfficer.ts';
import { createTestWorld, type TestWorld } from '../testWorld.ts';

const REQUESTS = '/api/service/requests';
const [siti, budi] = DEMO_RESIDENTS;
const RATNA = youth('RATNA CONTOH', {
  ...born(toIsoDate('2000-01-01')),
  recording: 'handedOver',
  recordedOn: toIsoDate('2020-01-01'),
});
const MOVE = { kind: 'move', to: '64.72.03.1001', address: 'JL. CONTOH 2 RT 2', note: 'Saya sendiri.' };

describe('a request to the office', () => {
  let world: TestWorld;
  let handset: TestHandset;
  const officers = {} as Record<'operator' | 'head' | 'elsewhere' | 'ministry', TestOfficer>;
  before(async () => {
    // A Friday: three working days end on Wednesday.
    world = await createTestWorld({
      startAt: new Date('2026-11-20T01:00:00Z'),
      config: { serviceArea: 'ownRegion' },
      residents: [RATNA],
    });
    handset = await activeHandset(world, siti!);
    await signInAll();
  });
  after(async () => {
    await world.close();
    assert.deepEqual(world.faults, []);
  });

  /** Anew, because a sign-in lasts a working day at most. */
  async function signInAll(): Promise<void> {
    officers.operator = await createOfficer(world, 'DEMO-6472-PETUGAS');
    officers.head = await createOfficer(world, 'DEMO-6472-KEPALA');
    officers.elsewhere = await createOfficer(world, 'DEMO-6471-KEPALA');
    officers.ministry = await createOfficer(world, 'DEMO-64-KEMENTERIAN');
  }
  async function passDays(days: number): Promise<void> {
    world.later(days * 86_400_000);
    await signInAll();
  }

  const ask = (wish: object = MOVE, documents: string[] = [], id = randomUUID() as string, by = handset) =>
    by.call('POST', REQUESTS, { id, wish, documents });
  const own = async (id: string, by = handset) =>
    (await by.call('GET', REQUESTS)).body.requests.find((one: { id: string }) => one.id === id);
  const work = async (who: keyof typeof officers) =>
    (await officers[who].call('GET', '/api/service/work')).body.requests ?? [];
  const move = (who: keyof typeof officers, id: string, body: object) =>
    officers[who].call('POST', `/api/service/work/${id}/moves`, body);
  const photo = () =>
    sharp({ create: { width: 900, height: 1_200, channels: 3, background: '#eee' } })
      .jpeg()
      .withExif({ IFD0: { Copyright: 'di rumah' } })
      .toBuffer();
  const digestOf = (image: Uint8Array) => createHash('sha256').update(image).digest('base64url');
  const sendPart = (digest: string, from: number, size: number, bytes: Buffer, by = handset) =>
    by.call(
      'PUT',
      `/api/service/documents/${digest}?from=${from}&size=${size}`,
      bytes,
      'application/octet-stream',
    );

  test('is promised for a working day, taken in hand, and answered with what to do', async () => {
    const asked = await ask();
    assert.equal(asked.status, 201, JSON.stringify(asked.body));
    const [{ id, promisedOn, state }] = asked.body.requests;
    assert.deepEqual([state, promisedOn], ['waiting', '2026-11-25']);
    assert.equal((await ask(MOVE, [], id)).body.requests[0].id, id, 'sent again it is the same');

    const [waiting] = await work('operator');
    assert.deepEqual([waiting.name, waiting.nik, waiting.wish], [siti!.name, siti!.nik, MOVE]);
    assert.match(waiting.regionName, /Kota Samarinda$/);
    const { rows } = await world.database.pool.query(
      `select details from ledger_pending where kind = 'service/list-opened'
       union all select details from ledger_entry where kind = 'service/list-opened'`,
    );
    assert.deepEqual(rows, [{ details: { requests: 1 } }], 'whoever opens the list has opened it');
    assert.equal((await move('operator', id, { kind: 'take' })).status, 204);
    assert.equal((await move('head', id, { kind: 'take' })).body.code, 'service/in-other-hands');
    assert.equal((await own(id)).state, 'inHand');
    const answer = 'KK baru dapat diambil di loket 2.';
    assert.equal((await move('operator', id, { kind: 'complete', answer })).status, 204);
    const done = await own(id);
    assert.deepEqual(
      [done.state, done.said, done.officeName],
      ['done', answer, 'Disdukcapil Kota Samarinda'],
    );
    assert.equal((await move('operator', id, { kind: 'complete', answer })).body.code, 'service/finished');
    const { entries } = (await handset.call('GET', '/api/rights/trail')).body;
    assert.deepEqual(
      entries.slice(0, 3).map(({ kind }: { kind: string }) => kind),
      ['service/completed', 'service/taken-in-hand', 'service/asked'],
    );
  });

  test('carries photographed papers that come part by part, whatever is lost, and are seen with a trace', async () => {
    const image = await photo();
    const digest = digestOf(image);
    assert.equal((await ask(MOVE, [digest])).body.code, 'service/document-unknown');
    const half = Math.floor(image.length / 2);
    assert.deepEqual((await sendPart(digest, 0, image.length, image.subarray(0, half))).body, {
      received: half,
    });
    const late = await sendPart(digest, half + 10, image.length, image.subarray(half + 10));
    assert.deepEqual(late.body, { received: half }, 'what begins later says where to go on');
    const rest = await sendPart(digest, 0, image.length, image);
    assert.deepEqual(rest.body, { received: image.length });
    assert.deepEqual((await sendPart(digest, 0, image.length, image)).body, { received: image.length });

    const { id } = (await ask(MOVE, [digest])).body.requests[0];
    const { cookie, origin } = officers.operator.desk;
    const url = `/api/service/work/${id}/documents/${digest}`;
    const paper = await world.app.inject({ url, headers: { cookie, origin: origin! } });
    assert.equal(paper.headers['content-type'], 'image/jpeg');
    const facts = await sharp(paper.rawPayload).metadata();
    assert.deepEqual([facts.width, facts.exif], [900, undefined], 'nothing of the telephone is kept');
    assert.equal((await officers.elsewhere.call('GET', url)).body.code, 'service/request-unknown');
    const { entries } = (await handset.call('GET', '/api/rights/trail')).body;
    assert.equal(entries[0].kind, 'service/document-viewed');
  });

  test('refuses papers that are none', async () => {
    const text = Buffer.from('bukan gambar');
    assert.equal(
      (await sendPart(digestOf(text), 0, text.length, text)).body.code,
      'service/document-unusable',
    );
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="900" height="1200"/>');
    for (const file of [
      svg,
      await sharp(await photo())
        .gif()
        .toBuffer(),
    ])
      assert.equal(
        (await sendPart(digestOf(file), 0, file.length, file)).body.code,
        'service/document-unusable',
      );
    const image = await photo();
    const wrong = digestOf(Buffer.from('lain'));
    assert.equal((await sendPart(wrong, 0, image.length, image)).body.code, 'service/document-damaged');
    assert.equal((await sendPart(wrong, 0, 999_999, image)).status, 422);
  });

  test('comes back when more is needed, with a new promise once it is there', async () => {
    const { id } = (await ask({ kind: 'certificate', certificate: 'birth', note: '' })).body.requests[0];
    const asked = 'Foto surat lahir belum terbaca.';
    assert.equal((await move('operator', id, { kind: 'askMore', asked })).status, 204);
    assert.deepEqual([(await own(id)).state, (await own(id)).said], ['needsMore', asked]);
    const image = await photo();
    await sendPart(digestOf(image), 0, image.length, image);
    await passDays(5);
    const more = { kind: 'addDocuments', documents: [digestOf(image)] };
    const answered = await handset.call('POST', `${REQUESTS}/${id}/own-moves`, more);
    assert.deepEqual(
      [answered.body.requests[0].state, answered.body.requests[0].promisedOn],
      ['waiting', '2026-12-02'],
    );
    assert.equal(
      (await move('operator', id, { kind: 'refuse', reason: 'notTrue', answer: 'Tidak sesuai.' })).status,
      204,
    );
    assert.deepEqual([(await own(id)).state, (await own(id)).reason], ['refused', 'notTrue']);
  });

  test('climbs to the head of office when its promise is broken, once, and the resident reads that', async () => {
    const { id } = (await ask({ kind: 'newFamilyCard', reason: 'lost', note: '' })).body.requests[0];
    await world.settle();
    assert.equal((await own(id)).overdue, false);
    assert.equal((await move('operator', id, { kind: 'take' })).status, 204);
    const answer = 'Sudah dicetak.';
    assert.equal(
      (await move('head', id, { kind: 'complete', answer })).body.code,
      'service/in-other-hands',
      'while the promise holds',
    );
    await passDays(6);
    for (let i = 0; i < 2; i++) await world.settle();
    assert.equal((await own(id)).overdue, true);
    const [first] = await work('head');
    assert.deepEqual([first.climbed, first.overdue, first.mayTake], [true, true, true]);
    assert.ok((await officers.head.call('GET', '/api/service/late')).body.late > 0);
    assert.equal((await officers.elsewhere.call('GET', '/api/service/late')).body.late, 0);
    const { rows } = await world.database.pool.query(
      `select count(*)::int as n from ledger_entry where kind = 'service/promise-broken' and details ->> 'request' = $1`,
      [id],
    );
    assert.equal(rows[0].n, 1);
    assert.equal((await move('head', id, { kind: 'take' })).status, 204, 'taken over');
    const late = await move('operator', id, { kind: 'complete', answer });
    assert.equal(late.body.code, 'service/in-other-hands');
    assert.equal((await move('head', id, { kind: 'complete', answer })).status, 204);
  });

  test('belongs to whoever asked, and to the office that serves them', async () => {
    const { id } = (await ask()).body.requests[0];
    const other = await activeHandset(world, budi!, undefined, 'DEMO-6471-PETUGAS');
    assert.equal(await own(id, other), undefined);
    const withdraw = (by: TestHandset) =>
      by.call('POST', `${REQUESTS}/${id}/own-moves`, { kind: 'withdraw' });
    assert.equal((await withdraw(other)).body.code, 'service/request-unknown');
    assert.equal((await ask(MOVE, [], id, other)).body.code, 'service/request-unknown');
    const stranger = await createHandset(world);
    assert.equal((await ask(MOVE, [], randomUUID(), stranger)).body.code, 'service/no-identity');
    assert.equal((await move('ministry', id, { kind: 'take' })).body.code, 'office/not-permitted');
    assert.equal((await withdraw(handset)).body.requests[0].state, 'withdrawn');
    assert.ok(!(await work('operator')).some((one: { id: string }) => one.id === id));
  });

  test('is refused when it cannot be met', async () => {
    assert.equal((await ask({ ...MOVE, to: '64.72.03' })).body.code, 'service/region-unknown');
    for (const wrong of [
      { kind: 'unknown' },
      { ...MOVE, address: '' },
      { kind: 'correction', part: 'name', note: '' },
      { kind: 'certificate', certificate: 'x', note: '' },
    ])
      assert.equal((await ask(wrong)).status, 422, JSON.stringify(wrong));
    for (let i = 0; i < 12; i++) await ask();
    assert.equal((await ask()).body.code, 'service/too-many-open');
  });

  test('is not one more for coming at the same moment as another', async () => {
    const busy = await activeHandset(world, standing(RATNA));
    const asked = await Promise.all(Array.from({ length: 16 }, () => ask(MOVE, [], randomUUID(), busy)));
    assert.deepEqual(asked.map(({ status }) => status).sort(), [
      ...Array(10).fill(201),
      ...Array(6).fill(429),
    ]);
  });

  test('ends with the death of whoever asked, and waits for nobody', async () => {
    const { nik } = standing(RATNA);
    const ofDead = async () => (await work('operator')).filter((one: { nik: string }) => one.nik === nik);
    assert.equal((await ofDead()).length, 10);
    const [id] = await idsOf(world.database.read, [RATNA.nik]);
    const deps = { ...world, ...world.tracing, wilayah: await loadWilayah(world.database.read) };
    const on = dayInKaltim(world.clock.now);
    const actor = { kind: 'system', task: 'test' } as const;
    const died = { id: id!, change: { kind: 'died', on }, actor, reason: 'civilCertificate' } as const;
    assert.ok((await changeResident(deps, died)).ok);
    for (let i = 0; i < 3; i++) await world.settle();
    assert.deepEqual(await ofDead(), []);
    const { rows } = await world.database.pool.query(
      `select count(*)::int as n from ledger_entry where kind = 'service/ended' and subject = $1`,
      [id],
    );
    assert.equal(rows[0].n, 10);
  });

  test('leaves no paper behind', async () => {
    const { rows: before } = await world.database.pool.query(
      'select count(*)::int as n from service_document',
    );
    assert.ok(before[0].n > 0);
    for (const { id } of await work('operator'))
      await move('operator', id, { kind: 'refuse', reason: 'other', answer: 'Ditutup.' });
    await passDays(91);
    await world.settle();
    const { rows } = await world.database.pool.query('select count(*)::int as n from service_document');
    assert.equal(rows[0].n, 0);
  });
});
