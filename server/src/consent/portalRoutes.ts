import { GrantsReply } from '@jatidiri/core/consent/wire.ts';
import { ok } from '@jatidiri/core/kit/result.ts';
import { representativeRefusals } from '@jatidiri/core/partner/refusals.ts';
import type { FastifyInstance } from 'fastify';
import { requireRepresentative } from '../partner/index.ts';
import { serve } from '../platform/http/endpoint.ts';
import { listStanding } from './ownConsents.ts';
import { toGrant } from './replies.ts';

type PortalDeps = Parameters<typeof requireRepresentative>[0] & Parameters<typeof listStanding>[0];

/** What an institution's people see of consents in the portal: that somebody granted, never who. */
export function portalGrantRoutes(app: FastifyInstance, deps: PortalDeps): void {
  serve(app, {
    method: 'GET',
    path: '/api/consent/portal-grants',
    summary: 'The own institution’s standing grants, with what was read when',
    caller: 'representative',
    reply: GrantsReply,
    refusals: representativeRefusals,
    async handle({ request }) {
      const person = await requireRepresentative(deps, request);
      if (!person.ok) return person;
      const listed = await listStanding(deps, person.value.partner);
      return ok({ grants: listed.map((grant) => toGrant(grant, deps.now())) });
    },
  });
}
