import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Personal } from '@jatidiri/core/kit/personal.ts';
import type { EntryId } from '@jatidiri/core/ledger/model.ts';
import type { ResidentRecord } from '@jatidiri/core/registry/model.ts';
import { statement } from '../../src/platform/db/database.ts';
import { uuidV7Source } from '../../src/platform/ids.ts';
import {
  type BatchOutcome,
  findByNik,
  takeBatch,
  transitionsOf,
  versionsOf,
} from '../../src/registry/index.ts';
import { createTestDatabase, type TestDatabase } from '../testDatabase.ts';
import { record } from './records.ts';

const now = () => new Date('2026-03-02T01:00:00Z');
const newId = uuidV7Source(now);
let db: TestDatabase;

before(async () => {
  db = await createTestDatabase();
});
after(() => db.drop());

const take = (rows: ResidentRecord[], batch: number): Promise<BatchOutcome> =>
  db.database.write((sql) =>
    takeBatch({ now, newId }, sql, rows, { task: 'test', digest: 'ab'.repeat(32), batch }),
  );

async function lastEntry(): Promise<{ id: EntryId; details: Record<string, unknown> }> {
  const [entry] = await db.database.read.query<{ id: EntryId; details: Record<string, unknown> }>(
    statement('test.last', 'select id, details from ledger_pending order by id desc limit 1'),
  );
  return entry!;
}

test('adds whoever is new, leaves alone whoever is the same, and keeps the old version of whoever changed', async () => {
  const people = [record(1), record(2), record(3)];
  assert.deepEqual(await take(people, 1), { added: 3, changed: 0, unchanged: 0 });
  const first = await lastEntry();

  assert.deepEqual(await take(people, 2), { added: 0, changed: 0, unchanged: 3 });
  assert.equal((await lastEntry()).id, first.id, 'a batch that changes nothing leaves no entry');

  const renamed = record(2, {
    name: new Personal('WARGA BARU'),
    recording: 'unregistered',
    recordedOn: null,
  });
  assert.deepEqual(await take([record(1), renamed, record(4)], 3), { added: 1, changed: 1, unchanged: 1 });
  const second = await lastEntry();

  const current = await findByNik(db.database.read, renamed.nik);
  assert.equal(current?.name.reveal(), 'WARGA BARU');
  const versions = await versionsOf(db.database.read, current!.id);
  assert.deepEqual(
    versions.map(({ resident, openedBy, closedBy }) => [resident.name.reveal(), openedBy, closedBy]),
    [
      ['WARGA CONTOH 2', first.id, second.id],
      ['WARGA BARU', second.id, null],
    ],
  );

  const after = await transitionsOf(db.database.read, [second.id]);
  assert.deepEqual(
    after
      .map(({ before, after }) => [before?.recorded, after.recorded, after.cardPrinted])
      .sort(([, one]) => (one ? -1 : 1)),
    [
      [undefined, true, true],
      [true, false, false],
    ],
  );
  const earlier = await transitionsOf(db.database.read, [first.id]);
  assert.deepEqual(
    earlier.map(({ before }) => before),
    [null, null, null],
    'what an entry opened stays its own after a later one closed it',
  );
});

test('the entry carries the digest of exactly these rows', async () => {
  await take([record(11)], 1);
  const one = (await lastEntry()).details.rowsDigest;
  await take([record(11, { occupation: 'PETANI' })], 2);
  const other = (await lastEntry()).details.rowsDigest;
  await take([record(11)], 3);
  assert.match(String(one), /^[0-9a-f]{64}$/);
  assert.notEqual(other, one);
  assert.equal((await lastEntry()).details.rowsDigest, one);
});

test('text that means something to COPY comes back as it was', async () => {
  const odd = record(21, { address: new Personal('JL. \\N\tA\\B'), name: new Personal("D'ÉÇ \\.") });
  await take([odd], 1);
  const read = await findByNik(db.database.read, odd.nik);
  assert.equal(read?.address.reveal(), odd.address.reveal());
  assert.equal(read?.name.reveal(), odd.name.reveal());
});

test('a NIK beyond the exact integers of JavaScript comes back with its last digit', async () => {
  const papua = record(31, { nik: new Personal('9171011708900001') });
  await take([papua], 1);
  assert.equal((await findByNik(db.database.read, papua.nik))?.nik.reveal(), '9171011708900001');
});
