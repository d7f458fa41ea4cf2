import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { NIKS, openTown, TOWN, type Town } from '../family/town.ts';
import { createOfficer } from '../testOfficer.ts';
import { createTestWorld } from '../testWorld.ts';

const CODES = {
  operator: 'DEMO-6472-PETUGAS',
  head: 'DEMO-6472-KEPALA',
  elsewhere: 'DEMO-6471-KEPALA',
  ministry: 'DEMO-64-KEMENTERIAN',
} as const;
type Who = keyof typeof CODES;

describe('who may do what with KIA', { concurrency: false }, () => {
  let town: Town;
  const officers = {} as Record<Who, Pick<Town['operator'], 'call'>>;
  before(async () => {
    const config = { serviceArea: 'ownRegion' } as const;
    town = await openTown(await createTestWorld({ residents: TOWN, config }));
    officers.operator = town.operator;
    officers.head = town.head;
    for (const who of ['elsewhere', 'ministry'] as const)
      officers[who] = await createOfficer(town.world, CODES[who]);
  });
  after(() => town.world.close());

  const DESK: readonly Who[] = ['operator', 'head', 'elsewhere'];
  const HEADS: readonly Who[] = ['head', 'elsewhere'];
  const days = { from: '2026-01-01', to: '2026-12-31' };
  const partner = { id: randomUUID(), name: 'Contoh', region: '64.72', agreement: 'PKS/1', ...days };
  const offer = { id: randomUUID(), title: 'Contoh', terms: 'Contoh.', band: 'any', ...days };
  const one = `/api/kia/partners/${partner.id}`;
  const OPERATIONS: [
    method: 'GET' | 'POST',
    url: string,
    body: object | undefined,
    allowed: readonly Who[],
  ][] = [
    ['POST', '/api/kia/cards', { nik: NIKS.son, photograph: null }, DESK],
    ['POST', '/api/kia/cards/drawing', { nik: NIKS.daughter }, DESK],
    ['GET', '/api/kia/due?within=64.72&kind=missing', undefined, DESK],
    ['GET', '/api/kia/partners', undefined, HEADS],
    ['POST', '/api/kia/partners', partner, HEADS],
    ['POST', `${one}/counter`, undefined, HEADS],
    ['POST', `${one}/offers`, offer, HEADS],
    ['POST', `/api/kia/offers/${offer.id}/withdrawal`, undefined, HEADS],
    ['POST', `${one}/end`, undefined, HEADS],
  ];
  for (const [method, url, body, allowed] of OPERATIONS)
    it(`${method} ${url.replace(/[0-9a-f-]{36}/, '{id}')} serves ${allowed.join(', ')} and nobody else`, async () => {
      for (const who of Object.keys(CODES) as Who[]) {
        const refused = (await officers[who].call(method, url, body)).body?.code === 'office/not-permitted';
        assert.equal(refused, !allowed.includes(who), who);
      }
      const headers = { origin: town.world.config.origins.desk };
      const stranger = await town.world.app.inject({ method, url, headers, ...(body && { payload: body }) });
      assert.equal(stranger.statusCode, 401);
    });

  it('names every address of the room', () => {
    const served = town.world.app.endpoints.filter(({ path }) => path.startsWith('/api/kia/'));
    assert.equal(served.filter(({ caller }) => caller === 'officer').length, OPERATIONS.length);
    assert.deepEqual(
      served.filter(({ caller }) => caller === 'anyone').map(({ path }) => path),
      ['/api/kia/offers', '/api/kia/counters', '/api/kia/uses'],
    );
  });

  it('an office serves its own region alone', async () => {
    const { call } = officers.elsewhere;
    const codes = [
      await call('POST', '/api/kia/cards', { nik: NIKS.young, photograph: null }),
      await call('GET', '/api/kia/due?within=64.72&kind=missing'),
      await call('POST', '/api/kia/partners', { ...partner, id: randomUUID() }),
      await call('POST', `${one}/end`),
    ].map(({ body }) => body.code);
    assert.deepEqual(codes, [
      'kia/outside-region',
      'kia/outside-region',
      'kia/region-not-yours',
      'kia/region-not-yours',
    ]);
    const twice = { ...offer, id: randomUUID(), to: '2027-01-01' };
    assert.equal((await town.head.call('POST', `${one}/offers`, twice)).body.code, 'kia/days-contradictory');
  });
});
