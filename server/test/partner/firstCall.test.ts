import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { firstCall } from '../../../examples/first-call/firstCall.ts';
import { changePartner } from '../../src/partner/changePartner.ts';
import { findClient } from '../../src/partner/index.ts';
import { freePort } from '../freePort.ts';
import { createTestWorld, type TestWorld } from '../testWorld.ts';

/** The example of docs/INTEGRATE.md over HTTP, with the key that a demonstration leaves in its data folder. */
describe('the first call of a partner’s software', () => {
  let world: TestWorld;
  before(async () => {
    const port = await freePort();
    world = await createTestWorld({ port, realClock: true });
    await world.app.listen({ port, host: '127.0.0.1' });
  });
  after(async () => {
    assert.deepEqual(world.faults, []);
    await world.close();
  });

  function settings() {
    const file = readFileSync(join(world.config.dataDir, 'demo-partners', 'clinic.json'), 'utf8');
    const { client_id, jwk } = JSON.parse(file).clients[0];
    return { issuer: world.config.origins.portal, clientId: client_id, jwk };
  }

  it('gets a token with its key alone, learns what it may do, and matches a test resident', async () => {
    const { access, match } = await firstCall(settings());
    assert.equal(access.environment, 'sandbox');
    assert.equal(access.purposes[0].id, 'patient-registration');
    assert.equal(match.reason, null);
    assert.deepEqual(match.elements, {
      name: { verdict: 'Sesuai', similarity: 100 },
      birth_date: { verdict: 'Sesuai' },
    });
  });

  it('gets no token with another key, nor once the partner is suspended', async () => {
    const { privateKey } = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [
      'sign',
      'verify',
    ]);
    const other = await crypto.subtle.exportKey('jwk', privateKey);
    await assert.rejects(firstCall({ ...settings(), jwk: { ...other, kid: settings().jwk.kid } }));
    const found = (await findClient(world.database.read, 'clinic-sandbox', new Date()))!;
    const deps = { ...world, now: () => new Date() };
    const event = { kind: 'suspended', reason: 'Diperiksa' } as const;
    await changePartner(deps, found.partner.id, event, { kind: 'system', task: 'test' });
    await assert.rejects(firstCall(settings()));
  });
});
