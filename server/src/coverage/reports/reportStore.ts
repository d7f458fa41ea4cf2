import type { EntryId } from '@jatidiri/core/ledger/model.ts';
import type { ReportRow } from '@jatidiri/core/report/readReport.ts';
import { type Sql, statement, violatedConstraint } from '../../platform/db/database.ts';

export interface KeptReport {
  readonly id: string;
  readonly name: string;
  /** The name of the office that brought it. */
  readonly office: string;
  readonly takenAt: Date;
  readonly rows: number;
  readonly digest: string;
}

export interface ReportFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Buffer;
}

const INSERT = statement(
  'coverage.insertReport',
  `insert into report (id, opened_by, office, officer, name, media_type, digest, bytes, rows, taken_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
);
const INSERT_ROWS = statement(
  'coverage.insertReportRows',
  `insert into published_figure (id, opened_by, place, indicator, region, region_name, as_of, numerator, denominator,
     denominator_kind, percent_published, target_percent, target_year, source, note, report)
   select $1 || '/' || cell, $2, (select coalesce(max(place), 0) from published_figure) + place, indicator, region,
     region_name, as_of, numerator, denominator, denominator_kind, percent_published, target_percent, target_year, $1,
     note, $1::uuid
   from unnest($3::text[], $4::text[], $5::text[], $6::text[], $7::date[], $8::bigint[], $9::bigint[], $10::text[],
     $11::text[], $12::float8[], $13::int[], $14::text[]) with ordinality
     as row (cell, indicator, region, region_name, as_of, numerator, denominator, denominator_kind, percent_published,
       target_percent, target_year, note, place)`,
);

interface NewReport extends ReportFile {
  readonly id: string;
  readonly officer: { readonly id: string; readonly office: { readonly id: string } };
  readonly digest: string;
  readonly at: Date;
  readonly rows: readonly ReportRow[];
}

/** The file and each of its rows as a published figure, named after report and cell. */
export async function insertReport(sql: Sql, report: NewReport, entry: EntryId): Promise<void> {
  const { id, officer, name, mediaType, digest, bytes, rows, at } = report;
  await sql.query(INSERT, [
    id,
    entry,
    officer.office.id,
    officer.id,
    name,
    mediaType,
    digest,
    bytes,
    rows.length,
    at,
  ]);
  const column = <Key extends keyof ReportRow>(key: Key) => rows.map((row) => row[key]);
  await sql.query(INSERT_ROWS, [
    id,
    entry,
    column('cell'),
    column('indicator'),
    column('region'),
    column('regionName'),
    column('asOf'),
    column('numerator'),
    column('denominator'),
    column('denominatorKind'),
    column('percentPublished'),
    column('targetPercent'),
    column('targetYear'),
    column('note'),
  ]);
}

/** Somebody took the very file a moment before. */
export function isTakenTwice(error: unknown): boolean {
  return violatedConstraint(error) === 'report_once';
}

const KNOWN = statement('coverage.reportKnown', 'select from report where digest = $1');

export async function isReportKnown(sql: Sql, digest: string): Promise<boolean> {
  return (await sql.query(KNOWN, [digest])).length > 0;
}

const LIST = statement(
  'coverage.reports',
  `select report.id, report.name, office.name as office, taken_at as "takenAt", rows, digest
   from report join office on office.id = report.office order by taken_at desc limit 200`,
);

/** The newest first. */
export async function newestReports(sql: Sql): Promise<KeptReport[]> {
  return sql.query<KeptReport>(LIST);
}

const FILE = statement(
  'coverage.reportFile',
  'select name, media_type as "mediaType", bytes from report where id = $1',
);

export async function findReportFile(sql: Sql, id: string): Promise<ReportFile | undefined> {
  const [row] = await sql.query<ReportFile>(FILE, [id]);
  return row;
}
