import { ok } from '@jatidiri/core/kit/result.ts';
import { matchRefusals } from '@jatidiri/core/matching/refusals.ts';
import { MatchReply, MatchRequest, toMatchReply } from '@jatidiri/core/matching/wire.ts';
import { partnerAccessRefusals, partnerRefusals } from '@jatidiri/core/partner/refusals.ts';
import type { FastifyInstance } from 'fastify';
import { sandboxCaller } from '../../partner/index.ts';
import { serve } from '../../platform/http/endpoint.ts';
import { type MatchDeps, matcher } from './matchOne.ts';

/** The partner portal's sandbox: matching as it is, for somebody who has not written any software yet. */
export function sandboxMatchRoutes(
  app: FastifyInstance,
  deps: MatchDeps & Parameters<typeof sandboxCaller>[0],
): void {
  const match = matcher(deps);

  serve(app, {
    method: 'POST',
    path: '/api/verification/sandbox-matches',
    summary: 'Try matching with test residents, signed in at the partner portal',
    caller: 'representative',
    body: MatchRequest,
    reply: MatchReply,
    refusals: { ...matchRefusals, ...partnerAccessRefusals, ...partnerRefusals },
    async handle({ body, request }) {
      const caller = await sandboxCaller(deps, request);
      if (!caller.ok) return caller;
      const answer = await match(caller.value, body);
      return answer.ok ? ok(toMatchReply(answer.value)) : answer;
    },
  });
}
