import { Personal } from '@jatidiri/core/kit/personal.ts';
import { ok } from '@jatidiri/core/kit/result.ts';
import { officerRefusals } from '@jatidiri/core/office/refusals.ts';
import type { OfficerMove } from '@jatidiri/core/service/model.ts';
import { serviceRefusals } from '@jatidiri/core/service/refusals.ts';
import {
  DocumentParams,
  LateWork,
  OfficerMoveBody,
  RequestParams,
  WorkList,
} from '@jatidiri/core/service/wire.ts';
import type { FastifyInstance } from 'fastify';
import * as v from 'valibot';
import { type GuardDeps, requireOfficer } from '../office/index.ts';
import { serve } from '../platform/http/endpoint.ts';
import { type Naming, toWorkList } from './replies.ts';
import { countLate, listWork, moveWork, viewDocument, type WorkDeps } from './workRequests.ts';

export type DeskDeps = WorkDeps & GuardDeps & Naming;

const refusals = { ...serviceRefusals, ...officerRefusals };
const PaperParams = v.strictObject({ ...RequestParams.entries, ...DocumentParams.entries });

/** The office's work list of requests. */
export function deskRoutes(app: FastifyInstance, deps: DeskDeps): void {
  serve(app, {
    method: 'GET',
    path: '/api/service/work',
    summary: 'Requests that wait in the office’s region: those beyond their promise first',
    caller: 'officer',
    reply: WorkList,
    refusals,
    async handle({ request }) {
      const signedIn = await requireOfficer(deps, request, 'service.work');
      if (!signedIn.ok) return signedIn;
      const { officer } = signedIn.value;
      return ok(await toWorkList(await listWork(deps, officer), officer, deps));
    },
  });

  serve(app, {
    method: 'GET',
    path: '/api/service/late',
    summary: 'How many requests of the office’s region are beyond their promise',
    caller: 'officer',
    reply: LateWork,
    refusals,
    async handle({ request }) {
      const signedIn = await requireOfficer(deps, request, 'service.work');
      return signedIn.ok ? ok({ late: await countLate(deps, signedIn.value.officer) }) : signedIn;
    },
  });

  serve(app, {
    method: 'POST',
    path: '/api/service/work/{id}/moves',
    summary:
      'Takes a request in hand, asks for more, completes it with its reference, or refuses it with a reason',
    caller: 'officer',
    params: RequestParams,
    body: OfficerMoveBody,
    refusals,
    async handle({ params, body, request }) {
      const signedIn = await requireOfficer(deps, request, 'service.work');
      return signedIn.ok ? moveWork(deps, signedIn.value.officer, params.id, moveOf(body)) : signedIn;
    },
  });

  serve(app, {
    method: 'GET',
    path: '/api/service/work/{id}/documents/{digest}',
    summary: 'A photographed paper of a request; looking at it is an entry',
    caller: 'officer',
    params: PaperParams,
    refusals,
    async handle({ params, request, reply }) {
      const signedIn = await requireOfficer(deps, request, 'service.work');
      if (!signedIn.ok) return signedIn;
      const paper = await viewDocument(deps, signedIn.value.officer, params.id, params.digest);
      if (!paper.ok) return paper;
      reply.header('cache-control', 'no-store').type(paper.value.mediaType ?? 'application/octet-stream');
      reply.send(paper.value.image);
      return ok(undefined);
    },
  });
}

function moveOf(body: OfficerMoveBody): OfficerMove {
  const note = (text: string) => new Personal<string, 'note'>(text);
  switch (body.kind) {
    case 'take':
      return body;
    case 'askMore':
      return { kind: body.kind, asked: note(body.asked) };
    case 'complete':
      return { kind: body.kind, answer: note(body.answer) };
    case 'refuse':
      return { kind: body.kind, reason: body.reason, answer: note(body.answer) };
  }
}
