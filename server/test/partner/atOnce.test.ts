import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { after, before, it } from 'node:test';
import { findClient } from '../../src/partner/index.ts';
import { createTestWorld, type TestWorld } from '../testWorld.ts';
import { type TestRepresentative, testRepresentative } from './testRepresentative.ts';

const jwk = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' });
const CLIENT = {
  environment: 'sandbox',
  name: 'Uji',
  keys: { kind: 'jwks', jwks: { keys: [jwk] } },
  redirectUris: [],
  scopes: ['match'],
};

let world: TestWorld;
let sari: TestRepresentative;
before(async () => {
  world = await createTestWorld();
  sari = testRepresentative(world);
  await sari.enrol('DEMO-CLINIC');
});
after(async () => {
  assert.deepEqual(world.faults, []);
  await world.close();
});

it('a removed client never comes back, also by a change at the same moment', async () => {
  for (let round = 0; round < 8; round++) {
    const { id } = (await sari.call('POST', '/api/partner/clients', CLIENT)).body;
    const path = `/api/partner/clients/${id}`;
    const change = () => sari.call('PUT', path, CLIENT);
    const [, removed] = await Promise.all([change(), sari.call('DELETE', path), change()]);
    assert.equal(removed.status, 204);
    const found = await findClient(world.database.read, id, world.clock.now);
    assert.equal(found?.client.removed, true);
  }
});

it('a colleague’s code lets in one, of several who use it at the same moment', async () => {
  const { code } = (await sari.call('POST', '/api/partner/invitations')).body;
  const answers = await Promise.all([1, 2, 3, 4].map(() => testRepresentative(world).enrol(code)));
  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 404, 404, 404]);
});
