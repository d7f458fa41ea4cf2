// The import of residents against PostgreSQL's own COPY of the same rows into the same table, in one run.
//   node bench/importResidents.ts [--residents 200000]
import { execFile } from 'node:child_process';
import { chmodSync, createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { toIsoDate } from '@jatidiri/core/kit/date.ts';
import type { ResidentRecord } from '@jatidiri/core/registry/model.ts';
import type { WilayahCode } from '@jatidiri/core/wilayah/model.ts';
import { syntheticResidents } from '../seed/population.ts';
import { readRegions } from '../seed/regions.ts';
import { residentCsv } from '../seed/residentCsv.ts';
import { copyIn } from '../server/src/platform/db/copy.ts';
import { type Database, openDatabase, statement } from '../server/src/platform/db/database.ts';
import { startEmbedded } from '../server/src/platform/db/embedded.ts';
import { migrate } from '../server/src/platform/db/migrate.ts';
import { uuidV7Source } from '../server/src/platform/ids.ts';
import { COLUMNS, valuesOf } from '../server/src/registry/columns.ts';
import { copyRow } from '../server/src/registry/copyRow.ts';
import { importWilayah } from '../server/src/wilayah/index.ts';

const GOAL = 0.4;
const PIECE = 1_000_000;
const AS_OF = toIsoDate('2026-01-01');
const now = () => new Date();
const newId = uuidV7Source(now);
const run = promisify(execFile);
const ROOT = fileURLToPath(new URL('..', import.meta.url));

interface Measured {
  readonly seconds: number;
  readonly megabytes: number;
}

async function compare(residents: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'jatidiri-bench-'));
  chmodSync(folder, 0o711);
  const server = await startEmbedded(folder);
  try {
    const csv = join(folder, 'residents.csv');
    const copyFile = join(folder, 'residents.copy');
    await writeRows(residents, csv, copyFile);
    const reference = await measureCopy(await createDatabase(server.url, 'reference'), copyFile);
    const ours = await measureImport(await createDatabase(server.url, 'ours'), csv);

    const rate = (seconds: number) => `${Math.round(residents / seconds)}/s`;
    const ratio = (reference / ours.seconds).toFixed(2);
    console.log(
      `import-residents ratio=${ratio} goal=${GOAL.toFixed(2)} ours=${rate(ours.seconds)} reference=${rate(reference)}`,
    );
    console.log(`import-memory ours=${ours.megabytes}MB goal=200MB residents=${residents}`);
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The same people twice: as an import file, and in the very form in which the table takes them. */
async function writeRows(size: number, csvPath: string, copyPath: string): Promise<void> {
  const regions = await readRegions();
  const people = () => syntheticResidents({ seed: 1, size, asOf: AS_OF, regions });
  await pipeline(residentCsv(people()), createWriteStream(csvPath));
  await pipeline(copyText(people()), createWriteStream(copyPath));
}

function* copyText(people: Iterable<ResidentRecord>): Generator<string> {
  const entry = newId();
  let text = '';
  for (const person of people) {
    text += `${newId()}\t${entry}\t${copyRow(valuesOf({ ...person, validFrom: AS_OF }))}\n`;
    if (text.length < PIECE) continue;
    yield text;
    text = '';
  }
  yield text;
}

async function createDatabase(server: string, name: string): Promise<string> {
  await using(server, (database) =>
    database.read.query(statement(`create-${name}`, `create database ${name}`)),
  );
  const url = server.replace('/postgres?', `/${name}?`);
  await using(url, async (database) => {
    await migrate(database);
    await importWilayah({ database, now, newId }, '64' as WilayahCode);
    await database.read.query(statement('checkpoint', 'checkpoint'));
  });
  return url;
}

async function measureCopy(url: string, path: string): Promise<number> {
  return using(url, async (database) => {
    const started = performance.now();
    await database.write((sql) =>
      copyIn(sql, `copy resident (id, opened_by, ${COLUMNS.join(', ')}) from stdin`, createReadStream(path)),
    );
    return (performance.now() - started) / 1000;
  });
}

/** The command that an operator runs, in a process of its own: it says itself how long and how large it was. */
async function measureImport(url: string, path: string): Promise<Measured> {
  const env = { ...process.env, DATABASE_URL: url };
  const { stdout } = await run('npm', ['run', 'import', '--', path, '--as-of', AS_OF], { env, cwd: ROOT });
  const said = /([\d.]+) s, at most (\d+) MB of memory/.exec(stdout);
  if (!said) throw new Error('the import did not say what it took');
  return { seconds: Number(said[1]), megabytes: Number(said[2]) };
}

async function using<T>(url: string, work: (database: Database) => Promise<T>): Promise<T> {
  const database = openDatabase({ connectionString: url }, () => {});
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

const { values } = parseArgs({ options: { residents: { type: 'string', default: '200000' } } });
await compare(Number(values.residents));
