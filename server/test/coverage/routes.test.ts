import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { CoverageReply, PublishedReply } from '@jatidiri/core/coverage/wire.ts';
import * as v from 'valibot';
import {
  coverageRoutes,
  projectCoverage,
  readPublishedTable,
  takePublishedFigures,
} from '../../src/coverage/index.ts';
import { type Database, type Statement, statement } from '../../src/platform/db/database.ts';
import { createApp } from '../../src/platform/http/app.ts';
import { record } from '../registry/records.ts';
import { createTestDatabase, type TestDatabase } from '../testDatabase.ts';
import { foundTown, HOMES, type Town } from './town.ts';

const [PASER, , BALIKPAPAN, , SAMARINDA] = HOMES;
const FILE = new URL('../../../seed/published-figures.csv', import.meta.url);
let db: TestDatabase;
let town: Town;
let app: ReturnType<typeof createApp>;
const ran: string[] = [];

before(async () => {
  db = await createTestDatabase();
  town = foundTown(listened(db.database));
  app = createApp({
    log: { info: () => {}, fault: (error) => assert.fail(String(error)) },
    now: town.now,
    trustProxy: false,
  });
  coverageRoutes(app, town);
  await town.import([
    record(1, { domicile: BALIKPAPAN }),
    record(2, { domicile: BALIKPAPAN, recording: 'unregistered', recordedOn: null }),
    record(3, { domicile: SAMARINDA }),
    record(4, { domicile: PASER }),
  ]);
  await town.takeOver([1]);
  await project();
});
after(async () => {
  await app.close();
  await db.drop();
});

/** Remembers by name which statements a snapshot ran. */
function listened(database: Database): Database {
  return {
    ...database,
    snapshot: (work) =>
      database.snapshot((sql) =>
        work({
          ...database.read,
          query: <Row extends object>(wanted: Statement, values?: readonly unknown[]) => {
            ran.push(wanted.name);
            return sql.query<Row>(wanted, values);
          },
        }),
      ),
  };
}

async function project(): Promise<void> {
  await town.chain();
  while ((await projectCoverage(town)) > 0);
}

const get = (path: string, headers: Record<string, string> = {}) =>
  app.inject({ method: 'GET', url: `/api/coverage/${path}`, headers });
const figures = async () => v.parse(CoverageReply, (await get('figures')).json());

test('every region comes with both measures, each with its parts, base, day and source', async () => {
  const { province, regions, asOf, target, countedUpTo } = await figures();
  assert.deepEqual([asOf, target], ['2026-03-02', { percent: 30, year: 2026 }]);
  const stated = {
    indicator: 'ikdActive',
    numerator: 1,
    asOf,
    source: { kind: 'registryProjection', entry: countedUpTo },
  };
  assert.deepEqual(province, {
    code: '64',
    name: 'Kalimantan Timur',
    residents: 4,
    wajibKtp: 4,
    recorded: 3,
    cardPrinted: 3,
    ikdActive: 1,
    activeAtTarget: 2,
    coverageOfWajibKtp: {
      measure: 'coverage',
      ...stated,
      denominator: { kind: 'wajibKtp', count: 4 },
      ratio: 0.25,
    },
    coverageOfRecorded: {
      measure: 'coverage',
      ...stated,
      denominator: { kind: 'recorded', count: 3 },
      ratio: 1 / 3,
    },
    targetAttainment: {
      measure: 'targetAttainment',
      ...stated,
      denominator: { kind: 'wajibKtp', count: 4 },
      targetPercent: 30,
      ratio: 1 / 1.2,
    },
  });
  assert.deepEqual(
    regions.map(({ code, wajibKtp, ikdActive }) => [code, wajibKtp, ikdActive]),
    [
      ['64.01', 1, 0],
      ['64.09', 0, 0],
      ['64.71', 2, 1],
      ['64.72', 1, 0],
    ],
  );
  assert.equal(regions[1]!.coverageOfWajibKtp.ratio, null, 'nothing is no percentage');
});

test('an identity is counted where its holder lives, and moves along', async () => {
  await town.change(1, {
    kind: 'moved',
    on: town.today(),
    domicile: SAMARINDA!,
    address: record(1).address,
    family: null,
  });
  await project();
  const { regions } = await figures();
  assert.deepEqual(
    regions.map(({ ikdActive }) => ikdActive),
    [0, 0, 0, 1],
  );
});

