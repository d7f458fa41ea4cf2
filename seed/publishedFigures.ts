import { readFileSync } from 'node:fs';
import { type IsoDate, parseIsoDate } from '@jatidiri/core/kit/date.ts';
import { parseWilayahCode, type WilayahCode } from '@jatidiri/core/wilayah/model.ts';
import { parse } from 'csv-parse/sync';
import * as v from 'valibot';

const text = v.pipe(v.string(), v.nonEmpty());
const orNull = <T extends v.GenericSchema<string, unknown>>(schema: T) =>
  v.union([
    v.pipe(
      v.literal(''),
      v.transform(() => null),
    ),
    schema,
  ]);
const count = v.pipe(v.string(), v.digits(), v.transform(Number));
const percent = v.pipe(v.string(), v.regex(/^\d{1,3}(\.\d+)?$/), v.transform(Number));
const day = v.pipe(
  v.string(),
  v.check((value) => parseIsoDate(value) !== undefined, 'not a calendar day'),
  v.transform((value) => value as IsoDate),
);
const wilayah = v.pipe(
  v.string(),
  v.check((value) => parseWilayahCode(value) !== undefined, 'not a wilayah code'),
  v.transform((value) => value as WilayahCode),
);

/**
 * One line of published-figures.csv: what an article printed, with the parts of which a percentage is made
 * where the article gives them. `source` is the identifier of the article.
 */
const PublishedFigure = v.pipe(
  v.strictObject({
    id: text,
    indicator: v.picklist([
      'ikd_active',
      'ktpel_recorded',
      'pemilih_pemula_recorded',
      'kia_owned',
      'outreach_activations',
    ]),
    region_code: wilayah,
    region_name: text,
    as_of: orNull(day),
    numerator: orNull(count),
    denominator: orNull(count),
    denominator_kind: orNull(
      v.picklist(['wajib_ktp', 'pemilih_pemula', 'children_under_17', 'target_of_recorded']),
    ),
    percent_published: orNull(percent),
    target_percent: orNull(percent),
    target_year: orNull(count),
    source: text,
    note: orNull(text),
  }),
  v.transform((row) => ({
    id: row.id,
    indicator: row.indicator,
    region: row.region_code,
    regionName: row.region_name,
    asOf: row.as_of,
    numerator: row.numerator,
    denominator: row.denominator,
    denominatorKind: row.denominator_kind,
    percentPublished: row.percent_published,
    targetPercent: row.target_percent,
    targetYear: row.target_year,
    source: row.source,
    note: row.note,
  })),
);
export type PublishedFigure = v.InferOutput<typeof PublishedFigure>;

const FILE = new URL('published-figures.csv', import.meta.url);

/** All published figures, in the order of the file; a line that does not fit is a fault of this repository. */
export function readPublishedFigures(file: URL = FILE): readonly PublishedFigure[] {
  const rows: unknown = parse(readFileSync(file, 'utf8'), { columns: true });
  return v.parse(v.array(PublishedFigure), rows);
}
