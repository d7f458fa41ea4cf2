import { createHash } from 'node:crypto';
import { sentenceOf } from '@jatidiri/core/coverage/contradictionSentence.ts';
import type { PublishedFigure } from '@jatidiri/core/coverage/model.ts';
import type { ReportPreview, ReportQuery, TakenReport } from '@jatidiri/core/coverage/programmeWire.ts';
import type { ProgrammeRefusalCode } from '@jatidiri/core/coverage/refusals.ts';
import { dayInKaltim, type IsoDate } from '@jatidiri/core/kit/date.ts';
import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { Officer } from '@jatidiri/core/office/model.ts';
import { answersFor } from '@jatidiri/core/office/rules.ts';
import type { Problem } from '@jatidiri/core/report/problems.ts';
import { type ReadReport, type ReportRow, readReport } from '@jatidiri/core/report/readReport.ts';
import { append } from '../../ledger/index.ts';
import { officerActor } from '../../office/index.ts';
import { type ContradictionDeps, contradictionsAmong, keepNew } from '../keepContradictions.ts';
import { publishedFigures } from '../publishedStore.ts';
import { readFile } from './readFile.ts';
import { insertReport, isReportKnown, isTakenTwice } from './reportStore.ts';

export type ReportDeps = ContradictionDeps;

export interface BroughtFile {
  readonly bytes: Buffer;
  readonly mediaType: string;
  readonly query: ReportQuery;
}

/** What a file holds and what it would contradict; nothing is kept. */
export async function previewReport(
  deps: ReportDeps,
  officer: Officer,
  file: BroughtFile,
): Promise<ReportPreview> {
  const digest = digestOf(file.bytes);
  const { rows, problems, notices } = readBrought(deps, officer, file);
  const { read } = deps.database;
  return {
    digest,
    known: await isReportKnown(read, digest),
    rows: rows.map(({ targetPercent, targetYear, ...row }) => row),
    problems,
    notices,
    contradictions: problems.length > 0 ? [] : await wouldContradict(deps, rows),
  };
}

/** Takes a report whole, or not at all: the file, who brought it, its figures, and what they contradict. */
export async function takeReport(
  deps: ReportDeps,
  officer: Officer,
  file: BroughtFile,
  seenDigest: string,
): Promise<Result<TakenReport, Refusal<ProgrammeRefusalCode>>> {
  const { bytes, mediaType, query } = file;
  const digest = digestOf(bytes);
  if (digest !== seenDigest) return refuse({ code: 'coverage/report-changed' });
  const { rows, problems } = readBrought(deps, officer, file);
  if (problems.length > 0) return refuse({ code: 'coverage/report-has-problems' });

  const id = deps.newId();
  return deps.database
    .write(async (sql) => {
      const entry = await append(deps, sql, {
        kind: 'coverage/report-taken',
        subject: null,
        actor: officerActor(officer),
        details: { report: id, rows: rows.length, digest },
      });
      await insertReport(
        sql,
        { id, officer, name: query.name, mediaType, digest, bytes, rows, at: deps.now() },
        entry,
      );
      return ok({ id, rows: rows.length, contradictions: await keepNew(deps, sql) });
    })
    .catch((error: unknown) => {
      if (isTakenTwice(error)) return refuse({ code: 'coverage/report-known' as const });
      throw error;
    });
}

function readBrought(deps: ReportDeps, officer: Officer, { bytes, query }: BroughtFile): ReadReport {
  const file = readFile(bytes);
  if (!file.ok) return { rows: [], problems: [file.refusal], notices: [] };
  const report = readReport(file.value.sheet, {
    wilayah: deps.wilayah,
    province: deps.province,
    today: dayInKaltim(deps.now()),
    indicator: query.indicator ?? null,
    asOf: (query.asOf ?? null) as IsoDate | null,
  });
  return {
    rows: report.rows,
    problems: [...report.problems, ...notTheirs(officer, report.rows)],
    notices: [...file.value.notices, ...report.notices],
  };
}

/** An office reports about its own region. */
function notTheirs(officer: Officer, rows: readonly ReportRow[]): Problem[] {
  return rows
    .filter(({ region }) => !answersFor(officer, region))
    .map(({ cell }) => ({ code: 'regionNotYours', cell }));
}

async function wouldContradict(
  deps: ReportDeps,
  rows: readonly ReportRow[],
): Promise<ReportPreview['contradictions']> {
  const { read } = deps.database;
  const news = rows.map((row): PublishedFigure => ({ ...row, id: `new/${row.cell}`, source: 'new' }));
  const all = [...(await publishedFigures(read)), ...news];
  const found = await contradictionsAmong(deps, read, all);
  return found
    .filter(({ figures }) => figures.some((id) => id.startsWith('new/')))
    .map((told) => sentenceOf(told, deps.wilayah.find(told.region)?.name ?? told.region));
}

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
