import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as XLSX from '@e965/xlsx';
import { writeXlsx } from '../../src/coverage/exports/writeXlsx.ts';
import { readXlsx } from '../../src/coverage/reports/readXlsx.ts';
import { csvTable } from '../../src/platform/csvTable.ts';

const RUNNING = ['=1+1', '+62', '-3', '@SUM(A1)', '\t=1', "=cmd|' /C calc'!A0"];

test('what would run in a spreadsheet does not: an apostrophe in CSV, text in XLSX', () => {
  const lines = csvTable(
    ['x'],
    RUNNING.map((text) => [text]),
  ).split('\r\n');
  for (const line of lines.slice(1, -1)) assert.match(line, /^"?'/);
  assert.equal(csvTable(['n'], [[-3]]), 'n\r\n-3\r\n', 'a number stays one');

  const book = XLSX.read(
    writeXlsx([{ name: 'S', widths: [9], heads: 0, rows: RUNNING.map((text) => [text]) }]),
  );
  const cells = Object.entries(book.Sheets.S!).filter(([address]) => !address.startsWith('!'));
  assert.equal(cells.length, RUNNING.length);
  for (const [, cell] of cells) assert.deepEqual([cell.t, cell.f], ['s', undefined]);
});

test('a workbook is read by a foreign library and by ours: formulas with their values, names with any sign', () => {
  const bytes = writeXlsx([
    {
      name: 'A & B',
      widths: [20, 10, 10, 10],
      heads: 1,
      rows: [
        ['Wilayah', 'IKD', 'Wajib', 'Cakupan'],
        ['<Kota> "Samarinda" & é', 30, 120, { formula: 'B2/C2', value: 0.25, percent: true }],
      ],
    },
  ]);
  const sheet = XLSX.read(bytes, { cellNF: true }).Sheets['A & B']!;
  assert.deepEqual(
    [sheet.A2!.v, sheet.D2!.f, sheet.D2!.v, sheet.D2!.z],
    ['<Kota> "Samarinda" & é', 'B2/C2', 0.25, '0.00%'],
  );
  const [own] = readXlsx(bytes)!;
  assert.deepEqual(own!.rows[1]!.slice(1), [
    { kind: 'number', value: 30 },
    { kind: 'number', value: 120 },
    { kind: 'percent', value: 0.25, decimals: 2 },
  ]);
});
