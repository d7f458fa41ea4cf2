import { readFileSync } from 'node:fs';
import type { PublishedFigure } from '@jatidiri/core/coverage/model.ts';
import { PublishedTable } from '@jatidiri/core/coverage/publishedTable.ts';
import { parse } from 'csv-parse/sync';
import * as v from 'valibot';

const FILE = new URL('published-figures.csv', import.meta.url);

/** Every figure of the articles, in the order of the file; a line that does not fit is a fault of this repository. */
export function readPublishedFigures(): readonly PublishedFigure[] {
  return v.parse(PublishedTable, parse(readFileSync(FILE, 'utf8'), { columns: true }));
}
