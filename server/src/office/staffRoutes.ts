import { ok } from '@jatidiri/core/kit/result.ts';
import { officeRefusals, officerRefusals } from '@jatidiri/core/office/refusals.ts';
import {
  InvitationReply,
  InvitationRequest,
  OfficerList,
  OfficerParams,
  SuspensionRequest,
} from '@jatidiri/core/office/wire.ts';
import type { FastifyInstance } from 'fastify';
import { serve } from '../platform/http/endpoint.ts';
import type { OfficeDeps } from './deps.ts';
import { inviteAgain, inviteOfficer } from './inviteOfficer.ts';
import { listOfficers } from './listOfficers.ts';
import { requireOfficer } from './requireOfficer.ts';
import { suspendOfficer } from './suspendOfficer.ts';

/** What a head of office does about the officers of the own office. */
export function staffRoutes(app: FastifyInstance, deps: OfficeDeps): void {
  serve(app, {
    method: 'GET',
    path: '/api/office/officers',
    summary: 'The officers of the own office',
    caller: 'officer',
    reply: OfficerList,
    refusals: officerRefusals,
    async handle({ request }) {
      const signedIn = await requireOfficer(deps, request, 'officer.list');
      if (!signedIn.ok) return signedIn;
      return ok(await listOfficers(deps, signedIn.value.officer.office.id));
    },
  });

  serve(app, {
    method: 'POST',
    path: '/api/office/officers',
    summary: 'Add an officer to the own office; the reply shows the invitation code once',
    caller: 'officer',
    body: InvitationRequest,
    reply: InvitationReply,
    status: 201,
    refusals: officerRefusals,
    async handle({ body, request }) {
      const signedIn = await requireOfficer(deps, request, 'officer.invite');
      if (!signedIn.ok) return signedIn;
      const { officer } = signedIn.value;
      return ok(await inviteOfficer(deps, { kind: 'head', officer }, officer.office, body));
    },
  });

  serve(app, {
    method: 'POST',
    path: '/api/office/officers/{id}/invitations',
    summary: 'A new invitation code for an officer’s other or first device',
    caller: 'officer',
    params: OfficerParams,
    reply: InvitationReply,
    status: 201,
    refusals: officeRefusals,
    async handle({ params, request }) {
      const signedIn = await requireOfficer(deps, request, 'officer.invite');
      if (!signedIn.ok) return signedIn;
      return inviteAgain(deps, { kind: 'head', officer: signedIn.value.officer }, params.id);
    },
  });

  serve(app, {
    method: 'PUT',
    path: '/api/office/officers/{id}/suspension',
    summary: 'Take an officer off duty, at once, or back on',
    caller: 'officer',
    params: OfficerParams,
    body: SuspensionRequest,
    refusals: officeRefusals,
    async handle({ params, body, request }) {
      const signedIn = await requireOfficer(deps, request, 'officer.suspend');
      if (!signedIn.ok) return signedIn;
      const by = { kind: 'head', officer: signedIn.value.officer } as const;
      const done = await suspendOfficer(deps, by, params.id, body.suspended);
      return done.ok ? ok(undefined) : done;
    },
  });
}
