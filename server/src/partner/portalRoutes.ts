import { ok, refuse } from '@jatidiri/core/kit/result.ts';
import {
  AcceptanceRequest,
  AccessCertificateRequest,
  ApplicationRequest,
  ClientParams,
  ClientRequest,
  CodeReply,
  DocumentNameParams,
  DocumentParams,
  PartnerOverview,
} from '@jatidiri/core/partner/portalWire.ts';
import { partnerRefusals } from '@jatidiri/core/partner/refusals.ts';
import type { FastifyInstance } from 'fastify';
import * as v from 'valibot';
import { serve } from '../platform/http/endpoint.ts';
import { acceptDeed } from './application/acceptDeed.ts';
import { addDocument } from './application/addDocument.ts';
import { apply } from './application/apply.ts';
import { readDocument } from './application/readDocument.ts';
import { certifyOwnKey } from './client/certifyOwnKey.ts';
import { changeClient, registerClient, removeClient } from './client/registerClient.ts';
import type { PartnerDeps } from './deps.ts';
import { describePartner } from './describePartner.ts';
import { invite } from './invite.ts';
import { actorOf } from './representative/actorOf.ts';
import { requirePerson, requireRepresentative } from './representative/requireRepresentative.ts';

const Registered = v.object({ id: v.string() });
const common = { caller: 'representative', refusals: partnerRefusals } as const;

/** What an institution's people do in the portal, in the order in which they do it. */
export function portalRoutes(app: FastifyInstance, deps: PartnerDeps): void {
  serve(app, {
    ...common,
    method: 'POST',
    path: '/api/partner/applications',
    summary: 'Apply for a legal entity',
    body: ApplicationRequest,
    async handle({ body, request }) {
      const person = await requirePerson(deps, request);
      if (!person.ok) return person;
      const applied = await apply(deps, person.value, body);
      return applied.ok ? ok(undefined) : applied;
    },
  });

  serve(app, {
    ...common,
    method: 'GET',
    path: '/api/partner/overview',
    summary: 'Where the own institution stands, with everything that belongs to it',
    reply: PartnerOverview,
    async handle({ request }) {
      const person = await requireRepresentative(deps, request);
      if (!person.ok) return person;
      const overview = await describePartner(deps, person.value.partner);
      return overview ? ok(overview) : refuse({ code: 'partner/unknown' });
    },
  });

  serve(app, {
    ...common,
    method: 'POST',
    path: '/api/partner/documents/{name}',
    summary: 'Add a deed or letter to the application, as PDF',
    params: DocumentNameParams,
    rawBody: ['application/pdf'],
    async handle({ params, request }) {
      const person = await requireRepresentative(deps, request);
      if (!person.ok) return person;
      const added = await addDocument(deps, person.value, params.name, request.body as Buffer);
      return added.ok ? ok(undefined) : added;
    },
  });

  serve(app, {
    ...common,
    method: 'GET',
    path: '/api/partner/documents/{id}',
    summary: 'A document of the own application',
    params: DocumentParams,
    async handle({ params, request, reply }) {
      const person = await requireRepresentative(deps, request);
      if (!person.ok) return person;
      const found = await readDocument(deps, params.id, person.value.partner);
      if (!found.ok) return found;
      reply.type('application/pdf').header('content-disposition', 'attachment').send(found.value.content);
      return ok(undefined);
    },
  });

  serve(app, {
    ...common,
    method: 'POST',
    path: '/api/partner/acceptances',
    summary: 'Accept the memorandum, or the agreement on offer, by the digest of the text that was read',
    body: AcceptanceRequest,
    async handle({ body, request }) {
      const person = await requireRepresentative(deps, request);
      if (!person.ok) return person;
      const accepted = await acceptDeed(deps, person.value, body);
      return accepted.ok ? ok(undefined) : accepted;
    },
  });

  serve(app, {
    ...common,
    method: 'POST',
    path: '/api/partner/clients',
    summary: 'Register a technical client with its public keys',
    body: ClientRequest,
    reply: Registered,
    status: 201,
    async handle({ body, request }) {
      const person = await requireRepresentative(deps, request);
      return person.ok ? registerClient(deps, person.value, body) : person;
    },
  });

  serve(app, {
    ...common,
    method: 'PUT',
    path: '/api/partner/clients/{id}',
    summary: 'New keys, addresses or scopes for a technical client',
    params: ClientParams,
    body: ClientRequest,
    async handle({ params, body, request }) {
      const person = await requireRepresentative(deps, request);
      if (!person.ok) return person;
      const changed = await changeClient(deps, person.value, params.id, body);
      return changed.ok ? ok(undefined) : changed;
    },
  });

  serve(app, {
    ...common,
    method: 'DELETE',
    path: '/api/partner/clients/{id}',
    summary: 'Remove a technical client, at once and for good',
    params: ClientParams,
    async handle({ params, request }) {
      const person = await requireRepresentative(deps, request);
      if (!person.ok) return person;
      const removed = await removeClient(deps, person.value, params.id);
      return removed.ok ? ok(undefined) : removed;
    },
  });

  serve(app, {
    ...common,
    method: 'POST',
    path: '/api/partner/access-certificates',
    summary: 'An access certificate for the institution’s own key, by a certificate request',
    body: AccessCertificateRequest,
    async handle({ body, request }) {
      const person = await requireRepresentative(deps, request);
      if (!person.ok) return person;
      const certified = await certifyOwnKey(deps, person.value, body.csr);
      return certified.ok ? ok(undefined) : certified;
    },
  });

  serve(app, {
    ...common,
    method: 'POST',
    path: '/api/partner/invitations',
    summary: 'A code for a colleague, or for another device; shown once',
    reply: CodeReply,
    status: 201,
    async handle({ request }) {
      const person = await requireRepresentative(deps, request);
      return person.ok ? invite(deps, person.value.partner, actorOf(person.value)) : person;
    },
  });
}
