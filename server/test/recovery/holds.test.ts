import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { photographOf } from '../face/samplePhotographs.ts';
import { activeHandset } from '../issuance/activeHandset.ts';
import { createHandset, type TestHandset } from '../testHandset.ts';
import { createOfficer, type TestOfficer } from '../testOfficer.ts';
import { createTestWorld, type TestWorld } from '../testWorld.ts';
import { askFor, codeSent } from './asking.ts';
import { people, person } from './people.ts';

const HOUR_MS = 3_600_000;
const PHONE = '0812 3456 7890';

describe('what puts an identity on hold, and what gives it back', () => {
  let world: TestWorld;
  let officer: TestOfficer;
  let face: Buffer;
  before(async () => {
    world = await createTestWorld({ residents: people(7), config: { faceThreads: 1 } });
    officer = await createOfficer(world);
    face = await photographOf('one');
  });
  after(async () => {
    await world.close();
    assert.deepEqual(world.faults, []);
  });

  const stateOf = async (handset: TestHandset) =>
    (await handset.call('GET', '/api/activation/identity')).body.state;
  const atDesk = (what: string, nth: number) => officer.call('POST', `/api/activation/${what}`, person(nth));
  const reportLoss = async (nth: number) => {
    const payload = { ...person(nth), contact: PHONE };
    const answer = await world.app.inject({ method: 'POST', url: '/api/recovery/loss-reports', payload });
    assert.equal(answer.statusCode, 204, answer.body);
  };
  /** Somebody who reads the codes of the nth person: the identity is held from then on. */
  async function holdByCode(nth: number, handset: TestHandset) {
    const asked = await askFor(handset, nth);
    assert.equal((await asked.step('code', { code: await codeSent(world) })).body.state, 'awaitingFace');
    return asked;
  }

  test('whoever asks anew with the same telephone leaves nothing on hold behind', async () => {
    const owner = await activeHandset(world, person(1));
    const thief = await createHandset(world);
    await holdByCode(1, thief);
    assert.equal(await stateOf(owner), 'suspended');
    const again = await askFor(thief, 1);
    assert.equal(await stateOf(owner), 'active');
    await again.step('abandonment');
    assert.equal(await stateOf(owner), 'active');
  });

  test('a hold by the office is the office’s, also where a recovery held before: the thief who gives up changes nothing', async () => {
    const owner = await activeHandset(world, person(2));
    const { step } = await holdByCode(2, await createHandset(world));
    world.later(60_000);
    assert.equal((await atDesk('suspensions', 2)).body.state, 'suspended');
    await reportLoss(2);
    assert.equal((await step('abandonment')).body.state, 'stopped');
    assert.equal(await stateOf(owner), 'suspended');
    assert.equal((await owner.call('POST', '/api/recovery/lifts')).body.code, 'recovery/nothing-to-lift');
    assert.equal((await atDesk('resumptions', 2)).body.state, 'active');
  });

  test('and where somebody had reported the loss before: no handset lifts it any more', async () => {
    const owner = await activeHandset(world, person(3));
    await reportLoss(3);
    world.later(60_000);
    assert.equal((await atDesk('suspensions', 3)).body.state, 'suspended');
    assert.equal((await owner.call('POST', '/api/recovery/lifts')).body.code, 'recovery/nothing-to-lift');
    assert.equal((await atDesk('resumptions', 3)).body.state, 'active');
  });

  /** The thief reads the codes on the stolen telephone, asks on it for a new PIN, and holds a photograph before it. */
  async function resetOn(stolen: TestHandset, nth: number) {
    const { step } = await askFor(stolen, nth);
    await step('code', { code: await codeSent(world) });
    assert.equal((await step('face', face, 'image/jpeg')).body.state, 'coolingOff');
    return () => step('completion');
  }
  test('a stolen telephone that was reported is not given back to the thief after an hour', async () => {
    const stolen = await activeHandset(world, person(4), face);
    await reportLoss(4);
    const complete = await resetOn(stolen, 4);
    world.later(HOUR_MS);
    assert.equal((await complete()).body.code, 'recovery/too-early');
    assert.equal(await stateOf(stolen), 'suspended');
    world.later(71 * HOUR_MS);
    assert.equal((await complete()).body.state, 'completed');
  });

  const holdAtDesk = async (nth: number) => {
    officer = await createOfficer(world);
    await atDesk('suspensions', nth);
  };
  for (const [nth, who, hold] of [
    [5, 'its owner', reportLoss],
    [6, 'the office', holdAtDesk],
  ] as const)
    test(`nor one that ${who} puts on hold during that hour`, async () => {
      const stolen = await activeHandset(world, person(nth), face);
      const complete = await resetOn(stolen, nth);
      world.later(HOUR_MS - 60_000);
      await hold(nth);
      world.later(60_000);
      assert.equal((await complete()).body.code, 'recovery/held-anew');
      assert.equal(await stateOf(stolen), 'suspended');
      world.later(72 * HOUR_MS);
      assert.equal((await complete()).body.state, 'completed');
    });

  test('one whose time ran out a moment ago leaves nothing on hold either', async () => {
    const owner = await activeHandset(world, person(7));
    const thief = await createHandset(world);
    const { read } = await holdByCode(7, thief);
    world.later(25 * HOUR_MS);
    assert.equal((await askFor(thief, 7)).begun.status, 201);
    assert.deepEqual([(await read()).body.state, await stateOf(owner)], ['expired', 'active']);
  });
});
