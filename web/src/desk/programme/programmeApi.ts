import { type Confirmation, PeriodReply } from '@jatidiri/core/coverage/closeWire.ts';
import {
  ContradictionList,
  ReportList,
  ReportPreview,
  TakenReport,
  type TargetChange,
  TargetList,
} from '@jatidiri/core/coverage/programmeWire.ts';
import { ExactRegionReply } from '@jatidiri/core/coverage/regionWire.ts';
import type { Result } from '@jatidiri/core/kit/result.ts';
import * as v from 'valibot';
import type { ApiRefusal } from '../../shared/api.ts';
import type { Session } from '../session/session.ts';

type Answer<T> = Promise<Result<T, ApiRefusal>>;
type Call = Pick<Session, 'call'>;

const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A report and what its table may not say. */
export interface Brought {
  readonly file: File;
  readonly indicator: string;
  readonly asOf: string;
}

export async function previewReport({ call }: Call, brought: Brought): Answer<ReportPreview> {
  return call({
    method: 'POST',
    path: `/api/programme/report-previews?${queryOf(brought)}`,
    body: brought.file,
    headers: { 'content-type': typeOf(brought.file) },
    parse: (body) => v.parse(ReportPreview, body),
  });
}

export async function takeReport({ call }: Call, brought: Brought, digest: string): Answer<TakenReport> {
  return call({
    method: 'POST',
    path: `/api/programme/reports?${queryOf(brought)}&digest=${digest}`,
    body: brought.file,
    headers: { 'content-type': typeOf(brought.file) },
    parse: (body) => v.parse(TakenReport, body),
  });
}

function queryOf({ file, indicator, asOf }: Brought): string {
  return new URLSearchParams({
    name: file.name.slice(0, 200),
    ...(indicator ? { indicator } : {}),
    ...(asOf ? { asOf } : {}),
  }).toString();
}

/** Windows names a CSV otherwise when Excel is installed: the server looks at what the file is. */
function typeOf(file: File): string {
  return /\.xls[xm]?$/i.test(file.name) ? XLSX_TYPE : 'text/csv';
}

export async function listReports({ call }: Call): Answer<ReportList> {
  return call({ method: 'GET', path: '/api/programme/reports', parse: (body) => v.parse(ReportList, body) });
}

export async function listContradictions({ call }: Call): Answer<ContradictionList> {
  return call({
    method: 'GET',
    path: '/api/coverage/contradictions',
    parse: (body) => v.parse(ContradictionList, body),
  });
}

export async function resolveContradiction({ call }: Call, id: string, reason: string): Answer<null> {
  const path = `/api/programme/contradictions/${id}/resolution`;
  return call({ method: 'POST', path, body: { reason }, parse: () => null });
}

export async function readExactRegion({ call }: Call, code: string): Answer<ExactRegionReply> {
  return call({
    method: 'GET',
    path: `/api/programme/regions/${code}`,
    parse: (body) => v.parse(ExactRegionReply, body),
  });
}

export async function readPeriod({ call }: Call, end: string): Answer<PeriodReply> {
  return call({
    method: 'GET',
    path: `/api/programme/periods/${end}`,
    parse: (body) => v.parse(PeriodReply, body),
  });
}

export async function confirmPeriod({ call }: Call, end: string, body: Confirmation): Answer<null> {
  return call({
    method: 'POST',
    path: `/api/programme/periods/${end}/confirmations`,
    body,
    parse: () => null,
  });
}

export async function listTargets({ call }: Call): Answer<TargetList> {
  return call({ method: 'GET', path: '/api/coverage/targets', parse: (body) => v.parse(TargetList, body) });
}

export async function setTarget({ call }: Call, body: TargetChange): Answer<null> {
  return call({ method: 'PUT', path: '/api/programme/targets', body, parse: () => null });
}
