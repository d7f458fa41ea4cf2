import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import { elementsOf, resultHeader, resultLine } from '@jatidiri/core/matching/batchRows.ts';
import type { MatchRefusalCode } from '@jatidiri/core/matching/refusals.ts';
import type { Database } from '../../platform/db/database.ts';
import { answeredRows, type Batch, type BatchKey, findBatch } from './batchStore.ts';

type Read<T> = Result<T, Refusal<MatchRefusalCode>>;

interface Deps {
  readonly database: Database;
}

/** A batch of another partner is, for this one, unknown. */
export async function readBatch({ database }: Deps, key: BatchKey): Promise<Read<Batch>> {
  const batch = await findBatch(database.read, key);
  return batch ? ok(batch) : refuse({ code: 'match/batch-unknown' });
}

/** The answers in the order of the rows: at most 10,000 short lines, so built whole. */
export async function readResult(
  deps: Deps,
  key: BatchKey,
  format: 'csv' | 'jsonLines',
): Promise<Read<string>> {
  const batch = await readBatch(deps, key);
  if (!batch.ok) return batch;
  if (batch.value.state !== 'done' && batch.value.state !== 'stopped')
    return refuse({ code: 'match/batch-not-ready' });
  const rows = await answeredRows(deps.database.read, key);
  if (format === 'jsonLines') {
    const lines = rows.map(({ ref, answer: { kind: _, ...said } }) => JSON.stringify({ ref, ...said }));
    return ok(`${lines.join('\n')}\n`);
  }
  const elements = elementsOf(rows.map(({ answer }) => answer));
  const lines = rows.map(({ ref, answer }) => resultLine(ref, answer, elements));
  return ok(`${[resultHeader(elements), ...lines].join('\r\n')}\r\n`);
}
