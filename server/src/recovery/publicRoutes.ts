import { activationRefusals } from '@jatidiri/core/activation/refusals.ts';
import { recoveryRefusals } from '@jatidiri/core/recovery/refusals.ts';
import { LossReport, StopRequest } from '@jatidiri/core/recovery/wire.ts';
import { REGISTRY_REFUSALS } from '@jatidiri/core/registry/refusals.ts';
import type { FastifyInstance } from 'fastify';
import { serve } from '../platform/http/endpoint.ts';
import { type LossDeps, reportLoss } from './reportLoss.ts';
import { type StopDeps, stopByLink } from './stopRecovery.ts';

/** What anybody may ask from any telephone. */
export function recoveryPublicRoutes(app: FastifyInstance, deps: LossDeps & StopDeps): void {
  serve(app, {
    method: 'POST',
    path: '/api/recovery/loss-reports',
    summary: 'A telephone is lost: its identity is put on hold at once',
    caller: 'anyone',
    body: LossReport,
    refusals: { ...recoveryRefusals, ...activationRefusals, ...REGISTRY_REFUSALS },
    handle: ({ body, request }) => reportLoss(deps, body, request.ip),
  });

  serve(app, {
    method: 'POST',
    path: '/api/recovery/stops-by-link',
    summary: 'The link of a notice: the recovery it tells of is stopped',
    caller: 'anyone',
    body: StopRequest,
    refusals: recoveryRefusals,
    handle: ({ body }) => stopByLink(deps, body.token),
  });
}
