import type { DenominatorKind, Indicator, PublishedFigure } from '../coverage/model.ts';
import type { IsoDate } from '../kit/date.ts';
import type { Wilayah, WilayahCode } from '../wilayah/model.ts';
import type { WilayahTree } from '../wilayah/tree.ts';
import { type Columns, type Field, findColumns, readIndicator, readKind, USUAL_KIND } from './columns.ts';
import { dayWithin, readDay } from './days.ts';
import { type NumberProblem, readCount, readPercent } from './numbers.ts';
import type { Notice, Problem, ProblemCode } from './problems.ts';
import { regionByCode, regionByName } from './regions.ts';
import { addressOf, type Cell, type Sheet, textOf } from './sheet.ts';

/** One row of a report as it will be kept. */
export type ReportRow = Omit<PublishedFigure, 'id' | 'source'> & { readonly cell: string };

/** All of a report, or nothing: with a single problem no row of it is taken. */
export interface ReadReport {
  readonly rows: readonly ReportRow[];
  readonly problems: readonly Problem[];
  readonly notices: readonly Notice[];
}

export interface ReportContext {
  readonly wilayah: Pick<WilayahTree, 'find' | 'childrenOf'>;
  readonly province: WilayahCode;
  readonly today: IsoDate;
  /** What whoever brings the file said of it, where the table does not. */
  readonly indicator: Indicator | null;
  readonly asOf: IsoDate | null;
}

const TOTAL = /^(jumlah|total|grand total|jml|sub ?total)\b/i;

/** Reads a table that an office made, whatever the order of its columns; every problem with the address of its cell. */
export function readReport(sheet: Sheet, context: ReportContext): ReadReport {
  const columns = findColumns(sheet);
  if (!columns) return { rows: [], problems: [{ code: 'noHeads', cell: null }], notices: [] };
  const title = titleDay(sheet, columns);
  const reader = rowReader(sheet, columns, { ...context, asOf: context.asOf ?? title?.day ?? null });
  for (let row = columns.headRow + 1; row < sheet.rows.length; row++) reader.read(row);
  const { rows, problems, notices } = reader.finish();
  const nothing = rows.length === 0 && problems.length === 0;
  return {
    rows,
    problems: [
      ...columns.twice.map((cell) => ({ code: 'headTwice', cell }) as const),
      ...mergedIn(sheet, columns),
      ...problems,
      ...(nothing ? ([{ code: 'noRows', cell: null }] as const) : []),
    ],
    notices: [
      ...(title && !context.asOf && !columns.at.has('asOf')
        ? ([{ code: 'dayFromTitle', cell: title.cell, other: title.day }] as const)
        : []),
      ...notices,
    ],
  };
}

/** A title above the heads often says the day for all rows. */
function titleDay(sheet: Sheet, { headRow }: Columns): { day: IsoDate; cell: string } | undefined {
  for (const [row, cells] of sheet.rows.slice(0, headRow).entries()) {
    for (const [column, cell] of cells.entries()) {
      const day = dayWithin(textOf(cell));
      if (day) return { day, cell: addressOf({ row, column }) };
    }
  }
  return undefined;
}

function mergedIn({ merged }: Sheet, { headRow }: Columns): Problem[] {
  return merged.filter(({ to }) => to.row > headRow).map(({ name }) => ({ code: 'merged', cell: name }));
}

