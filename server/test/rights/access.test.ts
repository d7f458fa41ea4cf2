import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { createHandset } from '../testHandset.ts';
import { createOfficer, type TestOfficer } from '../testOfficer.ts';
import { createTestWorld, type TestWorld } from '../testWorld.ts';

/** Who gets past the door of each operation. A handset without an active identity speaks for nobody. */
const TABLE: Record<string, { nobody: number; handset: number; operator: number }> = {
  'GET /api/rights/trail': { nobody: 401, handset: 403, operator: 401 },
  'GET /api/rights/trail/before/{before}': { nobody: 401, handset: 403, operator: 401 },
  'POST /api/rights/objections': { nobody: 401, handset: 403, operator: 401 },
  'GET /api/rights/copy': { nobody: 401, handset: 403, operator: 401 },
  'GET /api/rights/objections/waiting': { nobody: 401, handset: 401, operator: 200 },
  'POST /api/rights/objections/{id}/answer': { nobody: 403, handset: 403, operator: 404 },
};

describe('access to the rights room', () => {
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
      .filter(({ path }) => path.startsWith('/api/rights/'))
      .map(({ method, path }) => `${method} ${path}`);
    assert.deepEqual(served.sort(), Object.keys(TABLE).sort());
  });

  for (const [operation, expected] of Object.entries(TABLE)) {
    test(operation, async () => {
      const [method, path] = operation.split(' ') as ['GET' | 'POST', string];
      const url = path.replace(/\{\w+\}/, randomUUID());
      const body = method === 'POST' ? bodyFor(path) : undefined;
      const handset = await createHandset(world);
      const answers = {
        nobody: (await world.app.inject({ method, url, ...(body ? { payload: body } : {}) })).statusCode,
        handset: (await handset.call(method, url, body)).status,
        operator: (await officer.call(method, url, body)).status,
      };
      assert.deepEqual(answers, expected);
    });
  }
});

function bodyFor(path: string): object {
  return path.endsWith('/answer')
    ? { outcome: 'explained', text: 'Sah.' }
    : { id: randomUUID(), entry: randomUUID(), reason: 'notMine' };
}
