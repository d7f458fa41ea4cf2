import * as v from 'valibot';
import { joinFields, splitFields } from '../kit/csv.ts';
import { ok, type Refusal, type Result, refuse } from '../kit/result.ts';
import { MATCH_ELEMENTS, type MatchElement } from './model.ts';
import type { SentStatement } from './parseStatement.ts';
import type { MatchRefusalCode } from './refusals.ts';
import { type MatchReply, MatchRow } from './wire.ts';

export const LARGEST_BATCH = 10_000;
const LONGEST_LINE = 8_192;

/** A row of a batch: the caller's name for it, and what is said; null for a line that cannot be read. */
export interface SentRow {
  readonly ref: string;
  readonly sent: SentStatement | null;
}

/** What became of a row: an answer, or the code of the refusal that stands in its place. */
export type RowAnswer =
  | ({ readonly kind: 'answered' } & MatchReply)
  | { readonly kind: 'refused'; readonly code: string; readonly field: string | null };

type ReadRows = Result<SentRow[], Refusal<MatchRefusalCode>>;

/** CSV with a header line, or JSON lines. A line that cannot be read costs its row alone. */
export function readRows(text: string, format: 'csv' | 'jsonLines'): ReadRows {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  const rows = format === 'csv' ? csvRows(lines) : lines.map(jsonRow);
  if (!rows || rows.length === 0) return refuse({ code: 'match/batch-malformed' });
  return rows.length > LARGEST_BATCH ? refuse({ code: 'match/batch-too-large' }) : ok(rows);
}

const COLUMNS: readonly string[] = ['ref', 'nik', ...MATCH_ELEMENTS];

function csvRows([header, ...lines]: readonly string[]): SentRow[] | undefined {
  const columns = splitFields(header ?? '');
  if (!columns?.includes('ref') || !columns.includes('nik')) return undefined;
  if (new Set(columns).size < columns.length || columns.some((column) => !COLUMNS.includes(column)))
    return undefined;
  return lines.map((line, at) => {
    const fields = line.length > LONGEST_LINE ? undefined : splitFields(line);
    if (fields?.length !== columns.length) return unreadable(at);
    // An empty field says nothing.
    const said = columns
      .map((column, i) => [column, fields[i]!] as const)
      .filter(([, field]) => field !== '');
    const { ref = String(at + 1), ...sent } = Object.fromEntries(said);
    return { ref, sent };
  });
}

function jsonRow(line: string, at: number): SentRow {
  try {
    if (line.length > LONGEST_LINE) return unreadable(at);
    const { ref, ...sent } = v.parse(MatchRow, JSON.parse(line));
    return { ref, sent };
  } catch {
    return unreadable(at);
  }
}

/** Without a name of its own, a row has its number, counted from 1. */
function unreadable(at: number): SentRow {
  return { ref: String(at + 1), sent: null };
}

/** Every attribute that any row speaks of. */
export function attributesOf(rows: readonly SentRow[]): string[] {
  const names = new Set(rows.flatMap(({ sent }) => Object.keys(sent ?? {})));
  names.delete('nik');
  return [...names];
}

/** The elements that a result file has columns for: those that any answer speaks of, in one order. */
export function elementsOf(answers: readonly RowAnswer[]): MatchElement[] {
  const present = new Set(
    answers.flatMap((answer) => (answer.kind === 'answered' ? Object.keys(answer.elements) : [])),
  );
  return MATCH_ELEMENTS.filter((element) => present.has(element));
}

export function resultHeader(elements: readonly MatchElement[]): string {
  return joinFields(['ref', 'reason', ...elements, 'name_similarity']);
}

/** `reason` is the match's, or the code of a refusal with the field that it is about. */
export function resultLine(ref: string, answer: RowAnswer, elements: readonly MatchElement[]): string {
  if (answer.kind === 'refused') {
    const reason = answer.field ? `${answer.code} (${answer.field})` : answer.code;
    return joinFields([ref, reason, ...elements.map(() => ''), '']);
  }
  const verdicts = elements.map((element) => answer.elements[element]?.verdict ?? '');
  const similarity = answer.elements.name?.similarity;
  return joinFields([ref, answer.reason ?? '', ...verdicts, similarity === undefined ? '' : `${similarity}`]);
}
