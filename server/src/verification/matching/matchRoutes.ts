import { ok } from '@jatidiri/core/kit/result.ts';
import { matchRefusals } from '@jatidiri/core/matching/refusals.ts';
import { MatchReply, MatchRequest, toMatchReply } from '@jatidiri/core/matching/wire.ts';
import { partnerAccessRefusals } from '@jatidiri/core/partner/refusals.ts';
import type { FastifyInstance } from 'fastify';
import type { RequirePartner } from '../../partner/index.ts';
import { serve } from '../../platform/http/endpoint.ts';
import { type MatchDeps, matcher } from './matchOne.ts';

export interface MatchRouteDeps extends MatchDeps {
  readonly requirePartner: RequirePartner;
}

const refusals = { ...matchRefusals, ...partnerAccessRefusals };

/** *Pembuktian*: whether what a partner knows about a person is what the registry says. */
export function matchRoutes(app: FastifyInstance, deps: MatchRouteDeps): void {
  const match = matcher(deps);

  serve(app, {
    method: 'POST',
    path: '/api/verification/matches',
    summary: 'Compares statements about one person with the registry; answers with verdicts, never with data',
    caller: 'partner',
    body: MatchRequest,
    reply: MatchReply,
    refusals,
    handle: async ({ body, request, reply }) => {
      const caller = await deps.requirePartner(request, reply, 'match');
      if (!caller.ok) return caller;
      const answer = await match(caller.value, body);
      return answer.ok ? ok(toMatchReply(answer.value)) : answer;
    },
  });
}
