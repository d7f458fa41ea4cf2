import { ok, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import { findColumns } from '@jatidiri/core/report/columns.ts';
import type { Notice, Problem } from '@jatidiri/core/report/problems.ts';
import type { Sheet } from '@jatidiri/core/report/sheet.ts';
import { CsvError, parse } from 'csv-parse/sync';
import { decodeText } from './decodeText.ts';
import { readXlsx } from './readXlsx.ts';

export interface ReadFile {
  readonly sheet: Sheet;
  readonly notices: readonly Notice[];
}

const MOST_ROWS = 5_000;
const MOST_COLUMNS = 100;
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const OLD_EXCEL = [0xd0, 0xcf, 0x11, 0xe0];

/** The one table of a file, by what the file is and not by what it is called. */
export function readFile(bytes: Uint8Array): Result<ReadFile, Problem> {
  const read = beginsWith(bytes, ZIP) ? readWorkbook(bytes) : readCsv(bytes);
  if (!read.ok) return read;
  const { rows } = read.value.sheet;
  const tooLarge = rows.length > MOST_ROWS || rows.some((row) => row.length > MOST_COLUMNS);
  return tooLarge ? refuse({ code: 'tooLarge', cell: null }) : read;
}

function readWorkbook(bytes: Uint8Array): Result<ReadFile, Problem> {
  const sheets = readXlsx(bytes);
  if (!sheets) return refuse({ code: 'damaged', cell: null });
  const tables = sheets.filter((sheet) => findColumns(sheet));
  if (tables.length > 1) {
    const names = tables.map(({ name }) => name).join(', ');
    return refuse({ code: 'severalSheets', cell: null, other: names });
  }
  const [sheet = { rows: [], merged: [] }] = tables.length === 1 ? tables : sheets;
  return ok({ sheet, notices: [] });
}

function readCsv(bytes: Uint8Array): Result<ReadFile, Problem> {
  if (beginsWith(bytes, OLD_EXCEL)) return refuse({ code: 'oldExcel', cell: null });
  const utf16 = bytes[0] === 0xff || bytes[0] === 0xfe;
  if (bytes.length === 0 || (!utf16 && bytes.includes(0))) return refuse({ code: 'notATable', cell: null });
  const decoded = decodeText(bytes);
  if (!decoded.ok) return refuse({ code: 'mixedEncoding', cell: String(decoded.refusal.line) });
  const { text, guessed } = decoded.value;
  if (/^\s*(<|%PDF|\{)/.test(text)) return refuse({ code: 'notATable', cell: null });
  try {
    const rows: string[][] = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      skip_empty_lines: false,
    });
    return ok({
      sheet: {
        rows: rows.map((row) =>
          row.map((field) => (field.trim() === '' ? { kind: 'empty' } : { kind: 'text', text: field })),
        ),
        merged: [],
      },
      notices: guessed ? [{ code: 'encodingGuessed', cell: null, other: guessed }] : [],
    });
  } catch (error) {
    if (error instanceof CsvError) return refuse({ code: 'quoteOpen', cell: String(error.lines ?? '') });
    throw error;
  }
}

/** Offices whose decimal sign is the comma save with semicolons: whichever sign divides the most. */
function delimiterOf(text: string): string {
  const bare = text.slice(0, 20_000).replaceAll(/"[^"]*"/g, '');
  const [most] = [';', '\t', ','].sort((one, other) => bare.split(other).length - bare.split(one).length);
  return most!;
}

function beginsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, i) => bytes[i] === byte);
}
