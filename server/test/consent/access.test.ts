import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { type Access, askedByAll, forPartners } from '../partner/askedByAll.ts';
import { createOfficer, type TestOfficer } from '../testOfficer.ts';
import { createTestWorld, type TestWorld } from '../testWorld.ts';

const forHandsets: Access = { nobody: 401, handset: 403, operator: 401, otherScope: 401, partner: 401 };

/** Who gets past the door of each operation. A handset without an active identity speaks for nobody. */
const TABLE: Record<string, Access> = {
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
      const [, path] = operation.split(' ') as [string, string];
      const body = operation.startsWith('POST') ? bodyFor(path) : undefined;
      const answers = await askedByAll(world, officer, operation, { body, otherScopes: 'openid match' });
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
