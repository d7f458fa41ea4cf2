import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { activeHandset } from '../issuance/activeHandset.ts';
import { createHandset, type TestHandset } from '../testHandset.ts';
import { createTestWorld, type TestWorld } from '../testWorld.ts';
import { askFor, codeSent } from './asking.ts';
import { people, person } from './people.ts';

const HOUR_MS = 3_600_000;

describe('what puts an identity on hold, and what gives it back', () => {
  let world: TestWorld;
  before(async () => {
    world = await createTestWorld({ residents: people(6) });
  });
  after(async () => {
    await world.close();
    assert.deepEqual(world.faults, []);
  });

  const stateOf = async (handset: TestHandset) =>
    (await handset.call('GET', '/api/activation/identity')).body.state;
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

  test('nor does one whose time ran out a moment ago', async () => {
    const owner = await activeHandset(world, person(4));
    const thief = await createHandset(world);
    const { read } = await holdByCode(4, thief);
    world.later(25 * HOUR_MS);
    assert.equal((await askFor(thief, 4)).begun.status, 201);
    assert.deepEqual([(await read()).body.state, await stateOf(owner)], ['expired', 'active']);
  });
});
