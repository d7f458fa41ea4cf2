import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { createOfficer } from '../testOfficer.ts';
import { createTestWorld } from '../testWorld.ts';
import { NIKS, openTown, TOWN, type Town } from './town.ts';

const CODES = {
  operator: 'DEMO-6472-PETUGAS',
  head: 'DEMO-6472-KEPALA',
  elsewhere: 'DEMO-6471-KEPALA',
  ministry: 'DEMO-64-KEMENTERIAN',
} as const;
type Who = keyof typeof CODES;

describe('who may record life events', { concurrency: false }, () => {
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

  const death = { kind: 'death', person: NIKS.single, remaining: null } as const;
  const event = () => ({
    id: randomUUID(),
    on: '2026-11-20',
    evidence: { kind: 'deathLetter', number: '1' },
    event: death,
  });
  const correction = { id: randomUUID(), evidence: { kind: 'statement', number: '1' } };
  const DESK: readonly Who[] = ['operator', 'head', 'elsewhere'];
  const OPERATIONS: [
    method: 'GET' | 'POST',
    url: string,
    body: object | undefined,
    allowed: readonly Who[],
  ][] = [
    ['POST', '/api/family/lookups', { nik: NIKS.single }, DESK],
    ['POST', '/api/family/previews', event(), DESK],
    ['POST', '/api/family/events', event(), DESK],
    ['POST', `/api/family/events/${randomUUID()}/correction`, correction, ['head', 'elsewhere']],
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
    const served = town.world.app.endpoints.filter(({ path }) => path.startsWith('/api/family/'));
    assert.equal(served.filter(({ caller }) => caller === 'officer').length, OPERATIONS.length);
  });

  it('an office records for the people of its own region alone, where the installation says so', async () => {
    for (const [url, body] of [
      ['/api/family/lookups', { nik: NIKS.mother }],
      ['/api/family/previews', event()],
      ['/api/family/events', event()],
    ] as const)
      assert.equal((await officers.elsewhere.call('POST', url, body)).body.code, 'family/outside-region');
    assert.equal((await town.resident(NIKS.single)).life.kind, 'deceased', 'its own office recorded it');
  });
});
