import type { EntryId } from '@jatidiri/core/ledger/model.ts';
import type { ResidentRecord } from '@jatidiri/core/registry/model.ts';
import { append } from '../ledger/index.ts';
import type { Sql } from '../platform/db/database.ts';
import { addStaged, replaceChanged, stage } from './batchStore.ts';
import { type EncodedBatch, encodeBatch } from './encodeBatch.ts';

interface Deps {
  readonly now: () => Date;
  readonly newId: () => string;
}

/** Where the rows come from, as the ledger names it. */
export interface BatchSource {
  readonly task: string;
  /** SHA-256 of the file, hexadecimal; of whatever determines the rows when there is no file. */
  readonly digest: string;
  /** Counted from 1 within the source. */
  readonly batch: number;
}

export interface BatchOutcome {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
}

/** Writes many records in the caller's transaction. No NIK may occur twice in `records`. */
export async function takeBatch(
  deps: Deps,
  sql: Sql,
  records: Iterable<ResidentRecord>,
  source: BatchSource,
): Promise<BatchOutcome> {
  const encoder = encodeBatch(deps.newId);
  for (const record of records) encoder.add(record);
  return takeEncoded(deps, sql, encoder.finish(), source);
}

/**
 * Whoever is new is added, whoever differs gets a new version, whoever is the same is left alone. One entry stands
 * for all, with the digest of the rows. A batch that changes nothing leaves no entry.
 */
export async function takeEncoded(
  { now, newId }: Deps,
  sql: Sql,
  batch: EncodedBatch,
  source: BatchSource,
): Promise<BatchOutcome> {
  const entry = newId() as EntryId;
  await stage(sql, batch.pieces);
  const added = await addStaged(sql, entry);
  const changed = added < batch.rows ? await replaceChanged(sql, entry) : 0;
  const unchanged = batch.rows - added - changed;

  if (added + changed > 0) {
    const { task, digest, batch: number } = source;
    await append({ now, newId: () => entry }, sql, {
      kind: 'registry/residents-imported',
      subject: null,
      actor: { kind: 'system', task },
      details: { source: digest, batch: number, added, changed, unchanged, rowsDigest: batch.digest },
    });
  }
  return { added, changed, unchanged };
}
