import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ROLES, type Role } from '@jatidiri/core/office/model.ts';
import { createOfficer, type TestOfficer } from '../testOfficer.ts';
import { createTestWorld, type TestWorld } from '../testWorld.ts';
import { APPLICATION, testRepresentative } from './testRepresentative.ts';

const MISSING = '00000000-0000-7000-8000-000000000000';
const CODES: Record<Role, string> = {
  operator: 'DEMO-6472-PETUGAS',
  headOfOffice: 'DEMO-6472-KEPALA',
  ministry: 'DEMO-64-KEMENTERIAN',
};
const TERMS = {
  purposes: [{ id: 'patients', ...APPLICATION.purposes[0] }],
  scopes: ['match'],
  nameThreshold: 85,
  quotaPerMonth: 5,
  prices: { match: 0, read: 0, present: 0, login: 0 },
  endsOn: '2030-01-01',
};

const CARDS = {
  id: MISSING,
  partner: MISSING,
  issuer: 'https://klinik.contoh.invalid',
  types: ['urn:contoh:vaksin:1'],
  group: 'health',
  rootPem: '',
};

interface Operation {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly payload?: object;
}

/** Only the ministry admits institutions. */
const OF_THE_MINISTRY: readonly Operation[] = [
  { method: 'GET', path: '/api/partner/institutions' },
  { method: 'GET', path: '/api/partner/institutions/{id}' },
  { method: 'GET', path: '/api/partner/institutions/documents/{id}' },
  { method: 'POST', path: '/api/partner/institutions/{id}/decisions', payload: { decision: 'approve' } },
  { method: 'POST', path: '/api/partner/institutions/{id}/agreements', payload: TERMS },
  { method: 'POST', path: '/api/partner/institutions/{id}/invitations' },
  { method: 'GET', path: '/api/partner/card-issuers' },
  { method: 'POST', path: '/api/partner/card-issuers', payload: CARDS },
  { method: 'POST', path: '/api/partner/card-issuers/{id}/end' },
];

const CLIENT = {
  environment: 'sandbox',
  name: 'x',
  keys: { kind: 'jwks', jwks: { keys: [] } },
  redirectUris: [],
  scopes: ['match'],
};

/** Only an institution's own people see and change what belongs to it. */
const OF_REPRESENTATIVES: readonly Operation[] = [
  { method: 'GET', path: '/api/partner/me' },
  { method: 'GET', path: '/api/partner/overview' },
  { method: 'POST', path: '/api/partner/applications', payload: APPLICATION },
  { method: 'POST', path: '/api/partner/documents/{name}' },
  { method: 'GET', path: '/api/partner/documents/{id}' },
  {
    method: 'POST',
    path: '/api/partner/acceptances',
    payload: { deed: 'memorandum', sha256: '0'.repeat(64) },
  },
  { method: 'POST', path: '/api/partner/clients', payload: CLIENT },
  { method: 'PUT', path: '/api/partner/clients/{id}', payload: CLIENT },
  { method: 'DELETE', path: '/api/partner/clients/{id}' },
  { method: 'POST', path: '/api/partner/access-certificates', payload: { csr: 'x' } },
  { method: 'POST', path: '/api/partner/invitations' },
  { method: 'GET', path: '/api/partner/deeds/memorandum/pdf' },
  { method: 'GET', path: '/api/partner/statements/2026-10/csv' },
  { method: 'GET', path: '/api/partner/statements/2026-10/pdf' },
];

const urlOf = (path: string) => path.replace('{id}', MISSING).replace('{name}', 'akta.pdf');

describe('access to the partner room', () => {
  let world: TestWorld;
  const officers = new Map<Role, TestOfficer>();
  before(async () => {
    world = await createTestWorld();
    for (const role of ROLES) officers.set(role, await createOfficer(world, CODES[role]));
  });
  after(async () => {
    assert.deepEqual(world.faults, []);
    await world.close();
  });

  it('lists every endpoint that needs somebody', () => {
    const served = world.app.endpoints
      .filter(
        ({ path, caller }) =>
          path.startsWith('/api/partner/') && ['officer', 'representative'].includes(caller),
      )
      .map(({ method, path }) => `${method} ${path}`);
    const tested = [...OF_THE_MINISTRY, ...OF_REPRESENTATIVES].map(({ method, path }) =>
      `${method} ${path}`.replace('memorandum/', '{deed}/').replace('2026-10', '{month}'),
    );
    // Signing out asks for nothing: whoever holds the cookie may throw it away.
    assert.deepEqual(served.filter((name) => !name.endsWith('/sessions/current')).sort(), tested.sort());
  });

  for (const { method, path, payload } of OF_THE_MINISTRY) {
    for (const role of ROLES) {
      const allowed = role === 'ministry';
      it(`${method} ${path} ${allowed ? 'serves' : 'refuses'} ${role}`, async () => {
        const { status, body } = await officers.get(role)!.call(method, urlOf(path), payload);
        // What is asked about is not there, or not in order: the room itself says so.
        if (allowed) assert.ok([200, 404, 422].includes(status), JSON.stringify(body));
        else assert.equal(body.code, 'office/not-permitted');
      });
    }
    it(`${method} ${path} refuses strangers and representatives`, async () => {
      const sari = testRepresentative(world);
      await sari.enrol();
      sari.browser.origin = world.config.origins.desk;
      assert.equal((await sari.call(method, urlOf(path), payload)).body.code, 'office/signed-out');
    });
  }

  for (const { method, path, payload } of OF_REPRESENTATIVES) {
    it(`${method} ${path} refuses strangers, officers and other origins`, async () => {
      const stranger = testRepresentative(world);
      assert.equal((await stranger.call(method, urlOf(path), payload)).body.code, 'partner/signed-out');
      stranger.browser.cookie = officers.get('ministry')!.desk.cookie;
      assert.equal((await stranger.call(method, urlOf(path), payload)).body.code, 'partner/signed-out');
      if (method === 'GET') return;
      for (const origin of [undefined, world.config.origins.wallet, 'null']) {
        stranger.browser.origin = origin;
        assert.equal((await stranger.call(method, urlOf(path), payload)).body.code, 'partner/foreign-origin');
      }
    });
  }

  it('lets only one institution have a host name', async () => {
    const answers: (string | undefined)[] = [];
    for (const person of [testRepresentative(world), testRepresentative(world)]) {
      await person.enrol();
      await person.call('POST', '/api/partner/applications', APPLICATION);
      const path = `/api/partner/institutions/${(await person.overview()).id}/decisions`;
      answers.push((await officers.get('ministry')!.call('POST', path, { decision: 'approve' })).body?.code);
    }
    assert.deepEqual(answers, [undefined, 'partner/domain-taken']);
  });

  it('ends at the border of the own institution', async () => {
    const [sari, budi] = [testRepresentative(world), testRepresentative(world)];
    for (const person of [sari, budi]) {
      await person.enrol();
      await person.call('POST', '/api/partner/applications', APPLICATION);
    }
    const pdf = { 'content-type': 'application/pdf' };
    await sari.send('POST', '/api/partner/documents/akta.pdf', Buffer.from('%PDF-1.7'), pdf);
    const [document] = (await sari.overview()).documents;
    assert.equal((await sari.send('GET', `/api/partner/documents/${document.id}`)).body, '%PDF-1.7');
    const foreign = await budi.call('GET', `/api/partner/documents/${document.id}`);
    assert.equal(foreign.body.code, 'partner/document-unknown');
    assert.equal((await budi.overview()).documents.length, 0);
  });
});
