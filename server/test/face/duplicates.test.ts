import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { type FaceTemplate, faceTemplate } from '@jatidiri/core/face/model.ts';
import type { ResidentId } from '@jatidiri/core/registry/model.ts';
import { population } from '../../../core/test/face/syntheticTemplates.ts';
import { startDuplicates } from '../../src/face/index.ts';
import { createTestDatabase, type TestDatabase } from '../testDatabase.ts';

const KEY = randomBytes(32);
const keys = { secret: () => KEY, newest: () => 1 };
const { person, again } = population(3);

describe('the search for duplicates', () => {
  let test: TestDatabase;
  let duplicates: ReturnType<typeof startDuplicates>;
  const recorded: { id: string; resident: ResidentId; numbers: Float32Array }[] = [];

  async function remember(numbers: Float32Array, resident = randomUUID() as ResidentId) {
    const one = { id: randomUUID() as string, resident, numbers };
    await test.database.write((sql) => duplicates.remember(sql, one.id, resident, faceTemplate(numbers)));
    recorded.push(one);
    return one;
  }
  async function followAll(index = duplicates) {
    while ((await index.follow()) > 0);
  }
  async function alike(template: FaceTemplate, self = randomUUID() as ResidentId, index = duplicates) {
    const found = await test.database.write((sql) => index.search(sql, template, self));
    assert.ok(found.ok, !found.ok ? found.refusal.code : '');
    return found.value.map(({ resident }) => resident);
  }

  before(async () => {
    test = await createTestDatabase();
    duplicates = startDuplicates({ database: test.database, keys, duplicateDistance: 0.35 });
    for (let i = 0; i < 1_200; i++) await remember(person());
  });
  after(async () => {
    await duplicates.close();
    await test.drop();
  });

  it('says that it is not ready as long as it has not read everybody', async () => {
    const early = await test.database.write((sql) =>
      duplicates.search(sql, faceTemplate(person()), randomUUID() as ResidentId),
    );
    assert.deepEqual(!early.ok && early.refusal, { code: 'face/search-not-ready' });
    await followAll();
    assert.deepEqual(await alike(faceTemplate(person())), []);
  });

  it('finds who was recorded before, by another picture, and not oneself', async () => {
    for (const { numbers, resident } of recorded.slice(0, 1_200).filter((_, i) => i % 40 === 0)) {
      const picture = faceTemplate(again(numbers, 0.25));
      assert.deepEqual(await alike(picture), [resident]);
      assert.deepEqual(await alike(picture, resident), []);
    }
  });

  it('finds who was recorded a moment ago, before the index has taken it in', async () => {
    const { numbers, resident } = await remember(person());
    assert.deepEqual(await alike(faceTemplate(numbers)), [resident]);
    await followAll();
    assert.deepEqual(await alike(faceTemplate(numbers)), [resident]);
  });

  it('finds somebody recorded twice once, and lists the most alike first', async () => {
    const numbers = person();
    const twice = await remember(again(numbers, 0.2));
    await remember(again(numbers, 0.1), twice.resident);
    const other = await remember(again(numbers, 0.15));
    await followAll();
    assert.deepEqual(await alike(faceTemplate(numbers)), [twice.resident, other.resident]);
  });

  it('does not find what was forgotten', async () => {
    const { id, numbers } = await remember(person());
    await followAll();
    await test.database.write((sql) => duplicates.forget(sql, id));
    assert.deepEqual(await alike(faceTemplate(numbers)), []);
  });

  it('takes in a transaction that ends after later ones', async () => {
    const [early, numbers] = [Promise.withResolvers<void>(), person()];
    const resident = randomUUID() as ResidentId;
    const slow = test.database.write(async (sql) => {
      await duplicates.remember(sql, randomUUID(), resident, faceTemplate(numbers));
      await sql.query({ name: 'test.flush', text: 'select 1' });
      await early.promise;
    });
    await remember(person());
    await followAll();
    early.resolve();
    await slow;
    assert.equal(await duplicates.follow(), 1);
    assert.deepEqual(await alike(faceTemplate(numbers)), [resident]);
  });

  it('keeps templates sealed: the database alone tells nothing, and another key opens nothing', async () => {
    const [{ id, numbers }] = recorded as [(typeof recorded)[0]];
    const { rows } = await test.database.pool.query('select sealed from face_template where id = $1', [id]);
    assert.equal(rows[0].sealed.indexOf(Buffer.from(numbers.buffer).subarray(0, 8)), -1);
    const stranger = startDuplicates({
      database: test.database,
      keys: { secret: () => randomBytes(32), newest: () => 1 },
      duplicateDistance: 0.35,
    });
    await assert.rejects(stranger.follow(), /face template [0-9a-f-]{36} does not open/);
    await stranger.close();
  });

  it('is built anew from the database, as after a start', async () => {
    const another = startDuplicates({ database: test.database, keys, duplicateDistance: 0.35 });
    await followAll(another);
    assert.deepEqual(await alike(faceTemplate(recorded[7]!.numbers), undefined, another), [
      recorded[7]!.resident,
    ]);
    await another.close();
  });
});
