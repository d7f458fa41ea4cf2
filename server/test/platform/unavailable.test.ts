import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { startEmbedded } from '../../src/platform/db/embedded.ts';
import { createHandset } from '../testHandset.ts';
import { createTestWorld } from '../testWorld.ts';

test('database gone in the middle: 503, and the same request succeeds when it is back', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'jatidiri-gone-'));
  chmodSync(folder, 0o711);
  let server = await startEmbedded(folder);
  const shared = process.env.TEST_DATABASE_URL;
  process.env.TEST_DATABASE_URL = server.url;
  const world = await createTestWorld();
  const handset = await createHandset(world);
  assert.equal((await handset.apply()).status, 201);

  await server.stop();
  const gone = await handset.sendSelfie();
  assert.deepEqual(
    [gone.status, gone.body.code, gone.headers['retry-after']],
    [503, 'platform/unavailable', '5'],
  );
  assert.equal((await world.app.inject('/api/health')).statusCode, 503);

  server = await startEmbedded(folder);
  assert.equal((await handset.sendSelfie()).body.state, 'awaitingOfficer');
  assert.equal((await world.app.inject('/api/health')).statusCode, 204);
  await world.close();
  assert.deepEqual(world.faults, []);
  if (shared) process.env.TEST_DATABASE_URL = shared;
  else delete process.env.TEST_DATABASE_URL;
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('the API describes itself: every operation with its refusals, valid against the form of OpenAPI 3.1', async () => {
  const world = await createTestWorld();
  const api = (await world.app.inject('/api/openapi.json')).json();
  assert.equal(api.openapi, '3.1.0');
  for (const { method, path, refusals } of world.app.endpoints) {
    const operation = api.paths[path][method.toLowerCase()];
    assert.ok(operation.summary, path);
    for (const { status } of Object.values(refusals as Record<string, { status: number }>)) {
      assert.ok(operation.responses[status], `${method} ${path} ${status}`);
    }
  }
  const form = api.paths['/api/activation/applications'].post.requestBody.content['application/json'].schema;
  assert.deepEqual(
    [form.additionalProperties, form.required],
    [false, ['id', 'nik', 'name', 'email', 'phone']],
  );
  await world.close();
});
