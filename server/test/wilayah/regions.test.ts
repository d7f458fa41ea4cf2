import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { WilayahCode } from '@jatidiri/core/wilayah/model.ts';
import { chainAfter } from '../../src/ledger/index.ts';
import { statement } from '../../src/platform/db/database.ts';
import { uuidV7Source } from '../../src/platform/ids.ts';
import { importWilayah, loadWilayah } from '../../src/wilayah/index.ts';
import { createTestDatabase, type TestDatabase } from '../testDatabase.ts';

const KALTIM = '64' as WilayahCode;
const now = () => new Date('2026-03-02T01:00:00Z');
const newId = uuidV7Source(now);
let db: TestDatabase;

before(async () => {
  db = await createTestDatabase();
  await importWilayah({ database: db.database, now, newId }, KALTIM);
});
after(() => db.drop());

test('East Kalimantan is there wholly: 10 kabupaten/kota, 105 kecamatan, 1,038 kelurahan/desa', async () => {
  const tree = await loadWilayah(db.database.read);
  const kabupaten = tree.childrenOf(KALTIM);
  const kecamatan = kabupaten.flatMap(({ code }) => tree.childrenOf(code));
  const kelurahan = kecamatan.flatMap(({ code }) => tree.childrenOf(code));
  assert.deepEqual([kabupaten.length, kecamatan.length, kelurahan.length], [10, 105, 1038]);
  assert.ok(kelurahan.every(({ code, level }) => level === 'kelurahanDesa' && tree.isDomicile(code)));
});

test('the rest of the country is there down to kabupaten/kota', async () => {
  const tree = await loadWilayah(db.database.read);
  const provinces = tree.childrenOf(null);
  assert.equal(provinces.length, 38);
  assert.equal(provinces.flatMap(({ code }) => tree.childrenOf(code)).length, 514);
});

test('a code that is no longer given is known, but nobody lives there', async () => {
  const tree = await loadWilayah(db.database.read);
  const tarakan = tree.find('64.73' as WilayahCode);
  assert.equal(tarakan?.name, 'Kota Tarakan');
  assert.equal(tarakan?.validUntil, '2012-11-16');
  assert.ok(!tree.childrenOf(KALTIM).some(({ code }) => code === '64.73'));
});

test('a repetition changes nothing and leaves no entry', async () => {
  await importWilayah({ database: db.database, now, newId }, KALTIM);
  const [count] = await db.database.read.query<{ n: number }>(
    statement(
      'test.pending',
      `select count(*)::int as n from ledger_pending where kind = 'wilayah/regions-imported'`,
    ),
  );
  assert.equal(count?.n, 1);
  assert.deepEqual(await chainAfter(db.database.read, 0, 10), []);
});
