import { ok, type Result, refuse } from '../kit/result.ts';
import { type Cell, textOf } from './sheet.ts';

export type NumberProblem = 'percentInCount' | 'notWhole' | 'notANumber' | 'formulaAsText' | 'unknownResult';

const WHOLE = /^\d{1,12}$/;
const GROUPED = /^\d{1,3}(\.\d{3})+$/;
const GROUPED_FOREIGN = /^\d{1,3}(,\d{3})+$/;
const LOOKS_LIKE_FORMULA = /^[=+@]/;

/** A count as offices write it: `2.790.734`, `2790734`; null for an empty cell. */
export function readCount(cell: Cell | undefined): Result<number | null, NumberProblem> {
  if (cell === undefined || cell.kind === 'empty') return ok(null);
  if (cell.kind === 'unknown') return refuse('unknownResult');
  if (cell.kind === 'percent') return refuse('percentInCount');
  if (cell.kind === 'number') return wholeNumber(cell.value);
  const text = textOf(cell).replace(/\s*(jiwa|orang|org)\.?$/i, '');
  if (text === '' || text === '-' || text === '–') return ok(null);
  if (LOOKS_LIKE_FORMULA.test(text)) return refuse('formulaAsText');
  if (/%|persen/i.test(text)) return refuse('percentInCount');
  if (WHOLE.test(text)) return ok(Number(text));
  if (GROUPED.test(text)) return ok(Number(text.replaceAll('.', '')));
  // With two groups a comma can be nothing but a separator of thousands; with one it may as well be a decimal.
  if (GROUPED_FOREIGN.test(text) && text.split(',').length > 2) return ok(Number(text.replaceAll(',', '')));
  return refuse(/^\d+[.,]\d+$/.test(text) ? 'notWhole' : 'notANumber');
}

function wholeNumber(value: number): Result<number, NumberProblem> {
  if (!Number.isFinite(value) || value < 0) return refuse('notANumber');
  return Number.isSafeInteger(value) ? ok(value) : refuse('notWhole');
}

/** A percentage with its decimals as printed and a decimal point, `3.40`; null for an empty cell. */
export function readPercent(cell: Cell | undefined): Result<string | null, NumberProblem> {
  if (cell === undefined || cell.kind === 'empty') return ok(null);
  if (cell.kind === 'unknown') return refuse('unknownResult');
  if (cell.kind === 'percent') return ok((cell.value * 100).toFixed(cell.decimals));
  const text = textOf(cell)
    .replace(/\s*(%|persen)$/i, '')
    .replace(',', '.');
  if (text === '' || text === '-' || text === '–') return ok(null);
  if (LOOKS_LIKE_FORMULA.test(text)) return refuse('formulaAsText');
  return /^\d{1,3}(\.\d{1,6})?$/.test(text) ? ok(text) : refuse('notANumber');
}
