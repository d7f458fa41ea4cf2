import { OpenData } from '@jatidiri/core/coverage/openDataWire.ts';
import { regionRefusals } from '@jatidiri/core/coverage/refusals.ts';
import { RegionParams } from '@jatidiri/core/coverage/regionWire.ts';
import { ok, refuse } from '@jatidiri/core/kit/result.ts';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { serve } from '../../platform/http/endpoint.ts';
import { findRegion } from '../findRegion.ts';
import type { FiguresDeps } from '../readFigures.ts';
import { readRegion } from '../readRegion.ts';
import { openDataCsv, openDataWorkbook, readOpenData } from './openData.ts';
import { regionReport } from './regionReport.ts';
import { regionWorkbook } from './regionWorkbook.ts';

const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The same figures as files: open data of a period, and a workbook that recomputes itself. */
export function exportRoutes(app: FastifyInstance, deps: FiguresDeps): void {
  serve(app, {
    method: 'GET',
    path: '/api/coverage/open-data.json',
    summary: 'Everything published for the last period, down to kelurahan and groups, small cells withheld',
    caller: 'anyone',
    reply: OpenData,
    refusals: {},
    async handle({ reply }) {
      openly(reply);
      return ok(await readOpenData(deps.database.read, deps.wilayah));
    },
  });

  serve(app, {
    method: 'GET',
    path: '/api/coverage/open-data.csv',
    summary: 'The same as CSV (RFC 4180, UTF-8)',
    caller: 'anyone',
    refusals: {},
    async handle({ reply }) {
      const data = await readOpenData(deps.database.read, deps.wilayah);
      send(reply, `ikd-${data.asOf ?? 'kosong'}.csv`, 'text/csv; charset=utf-8', openDataCsv(data));
      return ok(undefined);
    },
  });

  serve(app, {
    method: 'GET',
    path: '/api/coverage/open-data.xlsx',
    summary: 'The same as XLSX',
    caller: 'anyone',
    refusals: {},
    async handle({ reply }) {
      const data = await readOpenData(deps.database.read, deps.wilayah);
      send(reply, `ikd-${data.asOf ?? 'kosong'}.xlsx`, XLSX_TYPE, openDataWorkbook(data));
      return ok(undefined);
    },
  });

  serve(app, {
    method: 'GET',
    path: '/api/coverage/regions/{code}/workbook.xlsx',
    summary: 'A region’s figures as XLSX: every percentage is a formula over its parts',
    caller: 'anyone',
    params: RegionParams,
    refusals: regionRefusals,
    async handle({ params, reply }) {
      const region = findRegion(deps, params.code);
      if (!region) return refuse({ code: 'coverage/region-unknown' });
      const figures = await readRegion(deps, region);
      send(reply, `ikd-${figures.code}-${figures.asOf}.xlsx`, XLSX_TYPE, regionWorkbook(figures));
      return ok(undefined);
    },
  });

  serve(app, {
    method: 'GET',
    path: '/api/coverage/regions/{code}/laporan-capaian.pdf',
    summary: 'A region’s laporan capaian as PDF, in Indonesian, with charts',
    caller: 'anyone',
    params: RegionParams,
    refusals: regionRefusals,
    async handle({ params, reply }) {
      const region = findRegion(deps, params.code);
      if (!region) return refuse({ code: 'coverage/region-unknown' });
      const figures = await readRegion(deps, region);
      const pdf = await regionReport(figures, deps.now());
      send(reply, `laporan-capaian-${figures.code}-${figures.asOf}.pdf`, 'application/pdf', pdf);
      return ok(undefined);
    },
  });
}

function send(reply: FastifyReply, name: string, type: string, body: string | Uint8Array): void {
  openly(reply);
  reply
    .header('content-disposition', `attachment; filename="${name}"`)
    .type(type)
    .send(typeof body === 'string' ? body : Buffer.from(body));
}

function openly(reply: FastifyReply): void {
  reply
    .header('access-control-allow-origin', '*')
    .header('cross-origin-resource-policy', 'cross-origin')
    .header('cache-control', 'public, max-age=60');
}
