import type { DueKind } from '@jatidiri/core/kia/model.ts';
import {
  CounterCodeReply,
  DueReply,
  type KiaCardRequest,
  KiaCardShown,
  type KiaCardStepRequest,
  KiaCardsReply,
  type KiaOfferRequest,
  type KiaPartnerRequest,
  KiaPartnersReply,
  KiaReply,
} from '@jatidiri/core/kia/wire.ts';
import * as v from 'valibot';
import type { Session } from '../session/session.ts';

type Call = Pick<Session, 'call'>;

export const issueKia = ({ call }: Call, nik: string, photograph: string | null) =>
  call({
    method: 'POST',
    path: '/api/kia/cards',
    body: { nik, photograph },
    parse: (reply) => v.parse(KiaReply, reply),
  });

export const drawKia = ({ call }: Call, body: v.InferInput<typeof KiaCardRequest>) =>
  call({
    method: 'POST',
    path: '/api/kia/cards/drawing',
    body,
    reply: 'blob',
    parse: (pdf) => pdf as Blob,
  });

export const listCards = ({ call }: Call) =>
  call({ method: 'GET', path: '/api/kia/cards', parse: (reply) => v.parse(KiaCardsReply, reply).cards });

export const findCard = ({ call }: Call, nik: string) =>
  call({
    method: 'POST',
    path: '/api/kia/cards/search',
    body: { nik },
    parse: (reply) => v.parse(KiaCardShown, reply),
  });

export const stepCard = ({ call }: Call, card: string, body: KiaCardStepRequest) =>
  call({ method: 'POST', path: `/api/kia/cards/${card}/steps`, body, parse: () => null });

export const listDue = ({ call }: Call, within: string, kind: DueKind) =>
  call({
    method: 'GET',
    path: `/api/kia/due?within=${within}&kind=${kind}`,
    parse: (reply) => v.parse(DueReply, reply),
  });

export const listPartners = ({ call }: Call) =>
  call({
    method: 'GET',
    path: '/api/kia/partners',
    parse: (reply) => v.parse(KiaPartnersReply, reply).partners,
  });

const counter = (reply: unknown) => v.parse(CounterCodeReply, reply).counter;

export const agree = ({ call }: Call, body: KiaPartnerRequest) =>
  call({ method: 'POST', path: '/api/kia/partners', body, parse: counter });

export const renewCounter = ({ call }: Call, partner: string) =>
  call({ method: 'POST', path: `/api/kia/partners/${partner}/counter`, parse: counter });

export const endAgreement = ({ call }: Call, partner: string) =>
  call({ method: 'POST', path: `/api/kia/partners/${partner}/end`, parse: () => null });

export const addOffer = ({ call }: Call, partner: string, body: KiaOfferRequest) =>
  call({ method: 'POST', path: `/api/kia/partners/${partner}/offers`, body, parse: () => null });

export const withdrawOffer = ({ call }: Call, offer: string) =>
  call({ method: 'POST', path: `/api/kia/offers/${offer}/withdrawal`, parse: () => null });
