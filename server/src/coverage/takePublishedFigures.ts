import { createHash } from 'node:crypto';
import type { PublishedFigure } from '@jatidiri/core/coverage/model.ts';
import { PublishedTable } from '@jatidiri/core/coverage/publishedTable.ts';
import type { EntryId } from '@jatidiri/core/ledger/model.ts';
import { parse } from 'csv-parse/sync';
import * as v from 'valibot';
import { append, type Tracing } from '../ledger/index.ts';
import type { Sql } from '../platform/db/database.ts';
import { takeFigures } from './publishedStore.ts';

/** Reads a CSV of published figures (core/src/coverage/publishedTable.ts says which columns); throws when it is none. */
export function readPublishedTable(csv: string): PublishedFigure[] {
  return v.parse(PublishedTable, parse(csv, { columns: true, bom: true }));
}

/** Keeps published figures as they were printed; whatever was taken before and is the same leaves no entry. */
export async function takePublishedFigures(
  { now, newId }: Tracing,
  sql: Sql,
  figures: readonly PublishedFigure[],
  source: string,
): Promise<number> {
  const entry = newId() as EntryId;
  const taken = await takeFigures(sql, figures, entry);
  if (taken > 0) {
    const digest = createHash('sha256').update(JSON.stringify(figures)).digest('hex');
    await append({ now, newId: () => entry }, sql, {
      kind: 'coverage/figures-published',
      subject: null,
      actor: { kind: 'system', task: source },
      details: { figures: figures.length, taken, digest },
    });
  }
  return taken;
}
