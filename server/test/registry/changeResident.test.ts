import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { toIsoDate } from '@jatidiri/core/kit/date.ts';
import { Personal } from '@jatidiri/core/kit/personal.ts';
import type { Actor, Entry } from '@jatidiri/core/ledger/model.ts';
import type { Resident, ResidentChange, ResidentId } from '@jatidiri/core/registry/model.ts';
import type { WilayahCode } from '@jatidiri/core/wilayah/model.ts';
import { statement } from '../../src/platform/db/database.ts';
import { uuidV7Source } from '../../src/platform/ids.ts';
import {
  changeResident,
  familyOf,
  findById,
  findByNik,
  readResident,
  takeBatch,
  transitionsOf,
  versionsOf,
} from '../../src/registry/index.ts';
import { importWilayah, loadWilayah, type WilayahTree } from '../../src/wilayah/index.ts';
import { createTestDatabase, type TestDatabase } from '../testDatabase.ts';
import { record, TERITIP } from './records.ts';

const TODAY = toIsoDate('2026-03-05');
const now = () => new Date('2026-03-05T01:00:00Z');
const newId = uuidV7Source(now);
const officer: Actor = { kind: 'officer', officer: newId(), office: '64.71' };
const NOBODY = '00000000-0000-4000-8000-000000000000' as ResidentId;
let db: TestDatabase;
let wilayah: WilayahTree;

before(async () => {
  db = await createTestDatabase();
  await importWilayah({ database: db.database, now, newId }, '64' as WilayahCode);
  wilayah = await loadWilayah(db.database.read);
});
after(() => db.drop());

async function resident(serial: number, differing: Parameters<typeof record>[1] = {}): Promise<Resident> {
  const person = record(serial, differing);
  await db.database.write((sql) =>
    takeBatch({ now, newId }, sql, [person], { task: 'test', digest: '00', batch: serial }),
  );
  return (await findByNik(db.database.read, person.nik))!;
}

const change = (id: ResidentId, what: ResidentChange) =>
  changeResident(
    { database: db.database, wilayah, now, newId },
    { id, change: what, actor: officer, reason: 'civilCertificate' },
  );

async function entriesAbout(id: ResidentId): Promise<Entry[]> {
  return db.database.read.query<Entry>(
    statement('test.about', 'select * from ledger_pending where subject = $1 order by id'),
    [id],
  );
}

test('a change opens a version, keeps the one before, and leaves one entry that opened and closed them', async () => {
  const { id } = await resident(1);
  const result = await change(id, {
    kind: 'moved',
    on: TODAY,
    domicile: '64.72.01.1001' as WilayahCode,
    address: new Personal('JL. BARU NO. 2'),
    family: null,
  });
  assert.ok(result.ok);
  assert.deepEqual(await findById(db.database.read, id), result.value);

  const [entry, ...others] = await entriesAbout(id);
  assert.equal(others.length, 0);
  assert.equal(entry!.kind, 'registry/moved');
  assert.deepEqual(entry!.actor, officer);
  assert.deepEqual(entry!.details, { reason: 'civilCertificate' });

  const [first, second] = await versionsOf(db.database.read, id);
  assert.equal(first!.resident.domicile, TERITIP);
  assert.equal(first!.closedBy, entry!.id);
  assert.equal(second!.resident.validFrom, TODAY);
  assert.deepEqual([second!.openedBy, second!.closedBy], [entry!.id, null]);

  const [transition] = await transitionsOf(db.database.read, [entry!.id]);
  const { before, after } = transition!;
  assert.deepEqual([transition!.id, before?.domicile, after.domicile], [id, TERITIP, '64.72.01.1001']);
  for (const version of [before!, after]) {
    const { wajibFrom, wajibUntil, present, recorded, cardPrinted, handedOver, birthYear } = version;
    assert.deepEqual([wajibFrom, wajibUntil, birthYear], ['2007-08-17', null, 1990]);
    assert.ok(present && recorded && cardPrinted && handedOver);
  }
  assert.equal(after.validFrom, TODAY);
});

test('a death ends the duty to hold a card and takes the person off the family card', async () => {
  const head = await resident(5);
  const child = await resident(6, { relation: 'child' });
  assert.ok((await change(head.id, { kind: 'died', on: TODAY })).ok);
  const family = await familyOf(db.database.read, head.noKk);
  assert.deepEqual(
    family.map(({ id }) => id),
    [child.id],
  );
  const [entry] = await entriesAbout(head.id);
  const [transition] = await transitionsOf(db.database.read, [entry!.id]);
  assert.deepEqual([transition!.after.wajibUntil, transition!.after.present], [TODAY, false]);
});

test('a refused change writes nothing', async () => {
  const { id } = await resident(9);
  const unknown = await change(NOBODY, { kind: 'died', on: TODAY });
  assert.deepEqual(unknown, { ok: false, refusal: { code: 'registry/resident-unknown' } });
  const widowed = await change(id, { kind: 'recordingAdvanced', on: TODAY, to: 'processing' });
  assert.deepEqual(widowed, { ok: false, refusal: { code: 'registry/recording-step-impossible' } });
  const away = await change(id, {
    kind: 'moved',
    on: TODAY,
    domicile: '64.71' as WilayahCode,
    address: new Personal('JL. BARU NO. 2'),
    family: null,
  });
  assert.deepEqual(away, { ok: false, refusal: { code: 'registry/domicile-unknown', field: 'domicile' } });
  assert.deepEqual(await entriesAbout(id), []);
  assert.equal((await versionsOf(db.database.read, id)).length, 1);
});

test('two changes of one person at the same moment follow each other, and neither is lost', async () => {
  const { id } = await resident(13);
  const names = Array.from({ length: 12 }, (_, i) => `WARGA ${String.fromCharCode(65 + i)}`);
  const results = await Promise.all(
    names.map((name) => change(id, { kind: 'nameCorrected', on: TODAY, name: new Personal(name) })),
  );
  assert.ok(results.every(({ ok }) => ok));
  const versions = await versionsOf(db.database.read, id);
  assert.equal(versions.length, 13);
  assert.equal(new Set(versions.map(({ resident }) => resident.name.reveal())).size, 13);
  assert.equal(versions.filter(({ closedBy }) => closedBy === null).length, 1);
});

test('reading hands out what was asked for and writes down who read it, why, and what', async () => {
  const { id } = await resident(17);
  const read = await db.database.write((sql) =>
    readResident({ now, newId }, sql, {
      id,
      actor: officer,
      purpose: 'activation-desk',
      elements: ['name', 'domicile'],
    }),
  );
  assert.deepEqual(Object.keys(read!), ['name', 'domicile']);
  const [entry] = await entriesAbout(id);
  assert.equal(entry!.kind, 'registry/read');
  assert.deepEqual(entry!.details, { purpose: 'activation-desk', elements: ['domicile', 'name'] });

  const nobody = await db.database.write((sql) =>
    readResident({ now, newId }, sql, { id: NOBODY, actor: officer, purpose: 'x', elements: ['name'] }),
  );
  assert.equal(nobody, undefined);
});
