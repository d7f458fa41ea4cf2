import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { createHandset } from '../testHandset.ts';
import { createOfficer, type TestOfficer } from '../testOfficer.ts';
import { createTestWorld, type TestWorld } from '../testWorld.ts';

/** Who gets past the door of each operation; the room decides the rest. Every operation has a row. */
const TABLE: Record<string, { nobody: number; handset: number; operator: number }> = {
  'POST /api/recovery/moves': { nobody: 401, handset: 422, operator: 401 },
  'POST /api/recovery/requests': { nobody: 401, handset: 400, operator: 401 },
  'GET /api/recovery/requests/{id}': { nobody: 401, handset: 404, operator: 401 },
  'PUT /api/recovery/requests/{id}/face': { nobody: 401, handset: 404, operator: 401 },
  'POST /api/recovery/requests/{id}/code': { nobody: 401, handset: 404, operator: 401 },
  'POST /api/recovery/requests/{id}/resending': { nobody: 401, handset: 404, operator: 401 },
  'POST /api/recovery/requests/{id}/completion': { nobody: 401, handset: 404, operator: 401 },
  'POST /api/recovery/requests/{id}/abandonment': { nobody: 401, handset: 404, operator: 401 },
  'GET /api/recovery/watch': { nobody: 401, handset: 200, operator: 401 },
  'POST /api/recovery/stops': { nobody: 401, handset: 204, operator: 401 },
  'POST /api/recovery/lifts': { nobody: 401, handset: 409, operator: 401 },
  'POST /api/recovery/loss-reports': { nobody: 400, handset: 400, operator: 400 },
  'POST /api/recovery/stops-by-link': { nobody: 404, handset: 404, operator: 404 },
  'POST /api/recovery/lookups': { nobody: 403, handset: 403, operator: 400 },
  'GET /api/recovery/identities/{id}/photograph': { nobody: 401, handset: 401, operator: 404 },
  'POST /api/recovery/attestations': { nobody: 403, handset: 403, operator: 422 },
};

const PERSON = { nik: '1', name: 'X' };
const BODIES: Record<string, object> = {
  moves: { qr: 'none' },
  requests: { id: randomUUID(), ...PERSON },
  code: { code: '000000' },
  'loss-reports': { ...PERSON, contact: '1' },
  'stops-by-link': { token: `${'A'.repeat(22)}.${'A'.repeat(16)}` },
  lookups: { ...PERSON, qr: 'none' },
  attestations: { attestation: 'none', qr: 'none' },
};

describe('access to the recovery room', () => {
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
      .filter(({ path }) => path.startsWith('/api/recovery/'))
      .map(({ method, path }) => `${method} ${path}`);
    assert.deepEqual(served.sort(), Object.keys(TABLE).sort());
  });

  for (const [operation, expected] of Object.entries(TABLE))
    test(operation, async () => {
      const [method, path] = operation.split(' ') as ['GET' | 'POST' | 'PUT', string];
      const url = path.replace('{id}', randomUUID());
      const body = BODIES[path.split('/').at(-1)!];
      const handset = await createHandset(world);
      const answers = {
        nobody: (await world.app.inject({ method, url, ...(body ? { payload: body } : {}) })).statusCode,
        handset: (await handset.call(method, url, body)).status,
        operator: (await officer.call(method, url, body)).status,
      };
      assert.deepEqual(answers, expected);
    });
});
