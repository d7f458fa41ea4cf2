import { faceRefusals } from '@jatidiri/core/face/refusals.ts';
import { ok } from '@jatidiri/core/kit/result.ts';
import type { CaptureId } from '@jatidiri/core/recording/model.ts';
import { recordingRefusals } from '@jatidiri/core/recording/refusals.ts';
import {
  CaptureParams,
  DisputeList,
  ResidentParams,
  StepRequest,
  VerdictRequest,
  WithdrawRequest,
  WorkList,
  WorkParams,
  WorkQuery,
  WorkReply,
} from '@jatidiri/core/recording/wire.ts';
import type { ResidentId } from '@jatidiri/core/registry/model.ts';
import { REGISTRY_REFUSALS } from '@jatidiri/core/registry/refusals.ts';
import type { FastifyInstance } from 'fastify';
import { type GuardDeps, requireOfficer } from '../office/index.ts';
import { serve } from '../platform/http/endpoint.ts';
import { decideDispute } from './decideDispute.ts';
import type { RecordingDeps } from './deps.ts';
import { withdrawShown } from './withdrawRecording.ts';
import { countWork, listDisputes, listWork, noteStep } from './workLists.ts';

const refusals = { ...recordingRefusals, ...REGISTRY_REFUSALS, ...faceRefusals };

/** What waits on the way to a card, and what an officer has to decide. */
export function recordingWorkRoutes(app: FastifyInstance, deps: RecordingDeps & GuardDeps): void {
  serve(app, {
    method: 'GET',
    path: '/api/recording/work',
    summary: 'How much waits in each state of the office’s region, and how much for more than a day',
    caller: 'officer',
    reply: WorkReply,
    refusals,
    async handle({ request }) {
      const signedIn = await requireOfficer(deps, request, 'recording.read');
      return signedIn.ok ? ok(await countWork(deps, signedIn.value.officer)) : signedIn;
    },
  });

  serve(app, {
    method: 'GET',
    path: '/api/recording/work/{state}',
    summary: 'Who waits in a state, the longest first',
    caller: 'officer',
    params: WorkParams,
    query: WorkQuery,
    reply: WorkList,
    refusals,
    async handle({ params, query, request }) {
      const signedIn = await requireOfficer(deps, request, 'recording.read');
      if (!signedIn.ok) return signedIn;
      return ok(await listWork(deps, signedIn.value.officer, params.state, query.after));
    },
  });

  serve(app, {
    method: 'POST',
    path: '/api/recording/residents/{id}/steps',
    summary: 'Note a step of somebody who was recorded elsewhere',
    caller: 'officer',
    params: ResidentParams,
    body: StepRequest,
    refusals,
    async handle({ params, body, request }) {
      const signedIn = await requireOfficer(deps, request, 'recording.capture');
      if (!signedIn.ok) return signedIn;
      return noteStep(deps, signedIn.value.officer, params.id as ResidentId, body.to);
    },
  });

  serve(app, {
    method: 'GET',
    path: '/api/recording/disputes',
    summary: 'Who looks like somebody recorded before',
    caller: 'officer',
    reply: DisputeList,
    refusals,
    async handle({ request }) {
      const signedIn = await requireOfficer(deps, request, 'recording.decide');
      return signedIn.ok ? ok(await listDisputes(deps, signedIn.value.officer)) : signedIn;
    },
  });

  serve(app, {
    method: 'POST',
    path: '/api/recording/disputes/{id}/verdicts',
    summary: 'An officer’s word on two who look alike',
    caller: 'officer',
    params: CaptureParams,
    body: VerdictRequest,
    refusals,
    async handle({ params, body, request }) {
      const signedIn = await requireOfficer(deps, request, 'recording.decide');
      if (!signedIn.ok) return signedIn;
      const decision = { ...body, candidate: body.candidate as ResidentId };
      return decideDispute(deps, signedIn.value.officer, params.id as CaptureId, decision);
    },
  });

  serve(app, {
    method: 'POST',
    path: '/api/recording/withdrawals',
    summary:
      'A recording that holds somebody else’s picture: the person is recorded anew, no card of it counts',
    caller: 'officer',
    body: WithdrawRequest,
    refusals,
    async handle({ body, request }) {
      const signedIn = await requireOfficer(deps, request, 'recording.decide');
      return signedIn.ok ? withdrawShown(deps, signedIn.value.officer, body) : signedIn;
    },
  });
}
