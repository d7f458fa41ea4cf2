import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Personal } from '@jatidiri/core/kit/personal.ts';
import type { ResidentRecord } from '@jatidiri/core/registry/model.ts';
import type { WilayahCode } from '@jatidiri/core/wilayah/model.ts';
import { residentCsv } from '../../../seed/residentCsv.ts';
import { statement } from '../../src/platform/db/database.ts';
import { uuidV7Source } from '../../src/platform/ids.ts';
import { findByNik, importResidents, versionsOf } from '../../src/registry/index.ts';
import { importWilayah, loadWilayah, type WilayahTree } from '../../src/wilayah/index.ts';
import { createTestDatabase, type TestDatabase } from '../testDatabase.ts';
import { AS_OF, record } from './records.ts';

const COMMAND = fileURLToPath(new URL('../../src/commands/importResidents.ts', import.meta.url));
const BUSY = `select count(*) from pg_stat_activity
  where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'`;
const now = () => new Date('2026-03-02T01:00:00Z');
const newId = uuidV7Source(now);
let db: TestDatabase;
let wilayah: WilayahTree;
let folder: string;

before(async () => {
  db = await createTestDatabase();
  await importWilayah({ database: db.database, now, newId }, '64' as WilayahCode);
  wilayah = await loadWilayah(db.database.read);
  folder = mkdtempSync(join(tmpdir(), 'jatidiri-import-'));
});
after(async () => {
  rmSync(folder, { recursive: true, force: true });
  await db.drop();
});

const csv = (records: Iterable<ResidentRecord>) => [...residentCsv(records)].join('');

function written(
  name: string,
  content: string | Buffer,
): { path: string; reportPath: string; digest: string } {
  const path = join(folder, name);
  writeFileSync(path, content);
  return {
    path,
    reportPath: `${path}.report.csv`,
    digest: createHash('sha256').update(content).digest('hex'),
  };
}

const imported = ({ path, reportPath }: { path: string; reportPath: string }) =>
  importResidents(
    { database: db.database, wilayah, now, newId },
    { path, reportPath, asOf: AS_OF, onProgress: () => {} },
  );

async function entriesOf(digest: string): Promise<Array<Record<string, unknown>>> {
  const rows = await db.database.read.query<{ details: Record<string, unknown> }>(
    statement(
      'test.entries',
      `select details from ledger_pending
       where kind = 'registry/residents-imported' and details->>'source' = $1 order by id`,
    ),
    [digest],
  );
  return rows.map(({ details }) => details);
}

test('imports a file, writes its digest into the ledger, and does nothing the second time', async () => {
  const file = written('first.csv', csv([record(101), record(102), record(103)]));
  const outcome = { added: 3, changed: 0, unchanged: 0, refused: 0 };
  assert.deepEqual(await imported(file), { ok: true, value: { ...outcome, repeated: false } });
  assert.deepEqual(await imported(file), { ok: true, value: { ...outcome, repeated: true } });

  const [entry, ...others] = await entriesOf(file.digest);
  assert.equal(others.length, 0);
  assert.equal(entry?.batch, 1);
  assert.equal(entry?.added, 3);
  assert.match(String(entry?.rowsDigest), /^[0-9a-f]{64}$/);
  assert.ok(!existsSync(file.reportPath), 'without bad rows there is no report');
});

test('a second file changes only who differs, and keeps the version before', async () => {
  const moved = record(202, { domicile: '64.72.01.1001' as WilayahCode });
  await imported(written('before.csv', csv([record(201), record(202)])));
  const result = await imported(written('after.csv', csv([record(201), moved, record(203)])));
  assert.deepEqual(result, {
    ok: true,
    value: { added: 1, changed: 1, unchanged: 1, refused: 0, repeated: false },
  });
  const current = await findByNik(db.database.read, moved.nik);
  const domiciles = (await versionsOf(db.database.read, current!.id)).map(
    ({ resident }) => resident.domicile,
  );
  assert.deepEqual(domiciles, ['64.71.01.1003', '64.72.01.1001']);
});

