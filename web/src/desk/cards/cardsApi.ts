import type { CardKind, PrintOutcome } from '@jatidiri/core/card/model.ts';
import {
  CardShown,
  CardsReply,
  type HandOverRequest,
  type ReceiveRequest,
  type ReprintRequest,
  type SpoilBlanksRequest,
  type SpoilCardsRequest,
  StockReply,
} from '@jatidiri/core/card/wire.ts';
import * as v from 'valibot';
import type { Session } from '../session/session.ts';

type Call = Pick<Session, 'call'>;
const nothing = () => null;
const blob = (body: unknown) => body as Blob;

export const readCards = ({ call }: Call) =>
  call({ method: 'GET', path: '/api/card/cards', parse: (reply) => v.parse(CardsReply, reply) });

export const findCard = ({ call }: Call, nik: string) =>
  call({
    method: 'POST',
    path: '/api/card/cards/search',
    body: { nik },
    parse: (reply) => v.parse(CardShown, reply),
  });

export const readStock = ({ call }: Call, card: CardKind) =>
  call({
    method: 'GET',
    path: `/api/card/stock?card=${card}`,
    parse: (reply) => v.parse(StockReply, reply),
  });

export const receiveBlanks = ({ call }: Call, body: ReceiveRequest) =>
  call({ method: 'POST', path: '/api/card/stock/deliveries', body, parse: nothing });

export const spoilBlanks = ({ call }: Call, body: SpoilBlanksRequest) =>
  call({ method: 'POST', path: '/api/card/stock/spoiled', body, parse: nothing });

export const startRun = ({ call }: Call, id: string, count: number) =>
  call({ method: 'POST', path: '/api/card/runs', body: { id, count }, parse: nothing });

export const runPdf = ({ call }: Call, id: string, again: boolean) =>
  call({ method: 'POST', path: `/api/card/runs/${id}/pdf`, body: { again }, reply: 'blob', parse: blob });

export const accountFor = ({ call }: Call, run: string, outcomes: ReadonlyMap<string, PrintOutcome>) =>
  call({
    method: 'POST',
    path: `/api/card/runs/${run}/outcomes`,
    body: { cards: [...outcomes].map(([id, outcome]) => ({ id, outcome })) },
    parse: nothing,
  });

export const cardPicture = ({ call }: Call, id: string) =>
  call({ method: 'GET', path: `/api/card/cards/${id}/picture`, reply: 'blob', parse: blob });

export const handOver = ({ call }: Call, id: string, body: HandOverRequest) =>
  call({ method: 'POST', path: `/api/card/cards/${id}/hand-over`, body, parse: nothing });

export const spoilCards = ({ call }: Call, body: SpoilCardsRequest) =>
  call({ method: 'POST', path: '/api/card/cards/spoiled', body, parse: nothing });

export const orderReprint = ({ call }: Call, body: ReprintRequest) =>
  call({ method: 'POST', path: '/api/card/reprints', body, parse: nothing });
