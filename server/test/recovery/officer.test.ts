import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import type { ActivationId, DeviceThumbprint } from '@jatidiri/core/activation/model.ts';
import { signMoveAttestation } from '@jatidiri/core/recovery/moveAttestation.ts';
import { drawNewHandsetQr } from '@jatidiri/core/recovery/newHandsetQr.ts';
import { activeHandset, fetchIkd } from '../issuance/activeHandset.ts';
import { createHandset, type TestHandset } from '../testHandset.ts';
import { createOfficer, type TestOfficer } from '../testOfficer.ts';
import { createTestWorld, type TestWorld } from '../testWorld.ts';
import { people, person } from './people.ts';

describe('any officer moves an identity to another handset', () => {
  let world: TestWorld;
  /** Of Paser, where none of the residents lives; offices serve their own region alone. */
  let far: TestOfficer;
  before(async () => {
    world = await createTestWorld({ residents: people(6), config: { serviceArea: 'ownRegion' } });
    far = await createOfficer(world, 'DEMO-6401-PETUGAS');
  });
  after(async () => {
    await world.close();
    assert.deepEqual(world.faults, []);
  });

  const active = (nth: number) => activeHandset(world, person(nth), undefined, 'DEMO-6471-PETUGAS');
  const qrOf = ({ sign, jwk }: TestHandset) => drawNewHandsetQr(sign, jwk, world.clock.now);
  const lookUp = async (officer: TestOfficer, nth: number, handset: TestHandset) =>
    officer.call('POST', '/api/recovery/lookups', { ...person(nth), qr: await qrOf(handset) });
  const identityOn = (handset: TestHandset) => handset.call('GET', '/api/activation/identity');

  async function decide(
    officer: TestOfficer,
    { activation, device }: { activation: string; device: string },
    qr: string,
    id: string = randomUUID(),
  ) {
    const attestation = await signMoveAttestation(officer.sign, officer.kid, {
      id,
      activation: activation as ActivationId,
      device: device as DeviceThumbprint,
      officer: officer.officer.id,
      office: officer.officer.office.id,
      at: world.clock.now,
    });
    return officer.call('POST', '/api/recovery/attestations', { attestation, qr });
  }

  test('at once, far from the domicile, the old handset being lost; with a trace of who looked and decided', async () => {
    const lost = await active(1);
    const next = await createHandset(world);
    const found = await lookUp(far, 1, next);
    assert.deepEqual([found.status, found.body.kind, found.body.record.name], [200, 'move', person(1).name]);
    const path = `/api/recovery/identities/${found.body.activation}/photograph`;
    assert.equal((await far.call('GET', path)).status, 200);

    const id = randomUUID();
    const qr = await qrOf(next);
    assert.equal((await decide(far, found.body, qr, id)).status, 204);
    assert.equal((await identityOn(next)).body.state, 'active');
    assert.equal((await lost.status()).body.endedFor, 'moved');
    const kinds = (await next.trail()).body.entries.map((entry: { kind: string }) => entry.kind);
    for (const kind of ['activation/moved', 'recovery/photograph-viewed', 'registry/read'])
      assert.ok(kinds.includes(kind), kind);
  });

  test('what was on hold a moment ago is good on the new handset, whatever the follower reads afterwards', async () => {
    const lost = await active(5);
    await fetchIkd(lost);
    const payload = { ...person(5), contact: '0812 3456 7890' };
    await world.app.inject({ method: 'POST', url: '/api/recovery/loss-reports', payload });
    const next = await createHandset(world);
    const { body: found } = await lookUp(far, 5, next);
    assert.equal((await decide(far, found, await qrOf(next))).status, 204);
    assert.equal((await fetchIkd(next)).status, 200);
    await world.settle();
    const { rows } = await world.database.pool.query<{ status: number }>(
      'select status from credential where activation_id = $1 order by status',
      [found.activation],
    );
    assert.deepEqual(
      rows.map(({ status }) => status),
      [0, 1],
      'the new one valid, the old one revoked',
    );
  });

  test('a forgotten PIN: the handset that holds the identity asks, the officer approves, nothing is deleted', async () => {
    const handset = await active(2);
    const before = await lookUp(far, 2, handset);
    assert.equal(before.body.kind, 'reset');
    assert.equal((await decide(far, before.body, await qrOf(handset))).body.code, 'recovery/not-now');

    const begun = await handset.call('POST', '/api/recovery/requests', { id: randomUUID(), ...person(2) });
    assert.deepEqual([begun.status, begun.body.kind], [201, 'reset']);
    assert.equal((await decide(far, before.body, await qrOf(handset))).status, 204);
    const now = await handset.call('GET', `/api/recovery/requests/${begun.body.id}`);
    assert.equal(now.body.state, 'completed');
    assert.equal((await identityOn(handset)).body.state, 'active');
  });

  test('what was signed by another key, over another handset, or twice with other words moves nothing', async () => {
    const holder = await active(3);
    const next = await createHandset(world);
    const thief = await createHandset(world);
    const { body: found } = await lookUp(far, 3, next);
    const forger = await createOfficer(world, 'DEMO-6472-PETUGAS');
    const signedByOther = { ...far, sign: forger.sign } as TestOfficer;
    const qr = await qrOf(next);
    assert.equal((await decide(signedByOther, found, qr)).body.code, 'recovery/attestation-invalid');
    assert.equal((await decide(far, found, await qrOf(thief))).body.code, 'recovery/qr-other');
    const id = randomUUID();
    assert.equal((await decide(far, found, qr, id)).status, 204);
    const again = { activation: found.activation, device: (await lookUp(far, 3, thief)).body.device };
    assert.equal((await decide(far, again, await qrOf(thief), id)).body.code, 'recovery/attestation-invalid');
    assert.equal((await identityOn(next)).body.state, 'active');
    assert.equal((await holder.status()).body.state, 'ended');
  });

  test('an officer learns nothing without the name, and each look is an entry', async () => {
    const holder = await active(4);
    const next = await createHandset(world);
    const qr = await qrOf(next);
    const wrong = { ...person(4), name: 'ORANG LAIN', qr };
    assert.equal(
      (await far.call('POST', '/api/recovery/lookups', wrong)).body.code,
      'recovery/data-mismatch',
    );
    const none = { ...person(6), qr };
    assert.equal(
      (await far.call('POST', '/api/recovery/lookups', none)).body.code,
      'recovery/nothing-to-recover',
    );
    const [newest] = (await holder.trail()).body.entries;
    assert.equal(newest.kind, 'recovery/lookup-refused');
  });
});
