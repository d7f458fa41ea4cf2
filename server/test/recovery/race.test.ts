import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { drawNewHandsetQr } from '@jatidiri/core/recovery/newHandsetQr.ts';
import type { Sql } from '../../src/platform/db/database.ts';
import { activeHandset } from '../issuance/activeHandset.ts';
import { createHandset, type TestHandset } from '../testHandset.ts';
import { createTestWorld, type TestWorld } from '../testWorld.ts';
import { askFor, codeSent } from './asking.ts';
import { people, person } from './people.ts';

const ROUNDS = 4;

describe('at the same moment', () => {
  let world: TestWorld;
  before(async () => {
    world = await createTestWorld({ residents: people(12 + 4 * ROUNDS), config: { triesPerAddress: 1e6 } });
  });
  after(async () => {
    await world.close();
    assert.deepEqual(world.faults, []);
  });

  let used = 0;
  const next = () => ++used;
  const handsets = (count: number) => Promise.all(Array.from({ length: count }, () => createHandset(world)));
  const stateOn = async (handset: TestHandset) =>
    (await handset.call('GET', '/api/activation/identity')).body?.state;
  const qrOf = ({ sign, jwk }: TestHandset) => drawNewHandsetQr(sign, jwk, world.clock.now);

  test('twenty handsets ask for one identity: three a day, as when they ask one after the other', async () => {
    const nth = next();
    await activeHandset(world, person(nth));
    const asked = await Promise.all((await handsets(20)).map((handset) => askFor(handset, nth)));
    const begun = asked.filter(({ begun: { status } }) => status === 201);
    assert.equal(begun.length, 3);
    for (const { begun: answer } of asked) assert.ok([201, 409, 429].includes(answer.status));
  });

  test('the same form many times is one recovery', async () => {
    const nth = next();
    await activeHandset(world, person(nth));
    const handset = await createHandset(world);
    const id = randomUUID();
    const asked = await Promise.all(Array.from({ length: 8 }, () => askFor(handset, nth, id)));
    assert.deepEqual(new Set(asked.map(({ begun }) => begun.status)), new Set([201]));
    const { rows } = await world.database.pool.query(
      `select count(*)::int as n from ledger_pending where details->>'recovery' = $1`,
      [id],
    );
    assert.equal(rows[0].n, 1);
  });

  test('one handset asks for two people: each answer is an answer', async () => {
    const two = [next(), next()];
    for (const nth of two) await activeHandset(world, person(nth));
    for (let round = 0; round < 3; round++) {
      const handset = await createHandset(world);
      const asked = await Promise.all(two.map((nth) => askFor(handset, nth)));
      for (const { begun } of asked)
        assert.ok(begun.status === 201 || begun.status === 409, JSON.stringify(begun.body));
    }
  });

  test('two people give their identities to one handset: it takes one, and the other stays where it is', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const old = [await activeHandset(world, person(next())), await activeHandset(world, person(next()))];
      const target = await createHandset(world);
      const qr = await qrOf(target);
      const given = await Promise.all(old.map((one) => one.call('POST', '/api/recovery/moves', { qr })));
      assert.deepEqual(given.map(({ status }) => status).toSorted(), [204, 409], JSON.stringify(given));
      const left = given.findIndex(({ status }) => status === 409);
      assert.equal(given[left]!.body.code, 'activation/handset-busy');
      assert.deepEqual([await stateOn(target), await stateOn(old[left]!)], ['active', 'active']);
    }
  });

  test('one handset gives its identity to two: one has it', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const old = await activeHandset(world, person(next()));
      const two = await handsets(2);
      const given = await Promise.all(
        two.map(async (one) => old.call('POST', '/api/recovery/moves', { qr: await qrOf(one) })),
      );
      assert.equal(given.filter(({ status }) => status === 204).length, 1);
      const states = await Promise.all(two.map(stateOn));
      assert.deepEqual(states.toSorted(), ['active', undefined]);
    }
  });

  test('tries of a code are counted one after the other', async () => {
    const nth = next();
    await activeHandset(world, person(nth));
    const { step, read } = await askFor(await createHandset(world), nth);
    const right = await codeSent(world);
    const wrong = Array.from({ length: 12 }, (_, i) =>
      String((Number(right) + 1 + i) % 1_000_000).padStart(6, '0'),
    );
    const codes = await Promise.all(wrong.map(async (code) => (await step('code', { code })).body.code));
    assert.equal(codes.filter((code) => code === 'recovery/code-wrong').length, 5);
    assert.equal((await read()).body.state, 'failed');
  });

  /** Does it between what the next request reads and what it then writes. */
  function beforeNextWrite(work: () => Promise<unknown>): void {
    const { write } = world.database;
    Object.assign(world.database, {
      write: async <T>(writing: (sql: Sql) => Promise<T>): Promise<T> => {
        Object.assign(world.database, { write });
        await work();
        return write(writing);
      },
    });
  }

  for (const path of ['credential', 'family', 'offer', 'family/offer'])
    test(`a handset that loses its identity while it asks for its ${path} gets none`, async () => {
      const stolen = await activeHandset(world, person(next()));
      const own = await createHandset(world);
      const qr = await qrOf(own);
      beforeNextWrite(async () => {
        assert.equal((await stolen.call('POST', '/api/recovery/moves', { qr })).status, 204);
      });
      const asked = await stolen.call('POST', `/api/issuance/${path}`);
      assert.equal(await stateOn(own), 'active');
      assert.equal(asked.body.code, 'issuance/no-identity', JSON.stringify(asked.body).slice(0, 200));
    });
});
