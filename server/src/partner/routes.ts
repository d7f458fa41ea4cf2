import { ok } from '@jatidiri/core/kit/result.ts';
import { partnerAccessRefusals } from '@jatidiri/core/partner/refusals.ts';
import { AccessTrust, OwnAccess } from '@jatidiri/core/partner/wire.ts';
import type { FastifyInstance } from 'fastify';
import { serve } from '../platform/http/endpoint.ts';
import type { PartnerDeps } from './deps.ts';
import { describeAccess } from './describeAccess.ts';
import { deskRoutes } from './deskRoutes.ts';
import { paperRoutes } from './paperRoutes.ts';
import { portalRoutes } from './portalRoutes.ts';
import { readAccessTrust } from './readAccessTrust.ts';
import { representativeRoutes } from './representative/routes.ts';

export function partnerRoutes(app: FastifyInstance, deps: PartnerDeps): void {
  representativeRoutes(app, deps);
  portalRoutes(app, deps);
  paperRoutes(app, deps);
  deskRoutes(app, deps);

  serve(app, {
    method: 'GET',
    path: '/api/partner/trust',
    summary:
      'What a wallet checks access certificates against: the partners’ root, and which count no longer',
    caller: 'anyone',
    reply: AccessTrust,
    refusals: {},
    handle: async ({ reply }) => {
      const trust = await readAccessTrust(deps);
      reply.header('access-control-allow-origin', '*').header('cross-origin-resource-policy', 'cross-origin');
      return ok(trust);
    },
  });

  serve(app, {
    method: 'GET',
    path: '/api/partner/access',
    summary:
      'What the calling client may do now: purposes, attributes, scopes, and what is left of the quota',
    caller: 'partner',
    reply: OwnAccess,
    refusals: partnerAccessRefusals,
    async handle({ request, reply }) {
      const caller = await deps.requirePartner(request, reply);
      return caller.ok ? ok(await describeAccess(deps, caller.value)) : caller;
    },
  });
}
