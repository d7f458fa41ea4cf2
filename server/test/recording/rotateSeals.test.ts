import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { SLOTS } from '@jatidiri/core/recording/model.ts';
import { rotateSeals, SEAL_KEYS } from '../../src/commands/rotateSeals.ts';
import type { Database } from '../../src/platform/db/database.ts';
import { fileKeyStore } from '../../src/platform/keys/keyStore.ts';
import { biometricSealer, pieceContext } from '../../src/recording/seals.ts';
import { findByNik } from '../../src/registry/index.ts';
import { createOfficer, type TestOfficer } from '../testOfficer.ts';
import { createTestWorld, type TestWorld } from '../testWorld.ts';
import { standing, type Youth, youth } from './people.ts';
import { sittingOf } from './sitting.ts';

const FIRST = youth('AGUS CONTOH');
const LATER = youth('BELA CONTOH');

describe('rotating the keys of what was recorded', () => {
  let world: TestWorld;
  let officer: TestOfficer;
  before(async () => {
    world = await createTestWorld({ residents: [FIRST, LATER] });
    officer = await createOfficer(world);
    await record(FIRST, 1);
  });
  after(async () => {
    assert.deepEqual(world.faults, []);
    await world.close();
  });

  const record = async (person: Youth, picture: number) => {
    assert.equal((await sittingOf(officer, standing(person)).record(picture)).status, 204);
    await world.settle();
  };
  const deps = (database: Database = world.database) => ({
    database,
    keys: fileKeyStore(join(world.config.dataDir, 'keys')),
    now: () => world.clock.now,
    newId: world.newId,
  });
  const rotate = (key: string, database?: Database) => rotateSeals(deps(database), key, () => {});
  const photographOf = async ({ nik }: Youth) => {
    const { id } = (await findByNik(world.database.read, nik))!;
    return officer.call('GET', `/api/recording/residents/${id}/photograph`);
  };
  const generations = async () => {
    const { rows } = await world.database.pool.query(
      `select get_byte(sealed, 0) as n, count(*)::int as pieces from captured_piece group by 1 order by 1`,
    );
    return rows.map(({ n, pieces }) => [n, pieces]);
  };

  it('wraps each key’s own pieces anew, and a running server reads and seals on', async () => {
    const photograph = Buffer.from((await photographOf(FIRST)).body);
    assert.deepEqual(await rotate('recorded-photographs'), { generation: 2, rows: 1 });
    assert.deepEqual(await generations(), [
      [1, SLOTS.length - 1],
      [2, 1],
    ]);
    assert.deepEqual(await rotate('biometrics'), { generation: 2, rows: SLOTS.length - 1 });
    assert.deepEqual(await generations(), [[2, SLOTS.length]]);
    assert.deepEqual(Buffer.from((await photographOf(FIRST)).body), photograph);
    await record(LATER, 2);
    assert.deepEqual(await generations(), [[2, 2 * SLOTS.length]]);
    assert.equal((await findByNik(world.database.read, LATER.nik))!.recording, 'printReady');
  });

  it('goes on where it was interrupted, with the same key', async () => {
    let batches = 0;
    const failing: Database = {
      ...world.database,
      write: (work) => {
        // Takes its turn, looks for older rows in two tables, and then works: the connection breaks before the first batch is kept.
        if (++batches > 3) throw new Error('the connection broke');
        return world.database.write(work);
      },
    };
    await assert.rejects(rotate('biometrics', failing), /broke/);
    assert.deepEqual(await rotate('biometrics'), { generation: 3, rows: 2 * (SLOTS.length - 1) });
    assert.equal(deps().keys.newest('biometrics'), 3);
  });

  it('needs older keys no more, and says which is gone when something may still lie under it', async () => {
    const folder = join(world.config.dataDir, 'keys');
    for (const old of ['biometrics.secret', 'biometrics.2.secret']) rmSync(join(folder, old));
    const { keys } = deps();
    const { rows } = await world.database.pool.query(
      `select capture, slot, sealed from captured_piece where slot = 'signature'`,
    );
    const opened = rows.map(({ capture, slot, sealed }) =>
      biometricSealer(keys).open(sealed, pieceContext(capture, slot)),
    );
    assert.equal(opened.length, 2);
    assert.throws(() => keys.secret('biometrics', 2), /biometrics\.2\.secret is gone/);
  });

  it('seals the faces anew under the eyes of the search, which knows them all', async () => {
    assert.deepEqual(await rotate('face-templates'), { generation: 2, rows: 2 });
    const { rows } = await world.database.pool.query('select get_byte(sealed, 0) as n from face_template');
    assert.deepEqual(rows, [{ n: 2 }, { n: 2 }]);
  });

  it('takes turns: while one rotates, another is told to wait', async () => {
    const isUnderWay = Promise.withResolvers<void>();
    const mayGoOn = Promise.withResolvers<void>();
    let writes = 0;
    const halting: Database = {
      ...world.database,
      write: async (work) => {
        // The first write takes the turn; the second stops in the middle of it.
        if (++writes === 2) {
          isUnderWay.resolve();
          await mayGoOn.promise;
        }
        return world.database.write(work);
      },
    };
    const first = rotate('kia-photographs', halting);
    await isUnderWay.promise;
    await assert.rejects(rotate('kia-photographs'), /Another rotation is under way/);
    mayGoOn.resolve();
    assert.equal((await first).generation, 2);
    assert.equal(deps().keys.newest('kia-photographs'), 2);
  });

  it('finds what a server had sealed before and keeps only afterwards', async () => {
    const { rows } = await world.database.pool.query(
      `select id, sealed from face_template order by id limit 1`,
    );
    const late: Database = {
      ...world.database,
      write: async (work) => {
        const done = await world.database.write(work);
        // Once, after the first pass has gone by: a row under the key before.
        if (deps().keys.newest('face-templates') === 3 && rows[0])
          await world.database.pool.query('update face_template set sealed = $2 where id = $1', [
            rows[0].id,
            rows.pop().sealed,
          ]);
        return done;
      },
    };
    assert.equal((await rotate('face-templates', late)).rows, 3);
    const left = await world.database.pool.query('select get_byte(sealed, 0) as n from face_template');
    assert.deepEqual(left.rows, [{ n: 3 }, { n: 3 }]);
  });

  // The server has no key for a photocopy: its secret is in its QR alone (docs/decisions/0046).
  it('knows every table in which something is sealed, and writes down that it was done', async () => {
    const { rows } = await world.database.pool.query(
      `select table_name from information_schema.columns where column_name = 'sealed' and data_type = 'bytea'
       and table_name not like 'photocopy%' order by 1`,
    );
    assert.deepEqual(
      rows.map(({ table_name }) => table_name),
      ['captured_piece', 'card_receipt', 'face_template', 'kia_photograph'],
    );
    assert.deepEqual([...SEAL_KEYS].sort(), [
      'biometrics',
      'face-templates',
      'kia-photographs',
      'recorded-photographs',
    ]);
    await world.settle();
    const done = await world.database.pool.query(
      `select details->>'key' as key from ledger_entry where kind = 'platform/seals-rotated'`,
    );
    assert.equal(done.rows.length, 6);
  });
});
