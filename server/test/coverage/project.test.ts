import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { type ProjectDeps, projectCoverage, readFigures, rebuild } from '../../src/coverage/index.ts';
import type { Database } from '../../src/platform/db/database.ts';
import { record } from '../registry/records.ts';
import { createTestDatabase, type TestDatabase } from '../testDatabase.ts';
import { history, live } from './history.ts';
import { flawsIn, projected, recount, wholeProjection } from './recount.ts';
import { foundTown, HOMES } from './town.ts';

// Open from first to last, so that the server is not started anew for each history.
let kept: TestDatabase;
before(async () => {
  kept = await createTestDatabase();
});
after(() => kept.drop());

async function projectAll(deps: ProjectDeps): Promise<void> {
  while ((await projectCoverage(deps)) > 0);
}

/** A database whose process dies before its n-th transaction. */
function dying(database: Database, n: number): Database {
  let left = n;
  return {
    ...database,
    write: (work) => (left-- > 0 ? database.write(work) : Promise.reject(new Error('killed'))),
  };
}

test('whatever happens, the projection has the numbers of a direct count, and so has a rebuilt one', async () => {
  await fc.assert(
    fc.asyncProperty(history, fc.nat(4), async (happened, killedAfter) => {
      const { database, drop } = await createTestDatabase();
      try {
        const town = foundTown(database);
        await live(town, happened, () => projectAll(town));
        await town.chain();
        await projectAll(town);
        const counted = await recount(town);
        assert.deepEqual(await projected(database), counted);
        assert.deepEqual(await flawsIn(database), []);

        // Days pass without a single entry: people turn seventeen, permits end.
        town.passDays(90);
        const later = await recount(town);
        const { province } = await readFigures(town);
        const sum = (key: 'wajibKtp' | 'residents' | 'recorded' | 'ikdActive') =>
          Object.values(later).reduce((total, count) => total + (count[key] ?? 0), 0);
        for (const key of ['wajibKtp', 'residents', 'recorded', 'ikdActive'] as const) {
          assert.equal(province[key], sum(key), key);
        }

        const interrupted = { ...town, database: dying(database, killedAfter) };
        await rebuild(interrupted).catch((error: Error) => assert.equal(error.message, 'killed'));
        await projectAll(town);
        const before = await wholeProjection(database);
        await rebuild(town);
        assert.deepEqual(await projected(database), later);
        assert.deepEqual(
          await wholeProjection(database),
          before,
          'to the unit, whatever the day of counting',
        );
        assert.deepEqual(await flawsIn(database), []);
      } finally {
        await drop();
      }
    }),
    { numRuns: 12 },
  );
});

test('a rebuild of many entries goes on where it was killed, and nobody sees it half done', async () => {
  const { database, drop } = await createTestDatabase();
  const town = foundTown(database);
  await town.import([record(1), record(2), record(3)]);
  await town.takeOver([1, 2]);
  for (let day = 0; day < 620; day++) {
    const domicile = HOMES[day % HOMES.length]!;
    const address = record(1).address;
    await town.change(1 + (day % 3), { kind: 'moved', on: town.today(), domicile, address, family: null });
  }
  await town.chain();
  await projectAll(town);
  const counted = await recount(town);
  assert.deepEqual(await projected(database), counted);

  const progress: number[] = [];
  // Begin, turn of the day, the two imports by themselves, 500 entries: the next step does not come.
  const killed = rebuild({ ...town, database: dying(database, 8) }, (entries) => progress.push(entries));
  await assert.rejects(killed, { message: 'killed' });
  assert.deepEqual(progress, [0, 1, 2, 502]);
  assert.deepEqual(await projected(database), counted, 'the figures on show are the old ones, whole');

  await town.change(3, { kind: 'died', on: town.today() });
  await town.chain();
  await projectAll(town);
  await rebuild(town, (entries) => progress.push(entries));
  assert.deepEqual(progress, [0, 1, 2, 502, 502, 623]);
  assert.deepEqual(await projected(database), await recount(town));
  assert.equal(await projectCoverage(town), 0, 'nothing is counted twice afterwards');
  await drop();
});
