import { ok } from '@jatidiri/core/kit/result.ts';
import { KeptMeans, Means, ProposalReply, ProposalRequest } from '@jatidiri/core/outreach/proposalWire.ts';
import { outreachRefusals } from '@jatidiri/core/outreach/refusals.ts';
import {
  BadgeReply,
  BadgeRequest,
  PlanChange,
  PlanRequest,
  PosterReply,
  ScheduleReply,
  SessionList,
  SessionMove,
  SessionNotice,
  SessionParams,
} from '@jatidiri/core/outreach/wire.ts';
import type { FastifyInstance } from 'fastify';
import { type GuardDeps, requireOfficer } from '../office/index.ts';
import { serve } from '../platform/http/endpoint.ts';
import { type BadgeDeps, drawBadge, drawSessionPoster } from './drawBadges.ts';
import { keepMeans, readMeans } from './means.ts';
import { changeSession, moveSession, type PlanDeps, planSession } from './planSession.ts';
import { proposeSessions } from './proposeSessions.ts';
import { listSessions, type ReadDeps, readNotice, readSchedule } from './readSessions.ts';

export type OutreachDeps = PlanDeps & ReadDeps & GuardDeps & BadgeDeps;

/** Sessions of outreach: officers plan and hold them, anybody sees where and when. */
export function outreachRoutes(app: FastifyInstance, deps: OutreachDeps): void {
  serve(app, {
    method: 'GET',
    path: '/api/outreach/schedule',
    summary: 'Where and when officers come, with the names on their badges; nothing of a resident',
    caller: 'anyone',
    reply: ScheduleReply,
    refusals: {},
    handle: async () => ok(await readSchedule(deps)),
  });

  serve(app, {
    method: 'GET',
    path: '/api/outreach/schedule/{id}',
    summary: 'Whether the session that a badge or a poster names is announced, and who serves there',
    caller: 'anyone',
    params: SessionParams,
    reply: SessionNotice,
    refusals: { 'outreach/session-unknown': outreachRefusals['outreach/session-unknown'] },
    handle: async ({ params }) => readNotice(deps, params.id),
  });

  serve(app, {
    method: 'GET',
    path: '/api/outreach/sessions',
    summary: 'Every session with its expected yield, its count so far and its result',
    caller: 'officer',
    reply: SessionList,
    refusals: outreachRefusals,
    async handle({ request }) {
      const signedIn = await requireOfficer(deps, request, 'outreach.read');
      return signedIn.ok ? ok(await listSessions(deps, signedIn.value.officer)) : signedIn;
    },
  });

  serve(app, {
    method: 'POST',
    path: '/api/outreach/sessions',
    summary: 'Plan a session in the own region; the same plan again is the same session',
    caller: 'officer',
    body: PlanRequest,
    refusals: outreachRefusals,
    async handle({ body, request }) {
      const signedIn = await requireOfficer(deps, request, 'outreach.plan');
      return signedIn.ok ? planSession(deps, signedIn.value.officer, body) : signedIn;
    },
  });

  serve(app, {
    method: 'PUT',
    path: '/api/outreach/sessions/{id}',
    summary: 'Change the plan of a session that has not begun',
    caller: 'officer',
    params: SessionParams,
    body: PlanChange,
    refusals: outreachRefusals,
    async handle({ params, body, request }) {
      const signedIn = await requireOfficer(deps, request, 'outreach.plan');
      return signedIn.ok ? changeSession(deps, signedIn.value.officer, params.id, body) : signedIn;
    },
  });

  serve(app, {
    method: 'GET',
    path: '/api/outreach/means',
    summary:
      'What the office could send out when it last asked where to go: officers, vehicles, travel times',
    caller: 'officer',
    reply: KeptMeans,
    refusals: outreachRefusals,
    async handle({ request }) {
      const signedIn = await requireOfficer(deps, request, 'outreach.plan');
      return signedIn.ok ? ok({ means: await readMeans(deps, signedIn.value.officer) }) : signedIn;
    },
  });

  serve(app, {
    method: 'PUT',
    path: '/api/outreach/means',
    summary: 'Keep what the office can send out for the next time; the same again changes nothing',
    caller: 'officer',
    body: Means,
    refusals: outreachRefusals,
    async handle({ body, request }) {
      const signedIn = await requireOfficer(deps, request, 'outreach.plan');
      if (!signedIn.ok) return signedIn;
      await keepMeans(deps, signedIn.value.officer, body);
      return ok(undefined);
    },
  });

  serve(app, {
    method: 'POST',
    path: '/api/outreach/proposals',
    summary:
      'Where sessions would bring the most activations with these officers, days and vehicles; keeps nothing',
    caller: 'officer',
    body: ProposalRequest,
    reply: ProposalReply,
    refusals: outreachRefusals,
    async handle({ body, request }) {
      const signedIn = await requireOfficer(deps, request, 'outreach.plan');
      return signedIn.ok ? proposeSessions(deps, signedIn.value.officer, body) : signedIn;
    },
  });

  serve(app, {
    method: 'POST',
    path: '/api/outreach/sessions/{id}/moves',
    summary: 'Announce, open, close or cancel a session',
    caller: 'officer',
    params: SessionParams,
    body: SessionMove,
    refusals: outreachRefusals,
    async handle({ params, body, request }) {
      const onTheDay = body.kind === 'open' || body.kind === 'close';
      const signedIn = await requireOfficer(deps, request, onTheDay ? 'outreach.hold' : 'outreach.plan');
      return signedIn.ok ? moveSession(deps, signedIn.value.officer, params.id, body) : signedIn;
    },
  });

  serve(app, {
    method: 'POST',
    path: '/api/outreach/badge',
    summary:
      'The badge of the officer who asks, for the next minute: residents check it before giving anything',
    caller: 'officer',
    body: BadgeRequest,
    reply: BadgeReply,
    refusals: outreachRefusals,
    async handle({ body, request }) {
      const signedIn = await requireOfficer(deps, request, 'outreach.hold');
      return signedIn.ok ? drawBadge(deps, signedIn.value.officer, body) : signedIn;
    },
  });

  serve(app, {
    method: 'GET',
    path: '/api/outreach/sessions/{id}/poster',
    summary: 'The signed poster of an announced session, good on its days alone',
    caller: 'officer',
    params: SessionParams,
    reply: PosterReply,
    refusals: outreachRefusals,
    async handle({ params, request }) {
      const signedIn = await requireOfficer(deps, request, 'outreach.read');
      return signedIn.ok ? drawSessionPoster(deps, signedIn.value.officer, params.id) : signedIn;
    },
  });
}
