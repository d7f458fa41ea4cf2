import type { ActivationId } from '@jatidiri/core/activation/model.ts';
import { activationRefusals } from '@jatidiri/core/activation/refusals.ts';
import { ok } from '@jatidiri/core/kit/result.ts';
import { officeRefusals } from '@jatidiri/core/office/refusals.ts';
import { recoveryRefusals } from '@jatidiri/core/recovery/refusals.ts';
import { MoveDecision, MoveLookup, MoveLookupReply, RecoveryParams } from '@jatidiri/core/recovery/wire.ts';
import { REGISTRY_REFUSALS } from '@jatidiri/core/registry/refusals.ts';
import type { FastifyInstance } from 'fastify';
import { type GuardDeps, requireOfficer } from '../office/index.ts';
import { serve } from '../platform/http/endpoint.ts';
import { type DeskDeps, lookUpMove, moveAtDesk, viewPhotograph } from './moveAtDesk.ts';
import { toMoveLookup } from './replies.ts';

const refusals = { ...recoveryRefusals, ...activationRefusals, ...officeRefusals, ...REGISTRY_REFUSALS };

/** What an officer does for whoever has another handset, or no PIN any more: at any office, whoever's domicile it is. */
export function recoveryDeskRoutes(app: FastifyInstance, deps: DeskDeps & GuardDeps): void {
  serve(app, {
    method: 'POST',
    path: '/api/recovery/lookups',
    summary: 'The identity of whoever stands there, and the handset whose QR was scanned',
    caller: 'officer',
    body: MoveLookup,
    reply: MoveLookupReply,
    refusals,
    handle: async ({ body, request }) => {
      const signedIn = await requireOfficer(deps, request, 'activation.decide');
      if (!signedIn.ok) return signedIn;
      const found = await lookUpMove(deps, signedIn.value.officer, body);
      return found.ok ? ok(toMoveLookup(found.value)) : found;
    },
  });

  serve(app, {
    method: 'GET',
    path: '/api/recovery/identities/{id}/photograph',
    summary: 'What the officer compares the person with; the resident sees who looked',
    caller: 'officer',
    params: RecoveryParams,
    refusals,
    handle: async ({ params, request, reply }) => {
      const signedIn = await requireOfficer(deps, request, 'activation.decide');
      if (!signedIn.ok) return signedIn;
      const photograph = await viewPhotograph(deps, signedIn.value.officer, params.id as ActivationId);
      if (!photograph.ok) return photograph;
      reply.type('image/jpeg').send(photograph.value);
      return ok(undefined);
    },
  });

  serve(app, {
    method: 'POST',
    path: '/api/recovery/attestations',
    summary: 'An officer’s signed word that this handset is this person’s; the same object again is the same',
    caller: 'officer',
    body: MoveDecision,
    refusals,
    handle: async ({ body, request }) => {
      const signedIn = await requireOfficer(deps, request, 'activation.decide');
      return signedIn.ok ? moveAtDesk(deps, signedIn.value.officer, body) : signedIn;
    },
  });
}
