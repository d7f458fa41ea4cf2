import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import type { Database, Sql } from '../../src/platform/db/database.ts';
import { beginRecovery } from '../../src/recovery/beginRecovery.ts';
import { reportLoss } from '../../src/recovery/reportLoss.ts';
import { createTestWorld, type TestWorld } from '../testWorld.ts';
import { people, person } from './people.ts';

/** What a stranger must not learn at the doors of recovery: whether a NIK exists. */
describe('a wrong guess at somebody’s name', () => {
  let world: TestWorld;
  before(async () => {
    world = await createTestWorld({ residents: people(1) });
  });
  after(() => world.close());

  const UNKNOWN = '6472035203910077';
  const device = { thumbprint: 'x', jwk: { kty: 'EC', crv: 'P-256', x: '', y: '' } } as const;

  /** The statements of a use case in their order, and its answer. */
  async function watched(work: (deps: ReturnType<typeof depsOf>) => Promise<unknown>) {
    const names: string[] = [];
    return { answer: await work(depsOf(names)), names };
  }
  function depsOf(names: string[]) {
    const spy = (sql: Sql): Sql => ({
      ...sql,
      query(statement, values) {
        names.push(statement.name);
        return sql.query(statement, values);
      },
      run(statement, values) {
        names.push(statement.name);
        sql.run(statement, values);
      },
    });
    const database: Database = {
      ...world.database,
      read: spy(world.database.read),
      write: (work) => world.database.write((sql) => work(spy(sql))),
    };
    const tries = { take: async () => true, forgive: async () => {} };
    const reporters = { take: () => true, forgive: () => {} };
    return { database, tries, reportTries: tries, reporters, now: () => world.clock.now, newId: world.newId };
  }

  for (const [door, knock] of Object.entries({
    recovery: (deps: ReturnType<typeof depsOf>, nik: string) =>
      beginRecovery(deps, { id: randomUUID(), nik, name: 'SALAH' }, device, '::1'),
    'a report of loss': (deps: ReturnType<typeof depsOf>, nik: string) =>
      reportLoss(deps, { nik, name: 'SALAH', contact: '0812 3456 7890' }, '::1'),
  }))
    test(`costs the same statements and gives the same answer, whether the NIK exists or not: ${door}`, async () => {
      const known = await watched((deps) => knock(deps, person(1).nik));
      assert.ok(known.names.length > 1);
      assert.deepEqual(await watched((deps) => knock(deps, UNKNOWN)), known);
    });
});
