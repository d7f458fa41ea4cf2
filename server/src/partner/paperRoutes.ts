import { ok, refuse } from '@jatidiri/core/kit/result.ts';
import { DeedParams, MonthParams } from '@jatidiri/core/partner/portalWire.ts';
import { partnerRefusals } from '@jatidiri/core/partner/refusals.ts';
import { statementCsv } from '@jatidiri/core/partner/statement.ts';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { serve } from '../platform/http/endpoint.ts';
import type { PartnerDeps } from './deps.ts';
import { describePartner } from './describePartner.ts';
import { deedPdf, statementPdf } from './pdf.ts';
import { requireRepresentative } from './representative/requireRepresentative.ts';
import { readStatements } from './statement/readStatements.ts';

const common = { method: 'GET', caller: 'representative', refusals: partnerRefusals } as const;

function sendFile(reply: FastifyReply, type: string, name: string, content: Buffer | string): void {
  reply.type(type).header('content-disposition', `attachment; filename="${name}"`).send(content);
}

/** What an institution keeps on paper: its deeds, and its monthly statements. */
export function paperRoutes(app: FastifyInstance, deps: PartnerDeps): void {
  serve(app, {
    ...common,
    path: '/api/partner/deeds/{deed}/pdf',
    summary: 'The memorandum or the agreement, as PDF',
    params: DeedParams,
    async handle({ params, request, reply }) {
      const person = await requireRepresentative(deps, request);
      if (!person.ok) return person;
      const overview = await describePartner(deps, person.value.partner);
      const agreement = overview?.offered ?? overview?.inForce;
      const deed = params.deed === 'memorandum' ? overview?.memorandum : agreement?.deed;
      if (!deed) return refuse({ code: 'partner/nothing-offered' });
      const pdf = await deedPdf(deed, deed.sha256, deed.accepted);
      sendFile(reply, 'application/pdf', `${params.deed}.pdf`, pdf);
      return ok(undefined);
    },
  });

  serve(app, {
    ...common,
    path: '/api/partner/statements/{month}/csv',
    summary: 'A month’s statement as CSV',
    params: MonthParams,
    async handle({ params: { month }, request, reply }) {
      const person = await requireRepresentative(deps, request);
      if (!person.ok) return person;
      const read = await readStatements(deps, person.value.partner, month);
      if (!read.ok) return read;
      const csv = statementCsv(read.value.statements);
      sendFile(reply, 'text/csv; charset=utf-8', `pemakaian-${month}.csv`, csv);
      return ok(undefined);
    },
  });

  serve(app, {
    ...common,
    path: '/api/partner/statements/{month}/pdf',
    summary: 'A month’s statement as PDF',
    params: MonthParams,
    async handle({ params: { month }, request, reply }) {
      const person = await requireRepresentative(deps, request);
      if (!person.ok) return person;
      const read = await readStatements(deps, person.value.partner, month);
      if (!read.ok) return read;
      const pdf = await statementPdf(read.value.statements, read.value.final);
      sendFile(reply, 'application/pdf', `pemakaian-${month}.pdf`, pdf);
      return ok(undefined);
    },
  });
}
