import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import { DEMO_RESIDENTS } from '../../../seed/demoResidents.ts';
import { createHandset, digestOf, syntheticSelfie, type TestHandset } from '../testHandset.ts';
import { createOfficer } from '../testOfficer.ts';
import { createTestWorld, type TestWorld } from '../testWorld.ts';

describe('a selfie that comes in parts', () => {
  let world: TestWorld;
  let picture: Buffer;
  before(async () => {
    world = await createTestWorld();
    picture = await syntheticSelfie();
  });
  after(async () => {
    await world.close();
    assert.deepEqual(world.faults, []);
  });

  /** Applications in turn, for residents who may have one. */
  async function applied(index = 1): Promise<TestHandset> {
    const handset = await createHandset(world);
    const { nik, name } = DEMO_RESIDENTS[index]!;
    assert.equal((await handset.apply({ nik, name })).status, 201);
    return handset;
  }
  const storedParts = async () =>
    (await world.database.pool.query<{ count: number }>('select count(*) from selfie_upload')).rows[0]!.count;

  test('goes on where it was, and the last part hands it to the officer', async () => {
    const handset = await applied();
    const half = picture.length >> 1;
    assert.equal((await handset.sendPart(picture, 0, half)).body.received, half);
    assert.equal((await handset.status()).body.state, 'dataVerified');
    // The answer got lost: the same part again, then one that reaches further back than needed.
    assert.equal((await handset.sendPart(picture, 0, half)).body.received, half);
    const whole = await handset.sendPart(picture, half - 100, picture.length);
    assert.equal(whole.body.received, picture.length);
    assert.equal(whole.body.application.state, 'awaitingOfficer');
    // And that answer as well: nothing happens twice.
    const again = await handset.sendPart(picture, half, picture.length);
    assert.equal(again.body.received, picture.length);
    assert.equal(await storedParts(), 0);

    const officer = await createOfficer(world, 'DEMO-6471-PETUGAS');
    assert.equal((await officer.decide(await handset.qr(), { kind: 'confirmOnDesk' })).body.state, 'active');
    const { entries } = (await handset.trail()).body;
    const taken = entries.filter((entry: { kind: string }) => entry.kind === 'activation/selfieTaken');
    assert.equal(taken.length, 1);
  });

  test('whatever is lost, repeated or late, the picture becomes whole, and once', async () => {
    const handset = await applied(2);
    const part = Math.ceil(picture.length / 7);
    const places = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 12 });
    // Another picture each time: one that is here already would be whole at once.
    let tries = 0;
    await fc.assert(
      fc.asyncProperty(places, async (sent) => {
        const one = Buffer.concat([picture, Buffer.from([++tries, ...sent])]);
        let received = 0;
        for (const place of sent) {
          const from = place * part;
          const answer = await handset.sendPart(one, from, from + part);
          const grows = from <= received ? Math.min(one.length, Math.max(received, from + part)) : received;
          assert.equal(answer.body.received, grows);
          received = answer.body.received;
        }
        while (received < one.length)
          received = (await handset.sendPart(one, received, received + part)).body.received;
        assert.equal((await handset.status()).body.state, 'awaitingOfficer');
      }),
      { numRuns: 12 },
    );
  });

  test('parts of two pictures are never mixed, and bytes that changed on the way are noticed', async () => {
    const handset = await applied(7);
    const other = Buffer.concat([picture, Buffer.from('another')]);
    await handset.sendPart(picture, 0, 1_000);
    assert.equal((await handset.sendPart(other, 1_000, 2_000)).body.received, 0);
    assert.equal((await handset.sendPart(other, 0, 2_000)).body.received, 2_000);
    assert.equal((await handset.sendPart(picture, 1_000, 2_000)).body.received, 0);

    const spoiled = Buffer.from(other);
    spoiled[2_500]! ^= 1;
    const refused = await handset.sendPart(spoiled, 0, spoiled.length, digestOf(other));
    assert.equal(refused.body.code, 'activation/selfie-damaged');
    assert.equal(refused.status, 422);
    assert.equal((await handset.sendPart(other, 0, other.length)).body.application.state, 'awaitingOfficer');
  });

  test('only for the own application, while a selfie may come, and of a size that is taken', async () => {
    const handset = await applied(0);
    const stranger = await createHandset(world);
    stranger.state.id = handset.state.id;
    assert.equal((await stranger.sendPart(picture, 0, 500)).body.code, 'activation/unknown');
    const path = `/api/activation/applications/${handset.state.id}/selfie/${'A'.repeat(43)}`;
    for (const query of ['offset=0&size=99999999', 'offset=-1&size=10', 'offset=0', 'offset=0&size=0'])
      assert.equal(
        (await handset.call('PUT', `${path}?${query}`, picture, 'application/octet-stream')).status,
        422,
        query,
      );
    await handset.sendPart(picture, 0, 500);
    assert.equal(await storedParts(), 1);
    await handset.cancel();
    assert.equal(await storedParts(), 0, 'nothing is kept of what came to nothing');
    assert.equal((await handset.sendPart(picture, 0, 500)).body.code, 'activation/cancelled');
    assert.equal(await storedParts(), 0);
  });
});