test('anybody may read it from any page, and whoever has it is told so', async () => {
  const first = await get('figures');
  assert.equal(first.headers['access-control-allow-origin'], '*');
  assert.match(String(first.headers['cache-control']), /^public, max-age=\d$/);
  const etag = String(first.headers.etag);
  for (const known of [etag, `W/${etag}`, `"other", ${etag}`]) {
    const again = await get('figures', { 'if-none-match': known });
    assert.deepEqual([again.statusCode, again.body], [304, '']);
  }
  assert.equal((await get('figures', { 'if-none-match': '"other"' })).statusCode, 200);

  await town.import([record(5, { domicile: PASER })]);
  await project();
  const changed = await get('figures', { 'if-none-match': etag });
  assert.deepEqual([changed.statusCode, changed.json().province.residents], [200, 5]);
});

test('the counts are added up anew only when something was counted or a day has passed', async () => {
  await figures();
  ran.length = 0;
  await figures();
  assert.deepEqual(ran, []);
  town.passDays(1);
  await figures();
  assert.deepEqual(ran, ['coverage.shown', 'coverage.targets', 'coverage.counts']);
});

test('published figures come as printed, each with what its parts say', async () => {
  const table = readPublishedTable(readFileSync(FILE, 'utf8'));
  const take = (rows: typeof table) =>
    db.database.write((sql) => takePublishedFigures(town, sql, rows, 'published-figures.csv'));
  assert.equal(await take(table), 19);
  assert.equal(await take(table), 0, 'the same again changes nothing');

  const answer = await get('published');
  const published = v.parse(PublishedReply, answer.json()).figures;
  assert.deepEqual(
    published.map(({ id }) => id),
    table.map(({ id }) => id),
  );
  const first = published[0]!;
  assert.deepEqual(
    [first.percentPublished, first.asOf, first.verdict.kind],
    ['3.40', '2023-12-31', 'follows'],
  );
  const attainment = published.find(({ id }) => id === 'kaltim-ikd-2024-10')!.verdict;
  assert.ok(attainment.kind === 'otherMeasure');
  assert.equal(attainment.figure.ratio?.toFixed(4), '0.1825');
  assert.equal(attainment.coverage.ratio?.toFixed(4), '0.0548');

  const corrected = table.map((row) => (row.id === first.id ? { ...row, numerator: 94_981 } : row));
  assert.equal(await take(corrected), 1);
  const [history] = await db.database.read.query<{ n: number; numerator: number }>(
    statement(
      'test.history',
      'select count(*)::int as n, min(numerator) as numerator from published_figure_history',
    ),
  );
  assert.deepEqual(history, { n: 1, numerator: 94_980 });
  const [entries] = await db.database.read.query<{ n: number }>(
    statement(
      'test.entries',
      `select count(*)::int as n from ledger_pending where kind = 'coverage/figures-published'`,
    ),
  );
  assert.equal(entries!.n, 2);
});

test('published figures come page by page, those of the newest report first', async () => {
  const [row] = readPublishedTable(readFileSync(FILE, 'utf8'));
  for (let n = 0; n < 21; n++)
    await db.database.write((sql) =>
      takePublishedFigures(town, sql, [{ ...row!, id: `laporan-${n}`, source: `sumber-${n}` }], `${n}.csv`),
    );
  const page = async (n: number) => v.parse(PublishedReply, (await get(`published?page=${n}`)).json());
  const [first, second] = [await page(1), await page(2)];
  const sources = [first, second].map(({ figures }) => new Set(figures.map(({ source }) => source)).size);
  assert.deepEqual([sources, first.nextPage, second.nextPage], [[20, 6], 2, null]);
  assert.equal(first.figures[0]!.source, 'sumber-20');
  assert.equal((await get('published?page=0')).statusCode, 422);
  assert.deepEqual((await page(99)).figures, []);
});

test('a table of other columns or with nonsense in it is refused as a whole', () => {
  const head = readFileSync(FILE, 'utf8').split('\n')[0]!;
  for (const csv of [
    'a,b\n1,2\n',
    `${head}\nx,ikd_active,64,Kaltim,2024-13-01,1,2,wajib_ktp,50,,,s,\n`,
    `${head}\nx,ikd_active,64,Kaltim,,1,2,wajib_ktp,"50,00",,,s,\n`,
    `${head}\nx,unknown,64,Kaltim,,1,2,wajib_ktp,50,,,s,\n`,
  ]) {
    assert.throws(() => readPublishedTable(csv));
  }
});

test('knowing nobody, the answer is zeros and no percentage', async () => {
  const empty = await createTestDatabase();
  const other = createApp({ log: { info: () => {}, fault: String }, now: town.now, trustProxy: false });
  coverageRoutes(other, { ...town, database: empty.database });
  const reply = v.parse(
    CoverageReply,
    (await other.inject({ method: 'GET', url: '/api/coverage/figures' })).json(),
  );
  assert.deepEqual([reply.province.residents, reply.province.coverageOfWajibKtp.ratio], [0, null]);
  await other.close();
  await empty.drop();
});
