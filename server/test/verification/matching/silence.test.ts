import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { parseStatement } from '@jatidiri/core/matching/parseStatement.ts';
import { DEMO_RESIDENTS } from '../../../../seed/demoResidents.ts';
import { findClient } from '../../../src/partner/index.ts';
import type { Sql } from '../../../src/platform/db/database.ts';
import { hmacSha256 } from '../../../src/platform/keys/hmac.ts';
import { answerMany } from '../../../src/verification/matching/answerMany.ts';
import { loadWilayah } from '../../../src/wilayah/index.ts';
import { createTestWorld, type TestWorld } from '../../testWorld.ts';

/** What a partner must not learn from a number alone: whether somebody has it. */
describe('a match with a wrong name', () => {
  let world: TestWorld;
  before(async () => {
    world = await createTestWorld();
  });
  after(() => world.close());

  test('costs the same statements and gets the same answer, whether the NIK exists or not', async () => {
    const found = await findClient(world.database.read, 'clinic-production', world.clock.now);
    assert.ok(found?.access.ok);
    const { client, partner, access } = found;
    const caller = { client, partner, environment: client.environment, agreement: access.value };
    const deps = {
      now: () => world.clock.now,
      newId: world.newId,
      wilayah: await loadWilayah(world.database.read),
      tryHmac: hmacSha256(new Uint8Array(32)),
    };
    const purpose = access.value.terms.purposes[0]!;

    async function costOf(nik: string) {
      const parsed = parseStatement({ nik, name: 'SIAPA SAJA', birth_date: '12-03-1991' });
      assert.ok(parsed.ok);
      const asked = { caller, purpose, batch: null, ...parsed.value };
      const statements: string[] = [];
      const answers = await world.database.write((sql) => answerMany(deps, spyOn(sql, statements), [asked]));
      return { statements, answers };
    }
    const known = await costOf(DEMO_RESIDENTS[0]!.nik);
    assert.ok(known.statements.length > 3);
    assert.deepEqual(known, await costOf('6472035203910077'));
  });
});

function spyOn(sql: Sql, statements: string[]): Sql {
  return {
    ...sql,
    query: (statement, values) => {
      statements.push(statement.name);
      return sql.query(statement, values);
    },
    run: (statement, values) => {
      statements.push(statement.name);
      sql.run(statement, values);
    },
  };
}