test('bad rows go to a report that names line, code and column but no value; good rows go in', async () => {
  const [header, good] = csv([record(301)]).split('\n') as [string, string];
  const other = (serial: number, from: string, to: string) =>
    csv([record(serial)])
      .split('\n')[1]!
      .replace(from, to);
  const lines = [
    header,
    other(302, '6471011708900302', '64710117089003'),
    other(303, '6471011708900303', '6471013202900303'),
    good,
    other(304, '1990-08-17', '1990-02-30'),
    other(305, '64.71.01.1003', '64.71.99.1003'),
    other(306, 'handedOver', 'lost'),
    good,
    other(307, '2015-06-01', '1989-01-01'),
    `${other(308, 'BALIKPAPAN', 'BALIK"PAPAN')}`,
    `${good},`,
    other(309, ',wni,', ',wna-itap,'),
    other(310, 'present,', 'deceased,'),
    other(311, 'WARGA CONTOH 311', ' '),
    other(312, 'JL. CONTOH', 'x'.repeat(9000)),
    other(313, 'BALIKPAPAN', '"BALIKPAPAN, ""KOTA"""'),
  ];
  const broken = Buffer.concat([
    Buffer.from(lines.join('\n')),
    Buffer.from(`\n${other(314, 'BALIKPAPAN', '')}`.replace('ISLAM', 'ISL\u00c4M'), 'latin1'),
  ]);
  const file = written('bad.csv', broken);
  const result = await imported(file);
  assert.deepEqual(result, {
    ok: true,
    value: { added: 2, changed: 0, unchanged: 0, refused: 14, repeated: false },
  });
  const report = readFileSync(file.reportPath, 'utf8');
  assert.deepEqual(report.trimEnd().split('\n'), [
    'line,code,column',
    '2,registry/nik-malformed,nik',
    '3,registry/nik-date-impossible,nik',
    '5,registry/date-malformed,birth_date',
    '6,registry/domicile-unknown,domicile',
    '7,registry/value-unknown,recording',
    '8,registry/nik-duplicate,nik',
    '9,registry/date-contradictory,first_married_on',
    '10,registry/row-malformed,',
    '11,registry/row-malformed,',
    '12,registry/value-missing,permit_from',
    '13,registry/value-missing,life_on',
    '14,registry/text-malformed,name',
    '15,registry/row-too-long,',
    '17,registry/encoding-malformed,',
  ]);
  assert.doesNotMatch(report, /\d{10}/);
  const quoted = await findByNik(db.database.read, record(313).nik);
  assert.equal(quoted?.birthPlace.reveal(), 'BALIKPAPAN, "KOTA"');
});

test('takes CRLF, a byte order mark and a last line without a break; refuses another header', async () => {
  const text = csv([record(401), record(402)]).trimEnd();
  const result = await imported(written('windows.csv', `\ufeff${text.replaceAll('\n', '\r\n')}`));
  assert.ok(result.ok && result.value.added === 2 && result.value.refused === 0);
  const wrong = await imported(written('wrong.csv', text.replace('no_kk', 'kk')));
  assert.deepEqual(wrong, { ok: false, refusal: { code: 'registry/header-unknown' } });
});

test('an import killed in the middle goes on where it was; nobody is missing, nobody is there twice', async () => {
  const fresh = await createTestDatabase();
  try {
    const rows = 70_000;
    let asked = 0;
    const file = written('long.csv', csv(crowd(rows)));
    const count = async (what: string) => {
      const counted = statement(`test.${asked++}`, `select (${what})::int as n`);
      return (await fresh.database.read.query<{ n: number }>(counted))[0]!.n;
    };

    const victim = start(file.path, fresh.url);
    const ended = new Promise((done) => victim.once('exit', (_code, signal) => done(signal)));
    while ((await count('select coalesce(max(batches), 0) from import_run')) < 1) await sleep(5);
    victim.kill('SIGKILL');
    assert.equal(await ended, 'SIGKILL', 'the import was still running');
    while ((await count(BUSY)) > 0) await sleep(5); // the server notices a little later

    const reached = await count('select sum(added) from import_run');
    assert.ok(reached > 0 && reached < rows);
    assert.equal(await count('select count(*) from resident'), reached);
    const finished = start(file.path, fresh.url);
    assert.equal(await new Promise((done) => finished.once('exit', done)), 1, 'one row is refused');
    assert.equal(readFileSync(file.reportPath, 'utf8'), 'line,code,column\n5,registry/nik-duplicate,nik\n');

    assert.equal(await count('select count(distinct nik) from resident'), rows - 1);
    assert.equal(await count('select count(*) from resident'), rows - 1);
    assert.equal(await count('select count(*) from resident_history'), 0);
    assert.equal(await count('select sum(added) from import_run where finished_at is not null'), rows - 1);
    const entries = await count(`select count(distinct details->'batch') from ledger_pending
      where kind = 'registry/residents-imported'`);
    assert.equal(entries, await count('select batches from import_run'));
    assert.equal(await count('select count(distinct opened_by) from resident'), entries);
  } finally {
    await fresh.drop();
  }
});

/** People with different birthdays in their NIKs; the fourth repeats the third. */
function* crowd(size: number): Generator<ResidentRecord> {
  for (let i = 0; i < size; i++) {
    const n = i === 3 ? 2 : i;
    const day = String((Math.floor(n / 9000) % 28) + 1).padStart(2, '0');
    yield record(1, { nik: new Personal(`647101${day}0890${String((n % 9000) + 1).padStart(4, '0')}`) });
  }
}

function start(path: string, databaseUrl: string) {
  return spawn(process.execPath, [COMMAND, path, '--as-of', AS_OF], {
    env: { ...process.env, DATABASE_URL: databaseUrl },
    stdio: 'ignore',
  });
}
