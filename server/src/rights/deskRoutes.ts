import { ok } from '@jatidiri/core/kit/result.ts';
import { officerRefusals } from '@jatidiri/core/office/refusals.ts';
import type { ObjectionId } from '@jatidiri/core/rights/model.ts';
import { rightsRefusals } from '@jatidiri/core/rights/refusals.ts';
import {
  ObjectionAnswerRequest,
  ObjectionParams,
  ObjectionReply,
  ObjectionsReply,
} from '@jatidiri/core/rights/wire.ts';
import type { FastifyInstance } from 'fastify';
import { type GuardDeps, requireOfficer } from '../office/index.ts';
import { serve } from '../platform/http/endpoint.ts';
import { type AnswerDeps, answer, listWaiting } from './answerObjection.ts';
import { type Naming, toObjection, toObjections } from './replies.ts';

export type DeskDeps = AnswerDeps & GuardDeps & Naming;

const refusals = { ...rightsRefusals, ...officerRefusals };

/** The officers' work list of objections. */
export function deskRoutes(app: FastifyInstance, deps: DeskDeps): void {
  serve(app, {
    method: 'GET',
    path: '/api/rights/objections/waiting',
    summary: 'Objections that wait for this office’s answer, the overdue first',
    caller: 'officer',
    reply: ObjectionsReply,
    refusals,
    handle: async ({ request }) => {
      const signedIn = await requireOfficer(deps, request, 'objection.answer');
      if (!signedIn.ok) return signedIn;
      const waiting = await listWaiting(deps, signedIn.value.officer);
      return ok(await toObjections(waiting, deps));
    },
  });

  serve(app, {
    method: 'POST',
    path: '/api/rights/objections/{id}/answer',
    summary: 'Answers an objection; the resident reads it beside the entry',
    caller: 'officer',
    params: ObjectionParams,
    body: ObjectionAnswerRequest,
    reply: ObjectionReply,
    refusals,
    handle: async ({ params, body, request }) => {
      const signedIn = await requireOfficer(deps, request, 'objection.answer');
      if (!signedIn.ok) return signedIn;
      const answered = await answer(deps, signedIn.value.officer, params.id as ObjectionId, body);
      return answered.ok ? ok(await toObjection(answered.value, deps)) : answered;
    },
  });
}
