import * as XLSX from '@e965/xlsx';
import { toIsoDate } from '@jatidiri/core/kit/date.ts';
import type { Problem } from '@jatidiri/core/report/problems.ts';
import { type ReportContext, readReport } from '@jatidiri/core/report/readReport.ts';
import type { WilayahCode } from '@jatidiri/core/wilayah/model.ts';
import { wilayahTree } from '@jatidiri/core/wilayah/tree.ts';
import { readFile } from '../../../src/coverage/reports/readFile.ts';

const NAMES: Record<string, string> = {
  '64': 'Kalimantan Timur',
  '64.01': 'Kabupaten Paser',
  '64.02': 'Kabupaten Kutai Kartanegara',
  '64.03': 'Kabupaten Berau',
  '64.09': 'Kabupaten Penajam Paser Utara',
  '64.11': 'Kabupaten Mahakam Ulu',
  '64.71': 'Kota Balikpapan',
  '64.72': 'Kota Samarinda',
};
export const wilayah = wilayahTree([
  ...Object.entries(NAMES).map(([code, name]) => region(code, name, null)),
  region('64.04', 'Kabupaten Bulungan', '2012-11-16'),
]);

function region(code: string, name: string, until: string | null) {
  const level = code.length === 2 ? ('provinsi' as const) : ('kabupatenKota' as const);
  return {
    code: code as WilayahCode,
    name,
    level,
    validFrom: null,
    validUntil: until === null ? null : toIsoDate(until),
  };
}

export const CONTEXT: ReportContext = {
  wilayah,
  province: '64' as WilayahCode,
  today: toIsoDate('2026-11-22'),
  indicator: null,
  asOf: null,
};

/** The file as an office would have it, read to its rows or its problems. */
export function read(bytes: Uint8Array | string, context: Partial<ReportContext> = {}) {
  const file = readFile(typeof bytes === 'string' ? Buffer.from(bytes) : bytes);
  if (!file.ok) return { rows: [], notices: [], problems: [file.refusal] as Problem[] };
  const report = readReport(file.value.sheet, { ...CONTEXT, ...context });
  return { ...report, notices: [...file.value.notices, ...report.notices] };
}

export function problemsIn(bytes: Uint8Array | string, context: Partial<ReportContext> = {}): string[] {
  return read(bytes, context).problems.map(({ code, cell, other }) =>
    [code, cell, other].filter(Boolean).join(' '),
  );
}

/** A workbook by a foreign library; `change` may do to the sheet what Excel can. */
export function workbook(rows: unknown[][], change: (sheet: XLSX.WorkSheet) => void = () => {}): Uint8Array {
  const sheet = XLSX.utils.aoa_to_sheet(rows);
  change(sheet);
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, sheet, 'Laporan');
  return new Uint8Array(XLSX.write(book, { type: 'buffer', bookType: 'xlsx' }));
}
