import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { DEMO_RESIDENTS } from '../../../seed/demoResidents.ts';
import { startActivation } from '../../src/activation/startActivation.ts';
import type { Database, Sql } from '../../src/platform/db/database.ts';
import { jsonLog } from '../../src/platform/log.ts';
import { createHandset, FORM } from '../testHandset.ts';
import { createTestWorld, type TestWorld } from '../testWorld.ts';

/** What a stranger must not learn: whether a NIK exists. */
describe('a wrong guess', () => {
  let world: TestWorld;
  before(async () => {
    world = await createTestWorld({ config: { triesPerAddress: 1e9, triesPerNik: 1e9 } });
  });
  after(() => world.close());

  const unknown = '6472035203910077';
  const known = DEMO_RESIDENTS[0]!.nik;

  test('costs the same statements whether the NIK exists or not', async () => {
    const statementsFor = async (nik: string) => {
      const names: string[] = [];
      const spy = (sql: Sql): Sql => ({
        ...sql,
        query: (statement, values) => {
          names.push(statement.name);
          return sql.query(statement, values);
        },
        run: (statement, values) => {
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
      const device = { thumbprint: 'x', jwk: { kty: 'EC', crv: 'P-256', x: '', y: '' } } as const;
      const request = { ...FORM, id: crypto.randomUUID(), nik, name: 'SALAH' };
      const answer = await startActivation(
        {
          database,
          tries,
          now: () => world.clock.now,
          newId: world.newId,
          suite: world.suite,
          identitiesPerHandset: 1,
        },
        request,
        device,
        '::1',
      );
      return { names, answer };
    };
    assert.deepEqual(await statementsFor(known), await statementsFor(unknown));
  });

  test('takes the same time, answers the same bytes', async () => {
    const times: Record<string, number[]> = { [known]: [], [unknown]: [] };
    const bodies = new Set<string>();
    for (let i = 0; i < 120; i++) {
      for (const nik of i % 2 ? [known, unknown] : [unknown, known]) {
        const handset = await createHandset(world);
        const startedAt = performance.now();
        const { body } = await handset.apply({ nik, name: 'SALAH' });
        times[nik]!.push(performance.now() - startedAt);
        bodies.add(JSON.stringify(body));
      }
    }
    assert.equal(bodies.size, 1);
    const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
    const ratio = median(times[known]!) / median(times[unknown]!);
    assert.ok(ratio > 0.7 && ratio < 1.43, `medians differ: ${ratio.toFixed(2)}`);
  });
});

test('what is logged of a fault names its place and no value', () => {
  const lines: string[] = [];
  const log = jsonLog(
    (line) => lines.push(line),
    () => new Date(0),
  );
  const fromDatabase = Object.assign(new Error('duplicate key value (nik)=(6472035203919901)'), {
    severity: 'ERROR',
    code: '23505',
    detail: 'Key (nik)=(6472035203919901) already exists.',
  });
  const id = log.fault(fromDatabase, { route: 'POST /api/activation/applications' });
  assert.ok(lines[0]!.includes(id) && lines[0]!.includes('23505'));
  assert.ok(!lines[0]!.includes('6472'));
});
