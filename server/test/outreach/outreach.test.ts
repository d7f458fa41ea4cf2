import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { verifyBadge } from '@jatidiri/core/badge/verifyBadge.ts';
import { certificatesInPem } from '@jatidiri/core/chain/pem.ts';
import { chainVerifier } from '@jatidiri/core/chain/verifyChain.ts';
import { toIsoDate } from '@jatidiri/core/kit/date.ts';
import { webSuite } from '@jatidiri/core/kit/webSuite.ts';
import type { WilayahCode } from '@jatidiri/core/wilayah/model.ts';
import { DEMO_RESIDENTS } from '../../../seed/demoResidents.ts';
import { officesByWilayah } from '../../src/office/index.ts';
import { takeEarlierSession } from '../../src/outreach/index.ts';
import { createHandset } from '../testHandset.ts';
import { createOfficer, type TestOfficer } from '../testOfficer.ts';
import { createTestWorld, type TestWorld } from '../testWorld.ts';

const CODES = {
  operator: 'DEMO-6472-PETUGAS',
  head: 'DEMO-6472-KEPALA',
  elsewhere: 'DEMO-6471-KEPALA',
  province: 'DEMO-64-KEPALA',
  ministry: 'DEMO-64-KEMENTERIAN',
} as const;
type Who = keyof typeof CODES;

