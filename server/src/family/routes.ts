import { familyRefusals } from '@jatidiri/core/family/refusals.ts';
import {
  CorrectionRequest,
  EventParams,
  EventReply,
  EventRequest,
  FamilyReply,
  LookupRequest,
} from '@jatidiri/core/family/wire.ts';
import { officerRefusals } from '@jatidiri/core/office/refusals.ts';
import { REGISTRY_REFUSALS } from '@jatidiri/core/registry/refusals.ts';
import type { FastifyInstance } from 'fastify';
import { type GuardDeps, requireOfficer } from '../office/index.ts';
import { serve } from '../platform/http/endpoint.ts';
import { correctEvent, previewCorrection } from './correctEvent.ts';
import { lookUpFamily } from './lookUpFamily.ts';
import { type EventDeps, previewEvent, recordEvent } from './recordEvent.ts';

export interface FamilyDeps extends EventDeps, GuardDeps {
  readonly officeName: (id: string) => Promise<string | null>;
}

const refusals = { ...familyRefusals, ...REGISTRY_REFUSALS, ...officerRefusals };

/** Life events at the desk: look, preview, confirm, and undo by correction. */
export function familyRoutes(app: FastifyInstance, deps: FamilyDeps): void {
  serve(app, {
    method: 'POST',
    path: '/api/family/lookups',
    summary: 'A person, their family card, guardians and recorded events; written into the trail of each',
    caller: 'officer',
    body: LookupRequest,
    reply: FamilyReply,
    refusals,
    async handle({ body, request }) {
      const signedIn = await requireOfficer(deps, request, 'family.record');
      return signedIn.ok ? lookUpFamily(deps, signedIn.value.officer, body.nik) : signedIn;
    },
  });

  serve(app, {
    method: 'POST',
    path: '/api/family/previews',
    summary: 'Everything that a life event would change; changes nothing',
    caller: 'officer',
    body: EventRequest,
    reply: EventReply,
    refusals,
    async handle({ body, request }) {
      const signedIn = await requireOfficer(deps, request, 'family.record');
      return signedIn.ok ? previewEvent(deps, signedIn.value.officer, body) : signedIn;
    },
  });

  serve(app, {
    method: 'POST',
    path: '/api/family/events',
    summary: 'Records a life event over all records concerned; the same event again is the same event',
    caller: 'officer',
    body: EventRequest,
    reply: EventReply,
    refusals,
    async handle({ body, request }) {
      const signedIn = await requireOfficer(deps, request, 'family.record');
      return signedIn.ok ? recordEvent(deps, signedIn.value.officer, body) : signedIn;
    },
  });

  serve(app, {
    method: 'POST',
    path: '/api/family/events/{id}/correction/preview',
    summary: 'Everything that undoing an event would change; changes nothing',
    caller: 'officer',
    params: EventParams,
    body: CorrectionRequest,
    reply: EventReply,
    refusals,
    async handle({ params, body, request }) {
      const signedIn = await requireOfficer(deps, request, 'family.correct');
      return signedIn.ok ? previewCorrection(deps, signedIn.value.officer, params.id, body) : signedIn;
    },
  });

  serve(app, {
    method: 'POST',
    path: '/api/family/events/{id}/correction',
    summary: 'Undoes an event that was recorded by mistake; both versions stay',
    caller: 'officer',
    params: EventParams,
    body: CorrectionRequest,
    reply: EventReply,
    refusals,
    async handle({ params, body, request }) {
      const signedIn = await requireOfficer(deps, request, 'family.correct');
      return signedIn.ok ? correctEvent(deps, signedIn.value.officer, params.id, body) : signedIn;
    },
  });
}
