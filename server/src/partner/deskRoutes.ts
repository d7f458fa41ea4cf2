import { ok, refuse } from '@jatidiri/core/kit/result.ts';
import { officerRefusals } from '@jatidiri/core/office/refusals.ts';
import type { PartnerEvent } from '@jatidiri/core/partner/model.ts';
import {
  AgreementTermsWire,
  CodeReply,
  DecisionRequest,
  DocumentParams,
  PartnerList,
  PartnerOverview,
  PartnerParams,
} from '@jatidiri/core/partner/portalWire.ts';
import { partnerRefusals } from '@jatidiri/core/partner/refusals.ts';
import type { FastifyInstance } from 'fastify';
import { officerActor, requireOfficer } from '../office/index.ts';
import { serve } from '../platform/http/endpoint.ts';
import { readDocument } from './application/readDocument.ts';
import { changePartner } from './changePartner.ts';
import type { PartnerDeps } from './deps.ts';
import { describePartner } from './describePartner.ts';
import { listInstitutions } from './desk/listInstitutions.ts';
import { offerAgreement } from './desk/offerAgreement.ts';
import { invite } from './invite.ts';

function eventOf(request: DecisionRequest): PartnerEvent {
  switch (request.decision) {
    case 'approve':
      return { kind: 'approved' };
    case 'refuse':
      return { kind: 'refused', reason: request.reason };
    case 'suspend':
      return { kind: 'suspended', reason: request.reason };
    case 'resume':
      return { kind: 'resumed' };
    case 'end':
      return { kind: 'ended', reason: request.reason };
  }
}

const common = { caller: 'officer', refusals: { ...officerRefusals, ...partnerRefusals } } as const;

/** What the ministry does about institutions, at the desk. */
export function deskRoutes(app: FastifyInstance, deps: PartnerDeps): void {
  serve(app, {
    ...common,
    method: 'GET',
    path: '/api/partner/institutions',
    summary: 'Every institution and where it stands, the newest application first',
    reply: PartnerList,
    async handle({ request }) {
      const signedIn = await requireOfficer(deps, request, 'partner.list');
      return signedIn.ok ? ok(await listInstitutions(deps)) : signedIn;
    },
  });

  serve(app, {
    ...common,
    method: 'GET',
    path: '/api/partner/institutions/{id}',
    summary: 'One institution with its application, agreements and clients',
    params: PartnerParams,
    reply: PartnerOverview,
    async handle({ params, request }) {
      const signedIn = await requireOfficer(deps, request, 'partner.list');
      if (!signedIn.ok) return signedIn;
      const overview = await describePartner(deps, params.id);
      return overview ? ok(overview) : refuse({ code: 'partner/unknown' });
    },
  });

  serve(app, {
    ...common,
    method: 'GET',
    path: '/api/partner/institutions/documents/{id}',
    summary: 'A document of an application',
    params: DocumentParams,
    async handle({ params, request, reply }) {
      const signedIn = await requireOfficer(deps, request, 'partner.list');
      if (!signedIn.ok) return signedIn;
      const found = await readDocument(deps, params.id, 'anyone');
      if (!found.ok) return found;
      reply.type('application/pdf').header('content-disposition', 'attachment').send(found.value.content);
      return ok(undefined);
    },
  });

  serve(app, {
    ...common,
    method: 'POST',
    path: '/api/partner/institutions/{id}/decisions',
    summary: 'Approve, refuse, suspend (within two seconds), resume or end',
    params: PartnerParams,
    body: DecisionRequest,
    async handle({ params, body, request }) {
      const signedIn = await requireOfficer(deps, request, 'partner.decide');
      if (!signedIn.ok) return signedIn;
      const changed = await changePartner(
        deps,
        params.id,
        eventOf(body),
        officerActor(signedIn.value.officer),
      );
      return changed.ok ? ok(undefined) : changed;
    },
  });

  serve(app, {
    ...common,
    method: 'POST',
    path: '/api/partner/institutions/{id}/agreements',
    summary: 'Offer an agreement: purposes, attributes, scopes, threshold, quota, prices, last day',
    params: PartnerParams,
    body: AgreementTermsWire,
    async handle({ params, body, request }) {
      const signedIn = await requireOfficer(deps, request, 'partner.decide');
      if (!signedIn.ok) return signedIn;
      const offered = await offerAgreement(deps, params.id, body, officerActor(signedIn.value.officer));
      return offered.ok ? ok(undefined) : offered;
    },
  });

  serve(app, {
    ...common,
    method: 'POST',
    path: '/api/partner/institutions/{id}/invitations',
    summary: 'A code for an institution whose people lost their passkeys; shown once',
    params: PartnerParams,
    reply: CodeReply,
    status: 201,
    async handle({ params, request }) {
      const signedIn = await requireOfficer(deps, request, 'partner.decide');
      return signedIn.ok ? invite(deps, params.id, officerActor(signedIn.value.officer)) : signedIn;
    },
  });
}