describe('outreach', () => {
  let world: TestWorld;
  const officers = {} as Record<Who, TestOfficer>;
  before(async () => {
    world = await createTestWorld();
    for (const who of Object.keys(CODES) as Who[]) officers[who] = await createOfficer(world, CODES[who]);
  });
  after(async () => {
    assert.deepEqual(world.faults, []);
    await world.close();
  });

  const planOf = (change: object = {}) => ({
    id: randomUUID() as string,
    place: 'Kampus contoh',
    wilayah: '64.72.03',
    host: 'campus',
    from: '2026-11-22',
    to: '2026-11-23',
    officers: 3,
    kits: 2,
    team: [] as string[],
    ...change,
  });
  const plan = (who: Who, body: object) => officers[who].call('POST', '/api/outreach/sessions', body);
  const move = (who: Who, id: string, body: object) =>
    officers[who].call('POST', `/api/outreach/sessions/${id}/moves`, body);
  const schedule = async () => (await world.app.inject('/api/outreach/schedule')).json().sessions;
  const session = async (who: Who, id: string) =>
    (await officers[who].call('GET', '/api/outreach/sessions')).body.sessions.find(
      (one: { id: string }) => one.id === id,
    );

  it('goes from the plan to the public schedule, counts on the day, and closes with its reasons', async () => {
    const team = [officers.head.officer, officers.operator.officer];
    const names = team.map(({ name }) => name).sort();
    const body = planOf({ team: team.map(({ id }) => id) });
    assert.equal((await plan('head', body)).status, 204);
    assert.equal((await plan('head', body)).status, 204, 'sent again it is the same session');
    assert.deepEqual(await schedule(), [], 'what is only planned is not public');
    assert.equal((await move('head', body.id, { kind: 'publish' })).status, 204);
    const [shown] = await schedule();
    assert.deepEqual(
      [shown.place, shown.regionName, shown.officeName, shown.badges.sort(), shown.state, shown.counted],
      ['Kampus contoh', 'Samarinda Ulu', 'Disdukcapil Kota Samarinda', names, 'public', 0],
    );
    const notice = async () => (await world.app.inject(`/api/outreach/schedule/${body.id}`)).json();
    assert.deepEqual([(await notice()).place, (await notice()).badges.sort()], ['Kampus contoh', names]);
    assert.equal((await move('operator', body.id, { kind: 'open' })).status, 204);
    assert.equal((await notice()).place, 'Kampus contoh');

    await activate(DEMO_RESIDENTS[0]!, body.id);
    await activate(DEMO_RESIDENTS[2]!, undefined);
    await world.settle();
    assert.equal((await schedule())[0].counted, 1, 'counted live, the office’s own desk apart');

    const closing = { kind: 'close', shortfalls: ['noNetwork'], note: 'Sinyal hilang sejak siang.' };
    assert.equal((await move('operator', body.id, closing)).status, 204);
    assert.equal((await move('operator', body.id, closing)).body.code, 'outreach/not-in-this-state');
    assert.equal(
      (await notice()).code,
      'outreach/session-unknown',
      'whoever shows its badge now is a stranger',
    );
    const closed = await session('head', body.id);
    assert.deepEqual(
      [closed.state, closed.counted, closed.shortfalls, closed.note],
      ['closed', 1, ['noNetwork'], 'Sinyal hilang sejak siang.'],
    );
    const next = planOf({ from: '2026-11-24', to: '2026-11-27' });
    await plan('head', next);
    assert.deepEqual((await session('head', next.id)).expected, { activations: 2, sessions: 1 });
  });

  async function activate({ nik, name }: { nik: string; name: string }, at: string | undefined) {
    const handset = await createHandset(world);
    assert.equal((await handset.apply({ nik, name })).status, 201);
    await handset.sendSelfie();
    const decided = await officers.operator.decide(await handset.qr(), { kind: 'confirmOnDesk' }, at);
    assert.equal(decided.body.state, 'active', JSON.stringify(decided.body));
  }

  it('can be planned anew until it begins, and the schedule follows', async () => {
    const { id, ...body } = planOf({ place: 'Kampus lama' });
    const change = (who: Who, changed: object) =>
      officers[who].call('PUT', `/api/outreach/sessions/${id}`, changed);
    await plan('head', { id, ...body });
    await move('head', id, { kind: 'publish' });
    const moved = { ...body, place: 'Kampus baru', team: [officers.head.officer.id], officers: 1 };
    assert.equal((await change('head', moved)).status, 204);
    const shown = (await schedule()).find((one: { id: string }) => one.id === id);
    assert.deepEqual(
      [shown.place, shown.badges, shown.state],
      ['Kampus baru', [officers.head.officer.name], 'public'],
    );
    assert.equal((await change('elsewhere', moved)).body.code, 'outreach/region-not-yours');
    assert.equal(
      (await change('head', { ...moved, wilayah: '64.71' })).body.code,
      'outreach/region-not-yours',
    );
    assert.equal((await change('head', { ...moved, to: '2026-11-01' })).body.code, 'outreach/days-wrong');
    await move('head', id, { kind: 'open' });
    assert.equal((await change('head', body)).body.code, 'outreach/not-in-this-state');
    await move('head', id, { kind: 'close', shortfalls: [], note: '' });
  });

  it('vouches for its officers and its posters, and residents see for whom', async () => {
    const trust = (await world.app.inject('/api/issuance/trust')).json();
    const anchors = trust.roots.flatMap(certificatesInPem);
    const checked = (text: string, now = world.clock.now) =>
      verifyBadge(
        text,
        {
          verifyIssuer: chainVerifier(anchors, globalThis.crypto),
          verifySession: chainVerifier(anchors, globalThis.crypto, 'field'),
          now,
          number: '4821',
        },
        webSuite(globalThis.crypto.subtle),
      );
    const drawn = await officers.operator.call('POST', '/api/outreach/badge', { number: '4821' });
    const badge = await checked(drawn.body.badge);
    assert.ok(badge.ok && badge.value.kind === 'badge' && badge.value.forThisPhone);
    assert.equal(badge.value.officer, officers.operator.officer.name);

    const body = planOf({ place: 'Balai desa bersama' });
    await plan('head', body);
    const poster = (who: Who) => officers[who].call('GET', `/api/outreach/sessions/${body.id}/poster`);
    assert.equal((await poster('head')).body.code, 'outreach/not-in-this-state', 'not announced yet');
    await move('head', body.id, { kind: 'publish' });
    assert.equal((await poster('elsewhere')).body.code, 'outreach/region-not-yours');
    const printed = await checked((await poster('head')).body.poster);
    assert.ok(printed.ok && printed.value.kind === 'poster' && printed.value.place === 'Balai desa bersama');
    const weekLater = new Date(world.clock.now.getTime() + 7 * 86_400_000);
    const late = await checked((await poster('head')).body.poster, weekLater);
    assert.ok(!late.ok && late.refusal.code === 'badge/not-its-day');
    await move('head', body.id, { kind: 'cancel', reason: 'Hanya untuk percobaan ini.' });
  });

  it('vouches at a session on its days for whom its schedule then names, and for nobody who is suspended', async () => {
    const { id } = officers.operator.officer;
    const body = planOf({ place: 'Balai RT', from: '2026-11-22', to: '2026-11-22' });
    const badge = (who: Who) =>
      officers[who].call('POST', '/api/outreach/badge', { number: null, session: body.id });
    const named = async () => (await world.app.inject(`/api/outreach/schedule/${body.id}`)).json().badges;
    assert.equal((await badge('operator')).body.code, 'outreach/session-unknown');
    await plan('head', body);
    assert.equal((await badge('operator')).body.code, 'outreach/not-in-this-state');
    await move('head', body.id, { kind: 'publish' });
    assert.deepEqual(await named(), []);
    assert.equal((await badge('elsewhere')).body.code, 'outreach/region-not-yours');
    for (let i = 0; i < 2; i++) assert.equal((await badge('operator')).status, 200);
    assert.deepEqual(await named(), [officers.operator.officer.name], 'once, however often it is drawn');

    const suspend = (suspended: boolean) =>
      officers.head.call('PUT', `/api/office/officers/${id}/suspension`, { suspended });
    await suspend(true);
    assert.equal((await badge('operator')).status, 401);
    assert.deepEqual(await named(), []);
    await suspend(false);
    assert.deepEqual(await named(), [officers.operator.officer.name]);
    officers.operator = await createOfficer(world, CODES.operator);

    const later = planOf({ from: '2026-12-01', to: '2026-12-01' });
    await plan('head', later);
    await move('head', later.id, { kind: 'publish' });
    const early = { number: null, session: later.id };
    assert.equal(
      (await officers.operator.call('POST', '/api/outreach/badge', early)).body.code,
      'outreach/not-its-day',
    );
  });

  it('counts nothing at a session that does not run, or that is another office’s', async () => {
    const body = planOf();
    await plan('head', body);
    const { nik, name } = DEMO_RESIDENTS[1]!;
    const handset = await createHandset(world);
    await handset.apply({ nik, name });
    await handset.sendSelfie();
    const decide = async (who: Who, at: string) =>
      officers[who].decide(await handset.qr(), { kind: 'confirmOnDesk' }, at);
    for (const [who, at] of [
      ['operator', body.id],
      ['operator', randomUUID()],
    ] as const)
      assert.equal((await decide(who, at)).body.code, 'activation/session-not-running');
    await move('head', body.id, { kind: 'publish' });
    await move('head', body.id, { kind: 'open' });
    assert.equal((await decide('elsewhere', body.id)).body.code, 'activation/session-not-running');
    assert.equal((await decide('operator', 'bukan-uuid')).body.code, 'activation/attestation-invalid');
  });

  it('begins with the fair of 2024 as it was published', async () => {
    const office = (await officesByWilayah(world.database.read)).get('64')!;
    const days = { from: toIsoDate('2024-01-09'), to: toIsoDate('2024-01-13') };
    const unknown = { officers: null, kits: null, team: [] };
    const wilayah = '64' as WilayahCode;
    const fair = { place: 'Pameran', wilayah, host: 'fair', ...days, ...unknown } as const;
    for (let i = 0; i < 2; i++)
      await world.database.write((sql) =>
        takeEarlierSession(world.tracing, sql, { plan: fair, office, activations: 457, source: 'artikel' }),
      );
    const fairs = (await schedule()).filter(({ host }: { host: string }) => host === 'fair');
    assert.deepEqual(
      fairs.map(({ reported, officeName }: Record<string, unknown>) => ({ reported, officeName })),
      [
        {
          reported: { activations: 457, source: 'artikel' },
          officeName: 'Dinas Dukcapil Provinsi Kalimantan Timur',
        },
      ],
    );
    const another = planOf({ host: 'fair', from: '2026-12-01', to: '2026-12-02' });
    await plan('head', another);
    assert.deepEqual((await session('head', another.id)).expected, { activations: 183, sessions: 1 });
  });

  it('says what is wrong with a plan and with a move', async () => {
    const code = async (change: object) => (await plan('head', planOf(change))).body.code;
    assert.equal(await code({ wilayah: '64.72.99' }), 'outreach/region-unknown');
    assert.equal(await code({ wilayah: '64.71.01' }), 'outreach/region-not-yours');
    assert.equal(await code({ to: '2026-11-21' }), 'outreach/days-wrong');
    assert.equal(await code({ from: '2026-11-01', to: '2026-11-02' }), 'outreach/days-over');
    const [own, other] = [officers.head.officer.id, officers.elsewhere.officer.id];
    const colleague = officers.operator.officer.id;
    assert.equal(await code({ officers: 1, team: [own, colleague] }), 'outreach/team-too-large');
    for (const stranger of [other, randomUUID()])
      assert.equal(await code({ team: [own, stranger] }), 'outreach/team-not-yours');
    for (const wrong of [
      { officers: 0 },
      { host: 'mall' },
      { from: '2026-02-30' },
      { place: ' ' },
      { more: 1 },
    ])
      assert.equal((await plan('head', planOf(wrong))).status, 422, JSON.stringify(wrong));
    const later = planOf({ from: '2026-12-01', to: '2026-12-01' });
    await plan('head', later);
    await move('head', later.id, { kind: 'publish' });
    assert.equal((await move('head', later.id, { kind: 'open' })).body.code, 'outreach/not-its-day');
    assert.equal((await move('head', later.id, { kind: 'cancel', reason: 'ya' })).status, 422);
    assert.equal(
      (await move('elsewhere', later.id, { kind: 'open' })).body.code,
      'outreach/region-not-yours',
    );
    const reason = 'Gedung dipakai acara lain.';
    assert.equal((await move('province', later.id, { kind: 'cancel', reason })).status, 204);
    assert.equal((await session('head', later.id)).note, reason);
    assert.equal(
      (await move('head', randomUUID(), { kind: 'publish' })).body.code,
      'outreach/session-unknown',
    );
  });

  const PROPOSALS = '/api/outreach/proposals';
  const MEANS = {
    from: '2026-12-01',
    days: 2,
    officers: 3,
    team: 3,
    vehicles: 1,
    usualHours: 0.5,
    travel: [],
    remoteFloor: 0,
    pins: [],
    strikes: [],
  };

  const { from: _, pins: __, strikes: ___, ...KEPT } = MEANS;
  const withoutId = ({ id: _, ...rest }: ReturnType<typeof planOf>) => rest;

  const MOVES = `/api/outreach/sessions/${randomUUID()}/moves`;
  const OPERATIONS: [
    method: 'GET' | 'POST' | 'PUT',
    url: string,
    body: object | undefined,
    allowed: Who[],
  ][] = [
    ['GET', '/api/outreach/sessions', undefined, ['operator', 'head', 'elsewhere', 'province', 'ministry']],
    ['POST', '/api/outreach/sessions', planOf(), ['head', 'elsewhere', 'province']],
    ['PUT', `/api/outreach/sessions/${randomUUID()}`, withoutId(planOf()), ['head', 'elsewhere', 'province']],
    ['GET', '/api/outreach/means', undefined, ['head', 'elsewhere', 'province']],
    ['PUT', '/api/outreach/means', KEPT, ['head', 'elsewhere', 'province']],
    ['POST', PROPOSALS, MEANS, ['head', 'elsewhere', 'province']],
    ['POST', MOVES, { kind: 'publish' }, ['head', 'elsewhere', 'province']],
    ['POST', MOVES, { kind: 'cancel', reason: 'Sepuluh huruf.' }, ['head', 'elsewhere', 'province']],
    ['POST', MOVES, { kind: 'open' }, ['operator', 'head', 'elsewhere', 'province']],
    [
      'POST',
      MOVES,
      { kind: 'close', shortfalls: [], note: '' },
      ['operator', 'head', 'elsewhere', 'province'],
    ],
  ];
  for (const [method, url, body, allowed] of OPERATIONS) {
    const what = body && 'kind' in body ? body.kind : url;
    it(`${method} ${what} serves ${allowed.join(', ')} and nobody else`, async () => {
      for (const who of Object.keys(CODES) as Who[]) {
        const refused = (await officers[who].call(method, url, body)).body?.code === 'office/not-permitted';
        assert.equal(refused, !allowed.includes(who), who);
      }
      const stranger = await world.app.inject({
        method,
        url,
        headers: { origin: world.config.origins.desk },
        ...(body && { payload: body }),
      });
      assert.equal(stranger.statusCode, 401);
    });
  }

  it('is asked for at every address of officers', () => {
    const served = world.app.endpoints.filter(({ path }) => path.startsWith('/api/outreach/'));
    assert.deepEqual(
      served.filter(({ caller }) => caller === 'officer').map(({ method, path }) => `${method} ${path}`),
      [
        'GET /api/outreach/sessions',
        'POST /api/outreach/sessions',
        'PUT /api/outreach/sessions/{id}',
        'GET /api/outreach/means',
        'PUT /api/outreach/means',
        'POST /api/outreach/proposals',
        'POST /api/outreach/sessions/{id}/moves',
        'POST /api/outreach/badge',
        'GET /api/outreach/sessions/{id}/poster',
      ],
    );
    assert.equal(served.length, 11);
  });
});
