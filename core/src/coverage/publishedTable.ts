import * as v from 'valibot';
import { type IsoDate, parseIsoDate } from '../kit/date.ts';
import { parseWilayahCode, type WilayahCode } from '../wilayah/model.ts';
import type { DenominatorKind, Indicator, PublishedFigure } from './model.ts';

const INDICATOR_NAMES = {
  ikd_active: 'ikdActive',
  ktpel_recorded: 'ktpElRecorded',
  pemilih_pemula_recorded: 'pemilihPemulaRecorded',
  kia_owned: 'kiaOwned',
  outreach_activations: 'outreachActivations',
} as const satisfies Record<string, Indicator>;

const BASE_NAMES = {
  wajib_ktp: 'wajibKtp',
  recorded: 'recorded',
  pemilih_pemula: 'pemilihPemula',
  children_under_17: 'childrenUnder17',
  target_of_recorded: 'targetOfRecorded',
} as const satisfies Record<string, DenominatorKind | 'targetOfRecorded'>;

const text = v.pipe(v.string(), v.nonEmpty());
const count = v.pipe(v.string(), v.digits(), v.transform(Number));
const percent = v.pipe(v.string(), v.regex(/^\d{1,3}(\.\d{1,6})?$/));
const day = v.pipe(
  v.string(),
  v.check((value) => parseIsoDate(value) !== undefined),
  v.transform((value) => value as IsoDate),
);
const wilayah = v.pipe(
  v.string(),
  v.check((value) => parseWilayahCode(value) !== undefined),
  v.transform((value) => value as WilayahCode),
);

/** An empty cell is a part that was not printed. */
function printed<Cell extends v.GenericSchema<string, unknown>>(cell: Cell) {
  return v.union([
    v.pipe(
      v.literal(''),
      v.transform(() => null),
    ),
    cell,
  ]);
}

function named<const Names extends Record<string, string>>(names: Names) {
  return v.pipe(
    v.picklist(Object.keys(names) as (keyof Names & string)[]),
    v.transform((name) => names[name]),
  );
}

const Row = v.pipe(
  v.strictObject({
    id: text,
    indicator: named(INDICATOR_NAMES),
    region_code: wilayah,
    region_name: text,
    as_of: printed(day),
    numerator: printed(count),
    denominator: printed(count),
    denominator_kind: printed(named(BASE_NAMES)),
    percent_published: printed(percent),
    target_percent: printed(v.pipe(percent, v.transform(Number))),
    target_year: printed(count),
    source: text,
    note: printed(text),
  }),
  v.transform(
    (row): PublishedFigure => ({
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
    }),
  ),
);

/** The rows of a table of published figures, each cell as text under the names of its head. */
export const PublishedTable = v.array(Row);
