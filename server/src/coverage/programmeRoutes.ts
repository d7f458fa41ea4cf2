import { Confirmation, PeriodParams, PeriodReply } from '@jatidiri/core/coverage/closeWire.ts';
import {
  IdParams,
  ReportList,
  ReportPreview,
  ReportQuery,
  Resolution,
  TakenReport,
  TakeReportQuery,
  TargetChange,
} from '@jatidiri/core/coverage/programmeWire.ts';
import { programmeRefusals } from '@jatidiri/core/coverage/refusals.ts';
import { ExactRegionReply, RegionParams } from '@jatidiri/core/coverage/regionWire.ts';
import type { SetTarget } from '@jatidiri/core/coverage/targets.ts';
import { ok, refuse } from '@jatidiri/core/kit/result.ts';
import type { WilayahCode } from '@jatidiri/core/wilayah/model.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type GuardDeps, requireOfficer } from '../office/index.ts';
import { serve } from '../platform/http/endpoint.ts';
import { confirmPeriod, readPeriod } from './closePeriod.ts';
import { resolveContradiction } from './keepContradictions.ts';
import { readExactRegion } from './readExactRegion.ts';
import type { FiguresDeps } from './readFigures.ts';
import { fileOfReport, listReports } from './reports/readReports.ts';
import { type BroughtFile, previewReport, type ReportDeps, takeReport } from './reports/takeReport.ts';
import { setTarget } from './setTarget.ts';

export type ProgrammeDeps = ReportDeps & GuardDeps & FiguresDeps;

const TABLE_TYPES = [
  'text/csv',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
] as const;

/** What officers do about the figures: bring reports, resolve contradictions, set targets. */
export function programmeRoutes(app: FastifyInstance, deps: ProgrammeDeps): void {
  serve(app, {
    method: 'POST',
    path: '/api/programme/report-previews',
    summary: 'What a report (CSV or XLSX) holds and would contradict; nothing is kept',
    caller: 'officer',
    rawBody: TABLE_TYPES,
    query: ReportQuery,
    reply: ReportPreview,
    refusals: programmeRefusals,
    async handle({ query, request }) {
      const signedIn = await requireOfficer(deps, request, 'programme.report');
      if (!signedIn.ok) return signedIn;
      return ok(await previewReport(deps, signedIn.value.officer, broughtFile(request, query)));
    },
  });

  serve(app, {
    method: 'POST',
    path: '/api/programme/reports',
    summary: 'Take a report that was looked at, whole or not at all',
    caller: 'officer',
    rawBody: TABLE_TYPES,
    query: TakeReportQuery,
    reply: TakenReport,
    status: 201,
    refusals: programmeRefusals,
    async handle({ query: { digest, ...query }, request }) {
      const signedIn = await requireOfficer(deps, request, 'programme.report');
      if (!signedIn.ok) return signedIn;
      return takeReport(deps, signedIn.value.officer, broughtFile(request, query), digest);
    },
  });

  serve(app, {
    method: 'GET',
    path: '/api/programme/reports',
    summary: 'The newest reports: who brought which file when',
    caller: 'officer',
    reply: ReportList,
    refusals: programmeRefusals,
    async handle({ request }) {
      const signedIn = await requireOfficer(deps, request, 'programme.read');
      return signedIn.ok ? ok(await listReports(deps.database.read)) : signedIn;
    },
  });

  serve(app, {
    method: 'GET',
    path: '/api/programme/reports/{id}/file',
    summary: 'The very file of a report',
    caller: 'officer',
    params: IdParams,
    refusals: programmeRefusals,
    async handle({ params, request, reply }) {
      const signedIn = await requireOfficer(deps, request, 'programme.read');
      if (!signedIn.ok) return signedIn;
      const file = await fileOfReport(deps.database.read, params.id);
      if (!file) return refuse({ code: 'coverage/report-unknown' });
      reply
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
        .type(file.mediaType)
        .send(file.bytes);
      return ok(undefined);
    },
  });

  serve(app, {
    method: 'POST',
    path: '/api/programme/contradictions/{id}/resolution',
    summary: 'Say why a contradiction is one, or which value holds',
    caller: 'officer',
    params: IdParams,
    body: Resolution,
    refusals: programmeRefusals,
    async handle({ params, body, request }) {
      const signedIn = await requireOfficer(deps, request, 'programme.resolve');
      if (!signedIn.ok) return signedIn;
      return resolveContradiction(deps, signedIn.value.officer, params.id, body.reason);
    },
  });

  serve(app, {
    method: 'GET',
    path: '/api/programme/periods/{end}',
    summary:
      'The close of the fifteen days that end on a day: who has confirmed, who has not, what was revised',
    caller: 'officer',
    params: PeriodParams,
    reply: PeriodReply,
    refusals: programmeRefusals,
    async handle({ params, request }) {
      const signedIn = await requireOfficer(deps, request, 'programme.read');
      return signedIn.ok ? readPeriod(deps, signedIn.value.officer, params.end) : signedIn;
    },
  });

  serve(app, {
    method: 'POST',
    path: '/api/programme/periods/{end}/confirmations',
    summary: 'Confirm a region’s figures of a period; afterwards only a revision with a reason corrects them',
    caller: 'officer',
    params: PeriodParams,
    body: Confirmation,
    refusals: programmeRefusals,
    async handle({ params, body, request }) {
      const signedIn = await requireOfficer(deps, request, 'programme.confirm');
      return signedIn.ok ? confirmPeriod(deps, signedIn.value.officer, params.end, body) : signedIn;
    },
  });

  serve(app, {
    method: 'GET',
    path: '/api/programme/regions/{code}',
    summary: 'A region of the officer’s own and those below it, counted up to now, with nothing withheld',
    caller: 'officer',
    params: RegionParams,
    reply: ExactRegionReply,
    refusals: programmeRefusals,
    async handle({ params, request }) {
      const signedIn = await requireOfficer(deps, request, 'programme.read');
      if (!signedIn.ok) return signedIn;
      return readExactRegion(deps, signedIn.value.officer, params.code as WilayahCode);
    },
  });

  serve(app, {
    method: 'PUT',
    path: '/api/programme/targets',
    summary: 'Set the target of a year, an indicator and a region',
    caller: 'officer',
    body: TargetChange,
    refusals: programmeRefusals,
    async handle({ body, request }) {
      const signedIn = await requireOfficer(deps, request, 'programme.target');
      if (!signedIn.ok) return signedIn;
      const region = body.region as WilayahCode;
      if (!deps.wilayah.find(region)) return refuse({ code: 'coverage/region-unknown', field: 'region' });
      const target: SetTarget = { ...body, region };
      await setTarget(deps, signedIn.value.officer, target);
      return ok(undefined);
    },
  });
}

function broughtFile(request: FastifyRequest, query: BroughtFile['query']): BroughtFile {
  const mediaType = request.headers['content-type']?.split(';')[0] ?? '';
  return { bytes: request.rawBody ?? Buffer.alloc(0), mediaType, query };
}
