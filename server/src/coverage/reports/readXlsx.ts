import {
  addressOf,
  type Cell,
  type Position,
  positionOf,
  type Range,
  type Sheet,
} from '@jatidiri/core/report/sheet.ts';
import { strFromU8, unzipSync } from 'fflate';
import { type Meant, readStyles } from './numberFormats.ts';
import { tokensOf } from './xml.ts';

/** A workbook's visible sheets by name. Undefined: not a workbook, or a damaged one. */
export interface NamedSheet extends Sheet {
  readonly name: string;
}

const LARGEST_PART_BYTES = 40 * 1024 * 1024;
const WANTED =
  /^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|styles\.xml|worksheets\/[\w-]+\.xml)$/i;
const MOST_ROWS = 20_000;
const MOST_COLUMNS = 200;

/** Reads what an office's spreadsheet holds: values as stored, never a formula computed (ECMA-376 part 1, section 18). */
export function readXlsx(bytes: Uint8Array): NamedSheet[] | undefined {
  const parts = unzip(bytes);
  const workbook = parts?.get('xl/workbook.xml');
  if (!parts || workbook === undefined) return undefined;
  const targets = readTargets(parts.get('xl/_rels/workbook.xml.rels') ?? '');
  const strings = readStrings(parts.get('xl/sharedstrings.xml') ?? '');
  const styles = readStyles(parts.get('xl/styles.xml') ?? '');
  const { sheets, epoch } = readWorkbook(workbook);
  return sheets.flatMap(({ name, id }) => {
    const xml = parts.get(`xl/${targets.get(id) ?? ''}`.toLowerCase());
    return xml === undefined ? [] : [{ name, ...readSheet(xml, { strings, styles, epoch }) }];
  });
}

function unzip(bytes: Uint8Array): Map<string, string> | undefined {
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => WANTED.test(name) && originalSize <= LARGEST_PART_BYTES,
    });
    return new Map(Object.entries(files).map(([name, data]) => [name.toLowerCase(), strFromU8(data)]));
  } catch {
    return undefined;
  }
}

// Days count from here; spreadsheets of old Macintoshes from 1904.
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);

function readWorkbook(xml: string) {
  const sheets: { name: string; id: string }[] = [];
  let epoch = EPOCH_1900;
  for (const token of tokensOf(xml)) {
    if (token.kind !== 'open') continue;
    const { attributes } = token;
    if (token.name === 'workbookPr' && /^(1|true)$/.test(attributes.date1904 ?? '')) epoch = EPOCH_1904;
    if (token.name === 'sheet' && (attributes.state ?? 'visible') === 'visible')
      sheets.push({ name: attributes.name ?? '', id: attributes['r:id'] ?? '' });
  }
  return { sheets, epoch };
}

function readTargets(xml: string): Map<string, string> {
  const targets = new Map<string, string>();
  for (const token of tokensOf(xml))
    if (token.kind === 'open' && token.name === 'Relationship')
      targets.set(token.attributes.Id ?? '', (token.attributes.Target ?? '').replace(/^\/xl\//, ''));
  return targets;
}

function readStrings(xml: string): string[] {
  const strings: string[] = [];
  let text: string | undefined;
  let phonetic = false;
  let within = false;
  for (const token of tokensOf(xml)) {
    if (token.kind === 'text') {
      if (within && !phonetic) text = (text ?? '') + token.text;
    } else if (token.name === 'si') {
      if (token.kind === 'open') text = '';
      else strings.push(text ?? '');
    } else if (token.name === 't') within = token.kind === 'open';
    else if (token.name === 'rPh') phonetic = token.kind === 'open';
  }
  return strings;
}

interface Book {
  readonly strings: readonly string[];
  readonly styles: (style: number) => Meant;
  readonly epoch: number;
}

interface RawCell {
  readonly at: Position;
  readonly type: string;
  readonly style: number;
  value: string;
  formula: boolean;
}

function readSheet(xml: string, book: Book): Sheet {
  const rows: Cell[][] = [];
  const merged: Range[] = [];
  let row = -1;
  let raw: RawCell | undefined;
  let next = 0;
  let inValue = false;
  for (const token of tokensOf(xml)) {
    if (token.kind === 'text') {
      if (raw && inValue) raw.value += token.text;
    } else if (token.name === 'v' || token.name === 't') inValue = token.kind === 'open';
    else if (token.name === 'f' && raw) raw.formula = true;
    else if (token.kind === 'close') {
      if (token.name === 'c' && raw) place(rows, raw, book);
      if (token.name === 'c') raw = undefined;
    } else if (token.name === 'row') {
      row = Number(token.attributes.r ?? row + 2) - 1;
      next = 0;
    } else if (token.name === 'c') {
      const at = positionOf(token.attributes.r ?? '') ?? { row, column: next };
      next = at.column + 1;
      const { t = 'n', s = '0' } = token.attributes;
      raw = { at, type: t, style: Number(s), value: '', formula: false };
    } else if (token.name === 'mergeCell') {
      const range = rangeOf(token.attributes.ref ?? '');
      if (range) merged.push(range);
    }
  }
  return { rows: Array.from(rows, (cells) => Array.from(cells ?? [], (cell) => cell ?? EMPTY)), merged };
}

const EMPTY: Cell = { kind: 'empty' };

function place(rows: Cell[][], raw: RawCell, book: Book): void {
  if (raw.at.row >= MOST_ROWS || raw.at.column >= MOST_COLUMNS) return;
  rows[raw.at.row] ??= [];
  rows[raw.at.row]![raw.at.column] = cellOf(raw, book);
}

function cellOf({ type, style, value, formula }: RawCell, { strings, styles, epoch }: Book): Cell {
  if (type === 'e' || (formula && value === '')) return { kind: 'unknown' };
  if (value === '') return EMPTY;
  if (type === 's') return textCell(strings[Number(value)] ?? '');
  if (type === 'd') return { kind: 'day', day: value.slice(0, 10) };
  if (type !== 'n') return textCell(value);
  const number = Number(value);
  const meant = styles(style);
  if (meant.kind === 'percent') return { kind: 'percent', value: number, decimals: meant.decimals };
  if (meant.kind === 'number') return { kind: 'number', value: number };
  return { kind: 'day', day: new Date(epoch + Math.floor(number) * 86_400_000).toISOString().slice(0, 10) };
}

function textCell(text: string): Cell {
  return text.trim() === '' ? EMPTY : { kind: 'text', text };
}

function rangeOf(name: string): Range | undefined {
  const [first, last] = name.split(':').map(positionOf);
  if (!first || !last) return undefined;
  return { name: `${addressOf(first)}:${addressOf(last)}`, from: first, to: last };
}
