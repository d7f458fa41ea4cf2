import { addressOf } from '@jatidiri/core/report/sheet.ts';
import { strToU8, zipSync } from 'fflate';

/** A cell to be written. Text is always text, whatever it begins with: a spreadsheet runs formulas only where we wrote one. */
export type OutCell =
  | null
  | string
  | number
  /** Without the sign of equality; `value` is what it gives now. */
  | { readonly formula: string; readonly value: number | null; readonly percent?: boolean };

export interface OutSheet {
  readonly name: string;
  readonly widths: readonly number[];
  /** How many rows from the first are heads. */
  readonly heads: number;
  readonly rows: readonly (readonly OutCell[])[];
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const STYLE = { plain: 0, head: 1, count: 2, percent: 3 } as const;

/** A workbook (ECMA-376 part 1) with the few parts that every reader needs. */
export function writeXlsx(sheets: readonly OutSheet[]): Uint8Array {
  const part = (text: string) => strToU8(XML + text);
  const numbered = sheets.map((sheet, i) => ({ ...sheet, number: i + 1 }));
  return zipSync({
    '[Content_Types].xml': part(contentTypes(numbered.length)),
    '_rels/.rels': part(relations([['rId1', `${RELATIONS}/officeDocument`, 'xl/workbook.xml']])),
    'xl/workbook.xml': part(
      `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${numbered
        .map(({ name, number }) => `<sheet name="${escaped(name)}" sheetId="${number}" r:id="rId${number}"/>`)
        .join('')}</sheets><calcPr fullCalcOnLoad="1"/></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': part(
      relations([
        ...numbered.map(
          ({ number }) =>
            [`rId${number}`, `${RELATIONS}/worksheet`, `worksheets/sheet${number}.xml`] as const,
        ),
        [`rId${numbered.length + 1}`, `${RELATIONS}/styles`, 'styles.xml'],
      ]),
    ),
    'xl/styles.xml': part(STYLES),
    ...Object.fromEntries(
      numbered.map((sheet) => [`xl/worksheets/sheet${sheet.number}.xml`, part(sheetXml(sheet))]),
    ),
  });
}

const STYLES = `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="0.00%"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="3" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`;

function sheetXml({ widths, heads, rows }: OutSheet): string {
  const columns = widths
    .map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`)
    .join('');
  const pane = `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${heads}" topLeftCell="A${heads + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`;
  const data = rows
    .map(
      (cells, row) =>
        `<row r="${row + 1}">${cells.map((cell, column) => cellXml(cell, addressOf({ row, column }), row < heads)).join('')}</row>`,
    )
    .join('');
  return `<worksheet xmlns="${MAIN}">${pane}<cols>${columns}</cols><sheetData>${data}</sheetData></worksheet>`;
}

function cellXml(cell: OutCell, address: string, head: boolean): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return `<c r="${address}" s="${STYLE.count}"><v>${cell}</v></c>`;
  if (typeof cell === 'string') {
    const style = head ? STYLE.head : STYLE.plain;
    return `<c r="${address}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
  }
  const style = cell.percent ? STYLE.percent : STYLE.count;
  const value = cell.value === null ? '' : `<v>${cell.value}</v>`;
  return `<c r="${address}" s="${style}"><f>${escaped(cell.formula)}</f>${value}</c>`;
}

function contentTypes(sheets: number): string {
  const type = (name: string) => `application/vnd.openxmlformats-officedocument.spreadsheetml.${name}+xml`;
  const override = (part: string, name: string) =>
    `<Override PartName="${part}" ContentType="${type(name)}"/>`;
  return `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('/xl/workbook.xml', 'sheet.main')}${override('/xl/styles.xml', 'styles')}${Array.from({ length: sheets }, (_, i) => override(`/xl/worksheets/sheet${i + 1}.xml`, 'worksheet')).join('')}</Types>`;
}

function relations(all: readonly (readonly [id: string, type: string, target: string])[]): string {
  const each = all.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}</Relationships>`;
}

function escaped(text: string): string {
  return (
    text
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      // What XML 1.0 cannot hold.
      .replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
  );
}
