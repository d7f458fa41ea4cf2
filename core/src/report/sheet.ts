/** One cell as the file has it. A CSV knows text alone; a spreadsheet also says what kind of number it is. */
export type Cell =
  | { readonly kind: 'empty' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number }
  /** A fraction that the spreadsheet shows as a percentage with so many decimals. */
  | { readonly kind: 'percent'; readonly value: number; readonly decimals: number }
  | { readonly kind: 'day'; readonly day: string }
  /** A formula whose result the file does not hold, or an error such as `#DIV/0!`. */
  | { readonly kind: 'unknown' };

/** A table with the addresses of its cells: row and column count from 0. */
export interface Sheet {
  readonly rows: readonly (readonly Cell[])[];
  /** Ranges of cells merged into one, `B4:B6`, with the position of their first and last cell. */
  readonly merged: readonly Range[];
}

export interface Range {
  readonly name: string;
  readonly from: Position;
  readonly to: Position;
}

export interface Position {
  readonly row: number;
  readonly column: number;
}

/** `B7`, as every spreadsheet names it. */
export function addressOf({ row, column }: Position): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return `${letters}${row + 1}`;
}

/** `B7` → row 6, column 1; undefined for what is no address. */
export function positionOf(address: string): Position | undefined {
  const match = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(address);
  if (!match) return undefined;
  const column = [...match[1]!].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(match[2]) - 1, column };
}

/** What a cell says, as text; nothing for an empty one. */
export function textOf(cell: Cell | undefined): string {
  switch (cell?.kind) {
    case 'text':
      return cell.text.replaceAll(/\s+/g, ' ').trim();
    case 'number':
      return String(cell.value);
    case 'percent':
      return `${(cell.value * 100).toFixed(cell.decimals)}%`;
    case 'day':
      return cell.day;
    default:
      return '';
  }
}
