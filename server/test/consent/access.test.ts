import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { testPartner } from '../partner/testPartner.ts';
import { createHandset } from '../testHandset.ts';
import { createOfficer, type TestOfficer } from '../testOfficer.ts';
import { createTestWorld, type TestWorld } from '../testWorld.ts';

type Row = { nobody: number; handset: number; operator: number; otherScope: number; partner: number };
const forPartners = (partner: number): Row => ({
  nobody: 401,
  handset: 401,
  operator: 401,
  otherScope: 403,
  partner,
});
const forHandsets: Row = { nobody: 401, handset: 403, operator: 401, otherScope: 401, partner: 401 };

/** Who gets past the door of each operation. A handset without an active identity speaks for nobody. */
const TABLE: Record<string, Row> = {
  'POST /api/consent/requests': forPartners(202),
  'GET /api/consent/requests/{id}': forPartners(404),
  'GET /api/consent/grants': forPartners(200),
  'POST /api/consent/grants/{id}/reads': forPartners(404),
  'POST /api/consent/reads/{id}/outcome': forPartners(404),
  'GET /api/consent/mine': forHandsets,
  'POST /api/consent/mine/grants/{id}/withdrawal': forHandsets,
  'POST /api/consent/mine/blocks/{id}/lifting': forHandsets,
  // For representatives, who sign in at the partner portal.
  'GET /api/consent/portal-grants': {
    nobody: 401,
    handset: 401,
    operator: 401,
    otherScope: 401,
    partner: 401,
  },
};

describe('access to the consent room', () => {
  let world: TestWorld;
  let officer: TestOfficer;
  before(async () => {
    world = await createTestWorld();
    officer = await createOfficer(world);
  });
  after(async () => {
    await world.close();
    assert.deepEqual(world.faults, []);
  });

  test('the table knows every operation', () => {
    const served = world.app.endpoints
      .filter(({ path }) => path.startsWith('/api/consent/'))
      .map(({ method, path }) => `${method} ${path}`);
    assert.deepEqual(served.sort(), Object.keys(TABLE).sort());
  });

  for (const [operation, expected] of Object.entries(TABLE)) {
    test(operation, async () => {
      const [method, path] = operation.split(' ') as ['GET' | 'POST', string];
      const url = path.replace('{id}', randomUUID());
      const body = method === 'POST' ? bodyFor(path) : undefined;
      const handset = await createHandset(world);
      const partner = await testPartner(world);
      const otherScope = await testPartner(world, 'clinic-production', 'openid match');
      const answers = {
        nobody: (await world.app.inject({ method, url, ...(body ? { payload: body } : {}) })).statusCode,
        handset: (await handset.call(method, url, body)).status,
        operator: (await officer.call(method, url, body)).status,
        otherScope: (await otherScope.call(method, url, body)).status,
        partner: (await partner.call(method, url, body)).status,
      };
      assert.deepEqual(answers, expected);
    });
  }
});

function bodyFor(path: string): object | undefined {
  if (path.endsWith('/requests')) {
    const subject = { nik: '6472035203910077' };
    return { id: randomUUID(), subject, purpose: 'patient-registration', attributes: ['name'] };
  }
  if (path.endsWith('/reads')) return { id: randomUUID() };
  return path.endsWith('/outcome') ? { outcome: 'notUsed' } : undefined;
}
