import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { type ProjectDeps, projectCoverage, readFigures, rebuild } from '../../src/coverage/index.ts';
import type { Database } from '../../src/platform/db/database.ts';
import { createTestDatabase, type TestDatabase } from '../testDatabase.ts';
import { history, live } from './history.ts';
import { projected, recount } from './recount.ts';
import { foundTown } from './town.ts';

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

        // Days pass without a single entry: people turn seventeen, permits end.
        town.passDays(90);
        const later = await recount(town);
        const { province } = await readFigures(town);
        const sum = (key: 'wajibKtp' | 'residents' | 'recorded' | 'ikdActive') =>
          Object.values(later).reduce((total, count) => total + count[key], 0);
        for (const key of ['wajibKtp', 'residents', 'recorded', 'ikdActive'] as const) {
          assert.equal(province[key], sum(key), key);
        }

        const interrupted = { ...town, database: dying(database, killedAfter) };
        await rebuild(interrupted).catch((error: Error) => assert.equal(error.message, 'killed'));
        await rebuild(town);
        assert.deepEqual(await projected(database), later);
      } finally {
        await drop();
      }
    }),
    { numRuns: 10 },
  );
});
