import type { ActivationId } from '@jatidiri/core/activation/model.ts';
import { activationRefusals } from '@jatidiri/core/activation/refusals.ts';
import {
  ActivationParams,
  AttestationReply,
  AttestationRequest,
  ComparisonReply,
  EndingRequest,
  HoldRequest,
  LookupReply,
  LookupRequest,
  PaperCodeReply,
} from '@jatidiri/core/activation/wire.ts';
import { faceRefusals } from '@jatidiri/core/face/refusals.ts';
import { ok } from '@jatidiri/core/kit/result.ts';
import { officeRefusals } from '@jatidiri/core/office/refusals.ts';
import { REGISTRY_REFUSALS } from '@jatidiri/core/registry/refusals.ts';
import type { FastifyInstance } from 'fastify';
import { type GuardDeps, requireOfficer } from '../office/index.ts';
import { serve } from '../platform/http/endpoint.ts';
import { type AttestDeps, attest } from './attest.ts';
import { type CompareDeps, compareFaces } from './compareFaces.ts';
import { endIdentity, resumeIdentity, suspendIdentity } from './endIdentity.ts';
import { lookUpApplicant, viewPhotograph, viewSelfie } from './lookUpApplicant.ts';
import { makePaperCode, type PaperDeps } from './paperCode.ts';
import { type Naming, toLookup } from './replies.ts';

export type DeskDeps = AttestDeps & CompareDeps & PaperDeps & GuardDeps & Naming;

const refusals = { ...activationRefusals, ...officeRefusals };

/** What an officer at a desk asks. */
export function deskRoutes(app: FastifyInstance, deps: DeskDeps): void {
  serve(app, {
    method: 'POST',
    path: '/api/activation/lookups',
    summary: 'The application behind a scanned registration QR, with the registry’s record',
    caller: 'officer',
    body: LookupRequest,
    reply: LookupReply,
    refusals,
    handle: async ({ body, request }) => {
      const signedIn = await requireOfficer(deps, request, 'activation.lookup');
      if (!signedIn.ok) return signedIn;
      const applicant = await lookUpApplicant(deps, signedIn.value.officer, body.qr);
      return applicant.ok ? ok(toLookup(applicant.value, deps)) : applicant;
    },
  });

  serve(app, {
    method: 'GET',
    path: '/api/activation/applications/{id}/selfie',
    summary: 'The selfie of an application, for the officer who decides',
    caller: 'officer',
    params: ActivationParams,
    refusals,
    handle: async ({ params, request, reply }) => {
      const signedIn = await requireOfficer(deps, request, 'activation.lookup');
      if (!signedIn.ok) return signedIn;
      const selfie = await viewSelfie(deps, signedIn.value.officer, params.id as ActivationId);
      if (!selfie.ok) return selfie;
      reply.type(selfie.value.mediaType).send(selfie.value.image);
      return ok(undefined);
    },
  });

  serve(app, {
    method: 'GET',
    path: '/api/activation/applications/{id}/photograph',
    summary: 'The photograph of the recording, beside the selfie; 204 where there is none',
    caller: 'officer',
    params: ActivationParams,
    refusals,
    handle: async ({ params, request, reply }) => {
      const signedIn = await requireOfficer(deps, request, 'activation.lookup');
      if (!signedIn.ok) return signedIn;
      const photograph = await viewPhotograph(deps, signedIn.value.officer, params.id as ActivationId);
      if (!photograph.ok) return photograph;
      if (photograph.value) reply.type('image/jpeg').send(photograph.value);
      return ok(undefined);
    },
  });

  serve(app, {
    method: 'POST',
    path: '/api/activation/applications/{id}/comparison',
    summary: 'Compares the selfie with the photograph of the recording, once: advice for the officer',
    caller: 'officer',
    params: ActivationParams,
    reply: ComparisonReply,
    refusals: { ...refusals, ...faceRefusals },
    handle: async ({ params, request }) => {
      const signedIn = await requireOfficer(deps, request, 'activation.lookup');
      if (!signedIn.ok) return signedIn;
      const compared = await compareFaces(deps, signedIn.value.officer, params.id as ActivationId);
      return compared.ok ? ok({ finding: compared.value.finding }) : compared;
    },
  });

  serve(app, {
    method: 'POST',
    path: '/api/activation/attestations',
    summary: 'An officer’s signed decision; the same object again is the same decision',
    caller: 'officer',
    body: AttestationRequest,
    reply: AttestationReply,
    refusals,
    handle: async ({ body, request }) => {
      const signedIn = await requireOfficer(deps, request, 'activation.decide');
      if (!signedIn.ok) return signedIn;
      const decided = await attest(deps, signedIn.value.officer, body.attestation);
      if (!decided.ok) return decided;
      const confirmation = 'confirmedBy' in decided.value ? decided.value.confirmedBy : null;
      return ok({ state: decided.value.state, confirmation });
    },
  });

  serve(app, {
    method: 'POST',
    path: '/api/activation/applications/{id}/paper-code',
    summary: 'The code that an officer hands over on paper instead of the mail; again the same',
    caller: 'officer',
    params: ActivationParams,
    reply: PaperCodeReply,
    refusals,
    handle: async ({ params, request }) => {
      const signedIn = await requireOfficer(deps, request, 'activation.decide');
      if (!signedIn.ok) return signedIn;
      const made = await makePaperCode(deps, signedIn.value.officer, params.id as ActivationId);
      return made.ok ? ok({ code: made.value }) : made;
    },
  });

  serve(app, {
    method: 'POST',
    path: '/api/activation/endings',
    summary: 'Takes the identity off a handset that is lost or cannot be opened, in front of the person',
    caller: 'officer',
    body: EndingRequest,
    reply: AttestationReply,
    refusals: { ...refusals, ...REGISTRY_REFUSALS },
    handle: async ({ body, request }) => {
      const signedIn = await requireOfficer(deps, request, 'activation.end');
      if (!signedIn.ok) return signedIn;
      const ended = await endIdentity(deps, signedIn.value.officer, body);
      return ended.ok ? ok({ state: ended.value.state, confirmation: null }) : ended;
    },
  });

  hold(
    '/api/activation/suspensions',
    suspendIdentity,
    'Puts an identity on hold whose handset was reported lost',
  );
  hold('/api/activation/resumptions', resumeIdentity, 'Gives an identity back whose handset was found');

  function hold(path: string, work: typeof suspendIdentity, summary: string): void {
    serve(app, {
      method: 'POST',
      path,
      summary: `${summary}, in front of the person`,
      caller: 'officer',
      body: HoldRequest,
      reply: AttestationReply,
      refusals: { ...refusals, ...REGISTRY_REFUSALS },
      handle: async ({ body, request }) => {
        const signedIn = await requireOfficer(deps, request, 'activation.end');
        if (!signedIn.ok) return signedIn;
        const done = await work(deps, signedIn.value.officer, body);
        return done.ok ? ok({ state: done.value.state, confirmation: null }) : done;
      },
    });
  }
}
