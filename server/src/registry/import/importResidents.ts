import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { splitFields } from '@jatidiri/core/kit/csv.ts';
import type { IsoDate } from '@jatidiri/core/kit/date.ts';
import { ok, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { ResidentRecord } from '@jatidiri/core/registry/model.ts';
import type { RegistryRefusal } from '@jatidiri/core/registry/refusals.ts';
import type { Database } from '../../platform/db/database.ts';
import type { WilayahTree } from '../../wilayah/index.ts';
import { type EncodedBatch, encodeBatch } from '../encodeBatch.ts';
import { type BatchOutcome, takeEncoded } from '../takeBatch.ts';
import { CSV_COLUMNS, parseRow } from './parseRow.ts';
import { type Line, readLines } from './readLines.ts';
import { openReport, type Report } from './report.ts';
import { advanceRun, finishRun, type ImportRun, openRun } from './runStore.ts';
import { type SeenNiks, seenNiks } from './seenNiks.ts';

interface Deps {
  readonly database: Pick<Database, 'write'>;
  readonly wilayah: WilayahTree;
  readonly now: () => Date;
  readonly newId: () => string;
}

interface Input {
  readonly path: string;
  readonly reportPath: string;
  /** The day for which the file speaks. */
  readonly asOf: IsoDate;
  readonly onProgress: (progress: ImportProgress) => void;
}

export interface ImportProgress {
  readonly bytes: number;
  readonly totalBytes: number;
  readonly rows: number;
}

export interface ImportOutcome extends BatchOutcome {
  /** The file was imported before: nothing was done. */
  readonly repeated: boolean;
  readonly refused: number;
}

/** Rows per transaction: enough that its fixed cost disappears, few enough that two batches are small in memory. */
const BATCH_ROWS = 20_000;

/**
 * Imports a CSV file of residents (docs/IMPORT.md). Rows are read and checked while the batch before them is being
 * written. Where it stopped is written with each batch: a killed import goes on there, and a finished one does not
 * begin again. A file without the right header is refused whole.
 */
export async function importResidents(
  deps: Deps,
  input: Input,
): Promise<Result<ImportOutcome, RegistryRefusal>> {
  const file = await open(input.path);
  try {
    if (!(await hasHeader(file))) return refuse({ code: 'registry/header-unknown' });
    const digest = await digestOf(file);
    const run = await deps.database.write((sql) => openRun(sql, digest, input.asOf, deps.now()));
    if (run.finished) return ok({ ...countsOf(run), refused: 0, repeated: true });
    const report = await openReport(input.reportPath);
    try {
      const counts = await importRows(deps, { file, digest, run, report, onProgress: input.onProgress });
      return ok({ ...counts, refused: report.refused, repeated: false });
    } finally {
      await report.close();
    }
  } finally {
    await file.close();
  }
}

interface Work {
  readonly file: FileHandle;
  readonly digest: string;
  readonly run: ImportRun;
  readonly report: Report;
  readonly onProgress: Input['onProgress'];
}

async function importRows(deps: Deps, work: Work): Promise<BatchOutcome> {
  const { file, digest, run, report } = work;
  const totalBytes = (await file.stat()).size;
  const seen = seenNiks();
  const writer = batchWriter(deps, digest, run);
  let batch = encodeBatch(deps.newId);
  let bytes = 0;

  for await (const lines of readLines(file)) {
    for (const line of lines) {
      bytes = line.end;
      if (line.number === 1) continue;
      const parsed = parseLine(line, { asOf: run.asOf, wilayah: deps.wilayah }, seen);
      if (!parsed.ok) report.add(line.number, parsed.refusal);
      else if (line.end > run.byteOffset) batch.add(parsed.value);
      if (batch.rows === BATCH_ROWS) {
        await writer.write(batch.finish(), line.end);
        batch = encodeBatch(deps.newId);
      }
    }
    await report.flush();
    work.onProgress({ bytes, totalBytes, rows: (lines.at(-1)?.number ?? 1) - 1 });
  }
  await writer.write(batch.finish(), bytes);
  return writer.finish();
}

function parseLine(
  { text }: Line,
  context: Parameters<typeof parseRow>[1],
  seen: SeenNiks,
): Result<ResidentRecord, RegistryRefusal> {
  if (text === null) return refuse({ code: 'registry/row-too-long' });
  if (text.includes('\ufffd')) return refuse({ code: 'registry/encoding-malformed' });
  const fields = splitFields(text);
  if (!fields) return refuse({ code: 'registry/row-malformed' });
  const parsed = parseRow(fields, context);
  if (parsed.ok && !seen.add(parsed.value.nik.reveal())) {
    return refuse({ code: 'registry/nik-duplicate', field: 'nik' });
  }
  return parsed;
}

/** Writes one batch while the caller prepares the next; `write` waits for the one before. */
function batchWriter(deps: Deps, digest: string, run: ImportRun) {
  let counts = countsOf(run);
  let written = run.byteOffset;
  let batch = run.batches;
  let pending: Promise<void> = Promise.resolve();

  async function writeOne(encoded: EncodedBatch, to: number): Promise<void> {
    const outcome = await deps.database.write(async (sql) => {
      const outcome = await takeEncoded(deps, sql, encoded, { task: 'import', digest, batch: batch + 1 });
      if (!(await advanceRun(sql, digest, { from: written, to }, outcome))) {
        throw new Error('Another process is importing this file.');
      }
      return outcome;
    });
    batch += 1;
    written = to;
    counts = sum(counts, outcome);
  }

  return {
    async write(encoded: EncodedBatch, to: number): Promise<void> {
      await pending;
      if (encoded.rows > 0) pending = writeOne(encoded, to);
      pending.catch(() => {}); // whoever awaits it next gets the error
    },
    async finish(): Promise<BatchOutcome> {
      await pending;
      await deps.database.write((sql) => finishRun(sql, digest, deps.now()));
      return counts;
    },
  };
}

function countsOf({ added, changed, unchanged }: BatchOutcome): BatchOutcome {
  return { added, changed, unchanged };
}

function sum(a: BatchOutcome, b: BatchOutcome): BatchOutcome {
  return {
    added: a.added + b.added,
    changed: a.changed + b.changed,
    unchanged: a.unchanged + b.unchanged,
  };
}

const HEADER = CSV_COLUMNS.join(',');
const BYTE_ORDER_MARK = '\ufeff';

async function hasHeader(file: FileHandle): Promise<boolean> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(HEADER.length + 5), 0, HEADER.length + 5, 0);
  const [first] = buffer.toString('utf8', 0, bytesRead).split(/\r?\n/);
  return first === HEADER || first === BYTE_ORDER_MARK + HEADER;
}

async function digestOf(file: FileHandle): Promise<string> {
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafe(1 << 20);
  for (let at = 0; ; ) {
    const { bytesRead } = await file.read(buffer, 0, buffer.length, at);
    if (bytesRead === 0) return hash.digest('hex');
    hash.update(buffer.subarray(0, bytesRead));
    at += bytesRead;
  }
}
