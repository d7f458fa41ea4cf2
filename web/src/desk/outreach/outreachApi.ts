import {
  KeptMeans,
  type Means,
  ProposalReply,
  type ProposalRequest,
} from '@jatidiri/core/outreach/proposalWire.ts';
import {
  BadgeReply,
  type BadgeRequest,
  type PlanRequest,
  PosterReply,
  SessionList,
  type SessionMove,
} from '@jatidiri/core/outreach/wire.ts';
import * as v from 'valibot';
import type { Session } from '../session/session.ts';

type Call = Pick<Session, 'call'>;
const PATH = '/api/outreach/sessions';

export const listSessions = ({ call }: Call) =>
  call({ method: 'GET', path: PATH, parse: (body) => v.parse(SessionList, body) });

export const planSession = ({ call }: Call, body: PlanRequest) =>
  call({ method: 'POST', path: PATH, body, parse: () => null });

export const changeSession = ({ call }: Call, { id, ...body }: PlanRequest) =>
  call({ method: 'PUT', path: `${PATH}/${id}`, body, parse: () => null });

export const moveSession = ({ call }: Call, id: string, body: SessionMove) =>
  call({ method: 'POST', path: `${PATH}/${id}/moves`, body, parse: () => null });

export const proposeSessions = ({ call }: Call, body: ProposalRequest) =>
  call({
    method: 'POST',
    path: '/api/outreach/proposals',
    body,
    parse: (reply) => v.parse(ProposalReply, reply),
  });

const MEANS = '/api/outreach/means';

export const readMeans = ({ call }: Call) =>
  call({ method: 'GET', path: MEANS, parse: (body) => v.parse(KeptMeans, body).means });

export const keepMeans = ({ call }: Call, body: Means) =>
  call({ method: 'PUT', path: MEANS, body, parse: () => null });

export const askBadge = ({ call }: Call, body: BadgeRequest) =>
  call({
    method: 'POST',
    path: '/api/outreach/badge',
    body,
    parse: (body) => v.parse(BadgeReply, body),
  });

export const readPoster = ({ call }: Call, id: string) =>
  call({ method: 'GET', path: `${PATH}/${id}/poster`, parse: (body) => v.parse(PosterReply, body) });
