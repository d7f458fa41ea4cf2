import type { Result } from '@jatidiri/core/kit/result.ts';
import { MatchAlarms } from '@jatidiri/core/matching/wire.ts';
import {
  type AgreementTermsWire,
  CodeReply,
  type DecisionRequest,
  PartnerList,
  PartnerOverview,
} from '@jatidiri/core/partner/portalWire.ts';
import { type CardIssuerRequest, CardIssuers } from '@jatidiri/core/partner/wire.ts';
import * as v from 'valibot';
import type { ApiRefusal } from '../../shared/api.ts';
import type { Session } from '../session/session.ts';

type Answer<T> = Promise<Result<T, ApiRefusal>>;

const BASE = '/api/partner/institutions';

export async function listPartners({ call }: Session): Answer<PartnerList> {
  return call({ method: 'GET', path: BASE, parse: (body) => v.parse(PartnerList, body) });
}

export async function listAlarms({ call }: Session): Answer<MatchAlarms> {
  return call({
    method: 'GET',
    path: '/api/verification/alarms',
    parse: (body) => v.parse(MatchAlarms, body),
  });
}

export async function readPartner({ call }: Session, id: string): Answer<PartnerOverview> {
  return call({ method: 'GET', path: `${BASE}/${id}`, parse: (body) => v.parse(PartnerOverview, body) });
}

export async function decide({ call }: Session, id: string, body: DecisionRequest): Answer<null> {
  return call({ method: 'POST', path: `${BASE}/${id}/decisions`, body, parse: () => null });
}

export async function offerTerms({ call }: Session, id: string, body: AgreementTermsWire): Answer<null> {
  return call({ method: 'POST', path: `${BASE}/${id}/agreements`, body, parse: () => null });
}

export async function inviteAnew({ call }: Session, id: string): Answer<CodeReply> {
  return call({
    method: 'POST',
    path: `${BASE}/${id}/invitations`,
    parse: (body) => v.parse(CodeReply, body),
  });
}

export const documentPath = (id: string): string => `${BASE}/documents/${id}`;

const CARDS = '/api/partner/card-issuers';

export const listCardIssuers = ({ call }: Session): Answer<CardIssuers> =>
  call({ method: 'GET', path: CARDS, parse: (body) => v.parse(CardIssuers, body) });

export const addCardIssuer = ({ call }: Session, body: CardIssuerRequest): Answer<null> =>
  call({ method: 'POST', path: CARDS, body, parse: () => null });

export const endCardIssuer = ({ call }: Session, id: string): Answer<null> =>
  call({ method: 'POST', path: `${CARDS}/${id}/end`, parse: () => null });
