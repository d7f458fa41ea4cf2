import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { type Access, askedByAll, forPartners } from '../../partner/askedByAll.ts';
import { createOfficer, type TestOfficer } from '../../testOfficer.ts';
import { createTestWorld, type TestWorld } from '../../testWorld.ts';

const BATCH = `/api/verification/match-batches?id=${randomUUID()}&purpose=appointment`;
const MATCH = { purpose: 'appointment', nik: '6472035203910077', elements: { name: 'SIAPA SAJA' } };

/** Who gets past the door of each operation of matching. A batch that is no table gets past it, and is refused then. */
const TABLE: Record<string, Access> = {
  'POST /api/verification/matches': forPartners(200),
  [`POST ${BATCH}`]: forPartners(400),
  'GET /api/verification/match-batches/{id}': forPartners(404),
  'GET /api/verification/match-batches/{id}/result': forPartners(404),
};

describe('access to matching', () => {
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
      .filter(({ path }) => path.startsWith('/api/verification/match'))
      .map(({ method, path }) => `${method} ${path}`);
    const tested = Object.keys(TABLE).map((operation) => operation.split('?')[0]);
    assert.deepEqual(served.sort(), tested.sort());
  });

  for (const [operation, expected] of Object.entries(TABLE)) {
    test(operation.split('?')[0]!, async () => {
      const body = operation.startsWith('POST') ? MATCH : undefined;
      const answers = await askedByAll(world, officer, operation, { body, otherScopes: 'openid consent' });
      assert.deepEqual(answers, expected);
    });
  }
});
