import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { IKD_CLAIMS } from '@jatidiri/core/issuance/ikdClaims.ts';
import { IKD_VCT } from '@jatidiri/core/issuance/model.ts';
import { createHandset } from '../testHandset.ts';
import { createTestWorld, type TestWorld } from '../testWorld.ts';

/** Who may call what, written out once more, so that a slip shows. */
const CALLERS = {
  'POST /api/issuance/credential': 'device',
  'POST /api/issuance/family': 'device',
  'POST /api/issuance/family/offer': 'device',
  'POST /api/issuance/family/passes': 'device',
  'POST /api/issuance/offer': 'device',
  'GET /api/issuance/trust': 'anyone',
  'GET /api/issuance/status-lists/{number}': 'anyone',
  'GET /api/issuance/types/ikd': 'anyone',
  'GET /api/issuance/types/kia': 'anyone',
  'GET /api/issuance/types/kk': 'anyone',
} as const;

describe('access to the issuance room', () => {
  let world: TestWorld;
  before(async () => {
    world = await createTestWorld();
  });
  after(() => world.close());

  test('lists every endpoint', () => {
    const served = world.app.endpoints.filter(({ path }) => path.startsWith('/api/issuance/'));
    assert.deepEqual(
      Object.fromEntries(served.map(({ method, path, caller }) => [`${method} ${path}`, caller])),
      CALLERS,
    );
  });

  test('a credential needs the proof of a handset', async () => {
    const call = (headers: Record<string, string>) =>
      world.app.inject({ method: 'POST', url: '/api/issuance/credential', headers });
    assert.equal((await call({})).json().code, 'device/proof-missing');
    assert.equal((await call({ 'device-proof': 'x.y.z' })).json().code, 'device/proof-invalid');
    const late = await createHandset(world);
    late.state.clockOffMs = -3_600_000;
    assert.equal((await late.call('POST', '/api/issuance/credential')).body.code, 'device/clock-off');
  });

  test('the public ones answer to any page of the world, and to no other method', async () => {
    for (const url of ['/api/issuance/trust', '/api/issuance/status-lists/2', '/api/issuance/types/ikd']) {
      const answer = await world.app.inject({ url, headers: { origin: 'https://klinik.example' } });
      assert.deepEqual([answer.statusCode, answer.headers['access-control-allow-origin']], [200, '*'], url);
      assert.equal((await world.app.inject({ method: 'POST', url })).statusCode, 404);
    }
  });

  test('the type metadata names each claim in both languages', async () => {
    const metadata = (await world.app.inject('/api/issuance/types/ikd')).json();
    assert.equal(metadata.vct, IKD_VCT);
    assert.deepEqual(
      metadata.claims.map(({ path }: { path: string[] }) => path[0]),
      Object.keys(IKD_CLAIMS),
    );
    for (const { display } of metadata.claims) {
      assert.deepEqual(
        display.map(({ locale }: { locale: string }) => locale),
        ['id-ID', 'en'],
      );
    }
  });
});
