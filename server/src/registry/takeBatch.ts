import { createHash } from 'node:crypto';
import type { EntryId } from '@jatidiri/core/ledger/model.ts';
import type { ResidentRecord } from '@jatidiri/core/registry/model.ts';
import { append } from '../ledger/index.ts';
import { copyRow } from '../platform/db/copy.ts';
import type { Sql } from '../platform/db/database.ts';
import { addStaged, replaceChanged, stage } from './batchStore.ts';
import { valuesOf } from './columns.ts';

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

/**
 * Writes many records in the caller's transaction: whoever is new is added, whoever differs gets a new version,
 * whoever is the same is left alone. One entry stands for all, with the digest of the rows (SHA-256 over them in
 * COPY's text format, in order, each ended by a newline). A batch that changes nothing leaves no entry.
 * No NIK may occur twice in `rows`.
 */
export async function takeBatch(
  { now, newId }: Deps,
  sql: Sql,
  rows: readonly ResidentRecord[],
  source: BatchSource,
): Promise<BatchOutcome> {
  const entry = newId() as EntryId;
  const { copy, digest } = encode(rows, newId);
  await stage(sql, copy);

  const added = await addStaged(sql, entry);
  const changed = added < rows.length ? await replaceChanged(sql, entry) : 0;
  const unchanged = rows.length - added - changed;
  if (added + changed > 0) {
    await append({ now, newId: () => entry }, sql, {
      kind: 'registry/residents-imported',
      subject: null,
      actor: { kind: 'system', task: source.task },
      details: {
        source: source.digest,
        batch: source.batch,
        added,
        changed,
        unchanged,
        rowsDigest: digest,
      },
    });
  }
  return { added, changed, unchanged };
}

function encode(rows: readonly ResidentRecord[], newId: () => string): { copy: Buffer; digest: string } {
  let copied = '';
  let digested = '';
  for (const row of rows) {
    const text = `${copyRow(valuesOf(row))}\n`;
    copied += `${newId()}\t${text}`;
    digested += text;
  }
  return { copy: Buffer.from(copied), digest: createHash('sha256').update(digested).digest('hex') };
}
