import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import { elementsOf, resultHeader, resultLine } from '@jatidiri/core/matching/batchRows.ts';
import { type MatchRefusalCode, matchRefusals } from '@jatidiri/core/matching/refusals.ts';
import { MatchBatchParams, MatchBatchQuery, MatchBatchReply } from '@jatidiri/core/matching/wire.ts';
import { partnerAccessRefusals } from '@jatidiri/core/partner/refusals.ts';
import type { FastifyInstance } from 'fastify';
import type { RequirePartner } from '../../partner/index.ts';
import { serve } from '../../platform/http/endpoint.ts';
import { answeredRows, type Batch, type BatchKey, findBatch } from './batchStore.ts';
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
      const batch = await known(deps, { partner: caller.value.partner.id, id: params.id });
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
      const batch = await known(deps, key);
      if (!batch.ok) return batch;
      if (batch.value.state !== 'done' && batch.value.state !== 'stopped')
        return refuse({ code: 'match/batch-not-ready' });
      const wantsJson = request.headers.accept?.includes('application/x-ndjson') ?? false;
      reply.type(wantsJson ? 'application/x-ndjson' : 'text/csv; charset=utf-8');
      reply.send(await resultFile(deps, key, wantsJson));
      return ok(undefined);
    },
  });
}

function formatOf(contentType: string | undefined): 'csv' | 'jsonLines' | undefined {
  const media = contentType?.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  return media in FORMATS ? FORMATS[media as keyof typeof FORMATS] : undefined;
}

/** A batch of another partner is, for this one, unknown. */
async function known(
  { database }: BatchRouteDeps,
  key: BatchKey,
): Promise<Result<Batch, Refusal<MatchRefusalCode>>> {
  const batch = await findBatch(database.read, key);
  return batch ? ok(batch) : refuse({ code: 'match/batch-unknown' });
}

/** At most 10,000 short lines: built whole. */
async function resultFile({ database }: BatchRouteDeps, key: BatchKey, asJson: boolean): Promise<string> {
  const rows = await answeredRows(database.read, key);
  if (asJson) {
    const lines = rows.map(({ ref, answer: { kind: _, ...said } }) => JSON.stringify({ ref, ...said }));
    return `${lines.join('\n')}\n`;
  }
  const elements = elementsOf(rows.map(({ answer }) => answer));
  const lines = rows.map(({ ref, answer }) => resultLine(ref, answer, elements));
  return `${[resultHeader(elements), ...lines].join('\r\n')}\r\n`;
}

function toReply({ matchResultHours }: BatchRouteDeps, batch: Batch): MatchBatchReply {
  const { id, state, rows, answered, receivedAt, finishedAt } = batch;
  const isKept = finishedAt !== null && state !== 'deleted';
  const deletedAt = isKept ? new Date(finishedAt.getTime() + matchResultHours * HOUR_MS).toISOString() : null;
  return { id, state, rows, answered, receivedAt: receivedAt.toISOString(), deletedAt };
}
