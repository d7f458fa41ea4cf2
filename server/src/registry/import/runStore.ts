import type { IsoDate } from '@jatidiri/core/kit/date.ts';
import { type Sql, statement } from '../../platform/db/database.ts';
import type { BatchOutcome } from '../takeBatch.ts';

/** How far the import of one file has come. */
export interface ImportRun extends BatchOutcome {
  readonly asOf: IsoDate;
  readonly finished: boolean;
  readonly byteOffset: number;
  readonly batches: number;
}

const START = statement(
  'registry.startRun',
  `insert into import_run (file_digest, as_of, started_at) values ($1, $2, $3) on conflict do nothing`,
);

/** Begins the run of a file, or finds where an earlier one stopped: its `asOf` then holds. */
export async function openRun(sql: Sql, digest: string, asOf: IsoDate, at: Date): Promise<ImportRun> {
  await sql.query(START, [digest, asOf, at]);
  const [run] = await sql.query<ImportRun>(READ, [digest]);
  return run!;
}

const READ = statement(
  'registry.readRun',
  `select as_of as "asOf", finished_at is not null as finished, byte_offset as "byteOffset", batches,
          added, changed, unchanged
   from import_run where file_digest = $1`,
);

const ADVANCE = statement(
  'registry.advanceRun',
  `update import_run set byte_offset = $3, batches = batches + 1,
     added = added + $4, changed = changed + $5, unchanged = unchanged + $6
   where file_digest = $1 and byte_offset = $2 returning batches`,
);

/** Moves a run on from where it was; false when somebody else has moved it. */
export async function advanceRun(
  sql: Sql,
  digest: string,
  span: { readonly from: number; readonly to: number },
  outcome: BatchOutcome,
): Promise<boolean> {
  const { added, changed, unchanged } = outcome;
  const moved = await sql.query(ADVANCE, [digest, span.from, span.to, added, changed, unchanged]);
  return moved.length === 1;
}

const FINISH = statement(
  'registry.finishRun',
  'update import_run set finished_at = $2 where file_digest = $1',
);

export async function finishRun(sql: Sql, digest: string, at: Date): Promise<void> {
  await sql.query(FINISH, [digest, at]);
}
