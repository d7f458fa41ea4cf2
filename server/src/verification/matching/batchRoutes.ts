import { ok, refuse } from '@jatidiri/core/kit/result.ts';
import { matchRefusals } from '@jatidiri/core/matching/refusals.ts';
import { MatchBatchParams, MatchBatchQuery, MatchBatchReply } from '@jatidiri/core/matching/wire.ts';
import { partnerAccessRefusals } from '@jatidiri/core/partner/refusals.ts';
import type { FastifyInstance } from 'fastify';
import type { RequirePartner } from '../../partner/index.ts';
import { serve } from '../../platform/http/endpoint.ts';
import type { Batch } from './batchStore.ts';
import { readBatch, readResult } from './readBatch.ts';
import { type TakeBatchDeps, takeBatch } from './takeBatch.ts';

export interface BatchRouteDeps extends TakeBatchDeps {
  readonly requirePartner: RequirePartner;
  readonly matchResultHours: number;
}

const FORMATS = { 'text/csv': 'csv', 'application/x-ndjson': 'jsonLines' } as const;
const HOUR_MS = 3_600_000;
const refusals = { ...matchRefusals, ...partnerAccessRefusals };

/** Many statements at once: sent as a file, answered in a file. */
export function batchRoutes(app: FastifyInstance, deps: BatchRouteDeps): void {
  serve(app, {
    method: 'POST',
    path: '/api/verification/match-batches',
    summary: 'Takes a file of up to 10,000 statements; the same file under the same id is the same batch',
    caller: 'partner',
    query: MatchBatchQuery,
    rawBody: Object.keys(FORMATS),
    reply: MatchBatchReply,
    status: 202,
    refusals,
    handle: async ({ query, request, reply }) => {
      const caller = await deps.requirePartner(request, reply, 'match');
      if (!caller.ok) return caller;
      const format = formatOf(request.headers['content-type']);
      if (!format || !request.rawBody) return refuse({ code: 'match/batch-malformed' });
      const taken = await takeBatch(deps, caller.value, { ...query, body: request.rawBody, format });
      return taken.ok ? ok(toReply(deps, taken.value)) : taken;
    },
  });

  serve(app, {
    method: 'GET',
    path: '/api/verification/match-batches/{id}',
    summary: 'How far a batch has come',
    caller: 'partner',
    params: MatchBatchParams,
    reply: MatchBatchReply,
    refusals,
    handle: async ({ params, request, reply }) => {
      const caller = await deps.requirePartner(request, reply, 'match');
      if (!caller.ok) return caller;
      const batch = await readBatch(deps, { partner: caller.value.partner.id, id: params.id });
      return batch.ok ? ok(toReply(deps, batch.value)) : batch;
    },
  });

  serve(app, {
    method: 'GET',
    path: '/api/verification/match-batches/{id}/result',
    summary: 'The answers, row by row: CSV, or JSON lines for who accepts application/x-ndjson',
    caller: 'partner',
    params: MatchBatchParams,
    refusals,
    handle: async ({ params, request, reply }) => {
      const caller = await deps.requirePartner(request, reply, 'match');
      if (!caller.ok) return caller;
      const key = { partner: caller.value.partner.id, id: params.id };
      const format = request.headers.accept?.includes('application/x-ndjson') ? 'jsonLines' : 'csv';
      const result = await readResult(deps, key, format);
      if (!result.ok) return result;
      reply.type(format === 'csv' ? 'text/csv; charset=utf-8' : 'application/x-ndjson').send(result.value);
      return ok(undefined);
    },
  });
}

function formatOf(contentType: string | undefined): 'csv' | 'jsonLines' | undefined {
  const media = contentType?.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  return media in FORMATS ? FORMATS[media as keyof typeof FORMATS] : undefined;
}

function toReply({ matchResultHours }: BatchRouteDeps, batch: Batch): MatchBatchReply {
  const { id, state, rows, answered, receivedAt, finishedAt } = batch;
  const isKept = finishedAt !== null && state !== 'deleted';
  const deletedAt = isKept ? new Date(finishedAt.getTime() + matchResultHours * HOUR_MS).toISOString() : null;
  return { id, state, rows, answered, receivedAt: receivedAt.toISOString(), deletedAt };
}
