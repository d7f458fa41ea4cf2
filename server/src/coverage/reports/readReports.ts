import type { ReportList } from '@jatidiri/core/coverage/programmeWire.ts';
import type { Sql } from '../../platform/db/database.ts';
import { findReportFile, newestReports, type ReportFile } from './reportStore.ts';

export async function listReports(sql: Sql): Promise<ReportList> {
  const reports = await newestReports(sql);
  return {
    reports: reports.map(({ takenAt, ...report }) => ({ ...report, takenAt: takenAt.toISOString() })),
  };
}

export async function fileOfReport(sql: Sql, id: string): Promise<ReportFile | undefined> {
  return findReportFile(sql, id);
}
