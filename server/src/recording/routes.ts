import { ok } from '@jatidiri/core/kit/result.ts';
import { recordingRefusals } from '@jatidiri/core/recording/refusals.ts';
import { ResidentParams } from '@jatidiri/core/recording/wire.ts';
import type { ResidentId } from '@jatidiri/core/registry/model.ts';
import type { FastifyInstance } from 'fastify';
import { type GuardDeps, requireOfficer } from '../office/index.ts';
import { serve } from '../platform/http/endpoint.ts';
import { type ViewDeps, viewPhotograph } from './viewPhotograph.ts';

export type RecordingDeps = GuardDeps & ViewDeps;

/** Recording of the KTP-el, at the officers' desk. */
export function recordingRoutes(app: FastifyInstance, deps: RecordingDeps): void {
  serve(app, {
    method: 'GET',
    path: '/api/recording/residents/{id}/photograph',
    summary: 'The recorded photograph; the resident sees who looked',
    caller: 'officer',
    params: ResidentParams,
    refusals: recordingRefusals,
    async handle({ params, request, reply }) {
      const signedIn = await requireOfficer(deps, request, 'recording.read');
      if (!signedIn.ok) return signedIn;
      const photograph = await viewPhotograph(deps, signedIn.value.officer, params.id as ResidentId);
      if (!photograph.ok) return photograph;
      reply.type('image/jpeg').send(photograph.value);
      return ok(undefined);
    },
  });
}
