import { ok } from '@jatidiri/core/kit/result.ts';
import { MatchAlarms } from '@jatidiri/core/matching/wire.ts';
import { officerRefusals } from '@jatidiri/core/office/refusals.ts';
import type { FastifyInstance } from 'fastify';
import { type GuardDeps, requireOfficer } from '../../office/index.ts';
import { serve } from '../../platform/http/endpoint.ts';
import { readAlarms } from './readAlarms.ts';

/** Which partners looked as if they were guessing: the ministry answers for whom it admitted. */
export function alarmRoutes(app: FastifyInstance, deps: GuardDeps): void {
  serve(app, {
    method: 'GET',
    path: '/api/verification/alarms',
    summary: 'Partners whose statements were mostly wrong within an hour, in the last 90 days',
    caller: 'officer',
    reply: MatchAlarms,
    refusals: officerRefusals,
    async handle({ request }) {
      const signedIn = await requireOfficer(deps, request, 'partner.decide');
      return signedIn.ok ? ok(await readAlarms(deps)) : signedIn;
    },
  });
}
