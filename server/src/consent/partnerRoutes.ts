import type { GrantId } from '@jatidiri/core/consent/model.ts';
import { consentRefusals } from '@jatidiri/core/consent/refusals.ts';
import {
  ConsentAsk,
  ConsentIdParams,
  ConsentRequestReply,
  GrantsReply,
  OutcomeRequest,
  ReadReply,
  ReadRequest,
} from '@jatidiri/core/consent/wire.ts';
import { ok } from '@jatidiri/core/kit/result.ts';
import { partnerAccessRefusals } from '@jatidiri/core/partner/refusals.ts';
import type { FastifyInstance } from 'fastify';
import type { RequirePartner } from '../partner/index.ts';
import { serve } from '../platform/http/endpoint.ts';
import { type AskDeps, askConsent, readStanding } from './askConsent.ts';
import { listStanding } from './ownConsents.ts';
import { type ReadDeps, readUnderGrant } from './readUnderGrant.ts';
import { toGrant, toRequest } from './replies.ts';
import { takeOutcome } from './reportOutcome.ts';

export interface PartnerRouteDeps extends AskDeps, ReadDeps {
  readonly requirePartner: RequirePartner;
}

const refusals = { ...consentRefusals, ...partnerAccessRefusals };

/** *Otorisasi*, as a partner sees it. */
export function partnerRoutes(app: FastifyInstance, deps: PartnerRouteDeps): void {
  const { requirePartner, now } = deps;

  serve(app, {
    method: 'POST',
    path: '/api/consent/requests',
    summary: 'Asks a resident for named attributes and one purpose; answers the same whoever exists',
    caller: 'partner',
    body: ConsentAsk,
    reply: ConsentRequestReply,
    status: 202,
    refusals,
    handle: async ({ body, request, reply }) => {
      const caller = await requirePartner(request, reply, 'consent');
      if (!caller.ok) return caller;
      const standing = await askConsent(deps, caller.value, body);
      return standing.ok ? ok(toRequest(standing.value)) : standing;
    },
  });

  serve(app, {
    method: 'GET',
    path: '/api/consent/requests/{id}',
    summary: 'How a request stands',
    caller: 'partner',
    params: ConsentIdParams,
    reply: ConsentRequestReply,
    refusals,
    handle: async ({ params, request, reply }) => {
      const caller = await requirePartner(request, reply, 'consent');
      if (!caller.ok) return caller;
      const standing = await readStanding(deps, caller.value, params.id);
      return standing.ok ? ok(toRequest(standing.value)) : standing;
    },
  });

  serve(app, {
    method: 'GET',
    path: '/api/consent/grants',
    summary: 'The caller’s standing grants, with what was read when',
    caller: 'partner',
    reply: GrantsReply,
    refusals,
    handle: async ({ request, reply }) => {
      const caller = await requirePartner(request, reply, 'consent');
      if (!caller.ok) return caller;
      const listed = await listStanding(deps, caller.value.partner.id);
      return ok({ grants: listed.map((grant) => toGrant(grant, now())) });
    },
  });

  serve(app, {
    method: 'POST',
    path: '/api/consent/grants/{id}/reads',
    summary: 'Reads attributes under a grant; the resident sees it',
    caller: 'partner',
    params: ConsentIdParams,
    body: ReadRequest,
    reply: ReadReply,
    refusals,
    handle: async ({ params, body, request, reply }) => {
      const caller = await requirePartner(request, reply, 'consent');
      if (!caller.ok) return caller;
      const read = await readUnderGrant(deps, caller.value, params.id as GrantId, body);
      if (!read.ok) return read;
      const { id, at, attributes } = read.value;
      return ok({ id, at: at.toISOString(), attributes: attributes.reveal() });
    },
  });

  serve(app, {
    method: 'POST',
    path: '/api/consent/reads/{id}/outcome',
    summary: 'Data balikan: what came of a read; the resident sees it',
    caller: 'partner',
    params: ConsentIdParams,
    body: OutcomeRequest,
    refusals,
    handle: async ({ params, body, request, reply }) => {
      const caller = await requirePartner(request, reply, 'consent');
      if (!caller.ok) return caller;
      const reported = await takeOutcome(deps, caller.value, params.id, body);
      return reported.ok ? ok(undefined) : reported;
    },
  });
}
