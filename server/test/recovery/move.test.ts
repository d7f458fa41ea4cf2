import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { drawNewHandsetQr } from '@jatidiri/core/recovery/newHandsetQr.ts';
import { DEMO_RESIDENTS } from '../../../seed/demoResidents.ts';
import { activeHandset, fetchIkd, takeTrust } from '../issuance/activeHandset.ts';
import { createHandset, type TestHandset } from '../testHandset.ts';
import { createTestWorld, type TestWorld } from '../testWorld.ts';
import { people, person } from './people.ts';

const [SITI, BUDI] = DEMO_RESIDENTS;

describe('a new telephone, approved by the old one', () => {
  let world: TestWorld;
  before(async () => {
    world = await createTestWorld({ residents: people(4) });
  });
  after(async () => {
    await world.close();
    assert.deepEqual(world.faults, []);
  });

  const qrOf = ({ sign, jwk }: TestHandset) => drawNewHandsetQr(sign, jwk, world.clock.now);
  const move = async (old: TestHandset, next: TestHandset) =>
    old.call('POST', '/api/recovery/moves', { qr: await qrOf(next) });
  const identityOn = (handset: TestHandset) => handset.call('GET', '/api/activation/identity');

  async function statusesOf(id: string): Promise<number[]> {
    const { statusLists } = await takeTrust(world);
    assert.ok(statusLists.size > 0);
    const { rows } = await world.database.pool.query<{ status: number }>(
      'select status from credential where activation_id = $1 order by issued_at, status desc',
      [id],
    );
    return rows.map(({ status }) => status);
  }

  test('takes the identity along: the old key is dead at once, its copies are revoked, the new one fetches its own', async () => {
    const old = await activeHandset(world, SITI);
    await fetchIkd(old);
    const next = await createHandset(world);
    assert.equal((await identityOn(next)).status, 404);
    world.mails.length = 0;
    assert.equal((await move(old, next)).status, 204);

    assert.deepEqual(await statusesOf(old.state.id), [1], 'revoked in the same transaction');
    assert.equal((await fetchIkd(old)).status, 404);
    assert.equal((await old.call('GET', '/api/rights/trail')).status, 403);
    const told = (await old.status()).body;
    assert.deepEqual([told.state, told.endedFor], ['ended', 'moved']);

    const arrived = await identityOn(next);
    assert.deepEqual([arrived.status, arrived.body.id, arrived.body.state], [200, old.state.id, 'active']);
    assert.equal((await fetchIkd(next)).status, 200);
    assert.deepEqual((await statusesOf(old.state.id)).sort(), [0, 1]);

    const kinds = (await next.trail()).body.entries.map((entry: { kind: string }) => entry.kind);
    assert.ok(kinds.includes('activation/moved'), kinds.join());
  });

  test('is told on every channel, without name or number', async () => {
    await world.runJobs();
    const [mail, text] = [world.mails.at(-1)!, world.texts.at(-1)!];
    assert.match(mail.raw, /pindah ke ponsel lain/);
    assert.match(text.text, /pindah ke ponsel lain/);
    assert.equal(text.to, '+6281234567890');
    for (const said of [mail.raw, text.text])
      assert.ok(!said.includes(SITI!.nik) && !said.includes(SITI!.name));
  });

  test('cannot be repeated, nor done by a handset without an identity, nor towards one that holds another', async () => {
    const budi = await activeHandset(world, BUDI);
    const stranger = await createHandset(world);
    const third = await createHandset(world);
    assert.equal((await move(stranger, third)).body.code, 'activation/unknown');
    const siti = await activeHandset(world, DEMO_RESIDENTS[2]);
    assert.equal((await move(siti, budi)).body.code, 'activation/handset-busy');
    assert.equal((await move(siti, siti)).body.code, 'activation/handset-busy');
    assert.equal((await move(siti, third)).status, 204);
    assert.equal((await move(siti, stranger)).body.code, 'activation/unknown');
  });

  test('an unfinished application on the new telephone makes room', async () => {
    const old = await activeHandset(world, DEMO_RESIDENTS[7]);
    const next = await createHandset(world);
    const { nik, name } = DEMO_RESIDENTS[7]!;
    const begun = await next.apply({ nik, name });
    assert.equal(begun.body.code, 'activation/active-on-other-handset');
    assert.equal((await move(old, next)).status, 204);
    assert.equal((await identityOn(next)).body.state, 'active');
  });

  test('a telephone that held a younger identity before shows the one that came to it', async () => {
    const old = await activeHandset(world, person(3));
    world.later(60_000);
    const used = await activeHandset(world, person(4));
    assert.equal((await used.release()).body.state, 'ended');
    assert.equal((await move(old, used)).status, 204);
    const { body } = await identityOn(used);
    assert.deepEqual([body.id, body.state], [old.state.id, 'active']);
    assert.equal((await fetchIkd(used)).status, 200);
  });

  test('of two telephones that are approved at the same moment, one gets it', async () => {
    const old = await activeHandset(world, person(1));
    const others = await Promise.all([createHandset(world), createHandset(world), createHandset(world)]);
    const answers = await Promise.all(others.map((next) => move(old, next)));
    assert.equal(
      answers.filter(({ status }) => status === 204).length,
      1,
      JSON.stringify(answers.map((a) => a.body)),
    );
    const holders = await Promise.all(others.map(identityOn));
    assert.equal(holders.filter(({ status }) => status === 200).length, 1);
  });

  test('a QR that is five minutes old, or another one, is refused with what to do', async () => {
    const old = await activeHandset(world, person(2));
    const next = await createHandset(world);
    const qr = await qrOf(next);
    world.later(6 * 60_000);
    assert.equal((await old.call('POST', '/api/recovery/moves', { qr })).body.code, 'recovery/qr-old');
    const registration = { qr: await next.qr() };
    assert.equal(
      (await old.call('POST', '/api/recovery/moves', registration)).body.code,
      'recovery/qr-other',
    );
  });
});