function rowReader(sheet: Sheet, columns: Columns, context: ReportContext) {
  const rows: ReportRow[] = [];
  const problems: Problem[] = [];
  const notices: Notice[] = [];
  const seen = new Map<string, string>();
  const totals: { cell: string; numerator: number }[] = [];

  const address = (row: number, field: Field): string =>
    addressOf({ row, column: columns.at.get(field) ?? firstColumn(columns) });
  const cellOf = (row: number, field: Field): Cell | undefined => {
    const column = columns.at.get(field);
    return column === undefined ? undefined : sheet.rows[row]![column];
  };
  const complain = (code: ProblemCode, cell: string | null, other?: string): undefined => {
    const same = problems.some((one) => one.code === code && one.cell === cell);
    if (!same) problems.push({ code, cell, ...(other === undefined ? {} : { other }) });
  };

  function read(row: number): void {
    if (sheet.rows[row]!.every((cell) => textOf(cell) === '' && cell.kind !== 'unknown')) return;
    if (isTotal(row)) readTotal(row);
    else readFigure(row);
  }

  function readFigure(row: number): void {
    const parts = {
      region: readRegion(row),
      indicator: readIndicatorOf(row),
      asOf: readDayOf(row),
      numerator: countIn(row, 'numerator'),
      denominator: countIn(row, 'denominator'),
      percentPublished: percentIn(row, 'percent'),
      targetPercent: percentIn(row, 'targetPercent'),
      targetYear: countIn(row, 'targetYear'),
    };
    if (parts.denominator === 0) complain('denominatorZero', address(row, 'denominator'));
    if (parts.numerator === null && parts.percentPublished === null)
      complain('nothingStated', address(row, columns.at.has('numerator') ? 'numerator' : 'percent'));
    const kind = readKindOf(row, parts.indicator);
    const { region, indicator, asOf, numerator, denominator, percentPublished, targetPercent, targetYear } =
      parts;
    if (!region || !indicator || !asOf || numerator === undefined || denominator === undefined) return;
    if (percentPublished === undefined || targetPercent === undefined || targetYear === undefined) return;
    if (kind === undefined) return;
    const cell = addressOf({ row, column: firstColumn(columns) });
    const key = `${region.code} ${indicator} ${asOf}`;
    const earlier = seen.get(key);
    if (earlier) {
      complain('rowTwice', cell, earlier);
      return;
    }
    seen.set(key, cell);
    rows.push({
      indicator,
      region: region.code,
      regionName: region.name,
      asOf,
      numerator,
      denominator,
      denominatorKind: kind,
      percentPublished,
      targetPercent: targetPercent === null ? null : Number(targetPercent),
      targetYear,
      note: textOf(cellOf(row, 'note')) || null,
      cell,
    });
  }

  /** A row that adds up the others is no figure of its own. */
  function isTotal(row: number): boolean {
    const named = textOf(cellOf(row, 'regionName')) || textOf(cellOf(row, 'regionCode'));
    return TOTAL.test(named) || (named === '' && sheet.rows[row]!.some((cell) => TOTAL.test(textOf(cell))));
  }

  function readTotal(row: number): void {
    notices.push({ code: 'totalLeftOut', cell: addressOf({ row, column: firstColumn(columns) }) });
    const numerator = countIn(row, 'numerator');
    if (numerator) totals.push({ cell: address(row, 'numerator'), numerator });
  }

  function readRegion(row: number): Wilayah | undefined {
    const code = textOf(cellOf(row, 'regionCode'));
    const name = textOf(cellOf(row, 'regionName'));
    if (code === '' && name === '')
      return complain(
        'regionMissing',
        address(row, columns.at.has('regionCode') ? 'regionCode' : 'regionName'),
      );
    const cell = address(row, code === '' ? 'regionName' : 'regionCode');
    const byCode = code === '' ? undefined : regionByCode(context.wilayah, code);
    const byName = name === '' ? undefined : regionByName(context.wilayah, context.province, name);
    const found = byCode ?? byName!;
    if (found.kind === 'former') return complain('regionFormer', cell, found.region.name);
    if (found.kind === 'divided') return complain('regionDivided', cell);
    if (found.kind === 'unknown') return complain('regionUnknown', cell);
    if (byCode && byName?.kind === 'found' && byName.region.code !== found.region.code)
      return complain('regionDisagrees', address(row, 'regionName'), cell);
    if (byName?.kind === 'found' && byName.byOtherName)
      notices.push({ code: 'otherName', cell: address(row, 'regionName'), other: found.region.name });
    return found.region;
  }

  function readIndicatorOf(row: number): Indicator | undefined {
    const text = textOf(cellOf(row, 'indicator'));
    if (text === '') {
      const said = columns.indicator ?? context.indicator ?? undefined;
      return said ?? complain('indicatorMissing', null);
    }
    return readIndicator(text) ?? complain('indicatorUnknown', address(row, 'indicator'));
  }

  function readDayOf(row: number): IsoDate | undefined {
    const text = textOf(cellOf(row, 'asOf'));
    if (text === '') return context.asOf ?? complain('dayMissing', null);
    const day = readDay(text);
    if (!day) return complain('dayUnreadable', address(row, 'asOf'));
    return day > context.today ? complain('dayInFuture', address(row, 'asOf')) : day;
  }

  function readKindOf(row: number, indicator: Indicator | undefined) {
    const text = textOf(cellOf(row, 'denominatorKind'));
    if (text !== '') return readKind(text) ?? complain('kindUnknown', address(row, 'denominatorKind'));
    const kind: DenominatorKind | null = columns.kind ?? (indicator ? USUAL_KIND[indicator] : null);
    return kind;
  }

  function countIn(row: number, field: Field): number | null | undefined {
    return valueOr(readCount(cellOf(row, field)), address(row, field));
  }

  function percentIn(row: number, field: Field): string | null | undefined {
    return valueOr(readPercent(cellOf(row, field)), address(row, field));
  }

  function valueOr<T>(
    answer: { ok: true; value: T } | { ok: false; refusal: NumberProblem },
    cell: string,
  ): T | undefined {
    return answer.ok ? answer.value : complain(answer.refusal, cell);
  }

  function finish(): ReadReport {
    const province = rows.filter(({ region }) => region === context.province);
    const parts = rows.filter(({ region }) => region !== context.province);
    const sum = (of: readonly ReportRow[]) =>
      of.reduce((total, { numerator }) => total + (numerator ?? 0), 0);
    for (const { cell, numerator } of totals)
      if (problems.length === 0 && numerator !== sum(parts.length > 0 ? parts : province))
        complain('totalDiffers', cell);
    return { rows, problems, notices };
  }

  return { read, finish };
}

function firstColumn({ at }: Columns): number {
  return Math.min(...at.values());
}
