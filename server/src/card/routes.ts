import type { CardId, RunId } from '@jatidiri/core/card/model.ts';
import { cardRefusals } from '@jatidiri/core/card/refusals.ts';
import {
  CardParams,
  CardShown,
  CardsReply,
  FindCardRequest,
  HandOverRequest,
  OutcomesRequest,
  ReceiveRequest,
  ReprintRequest,
  RunRequest,
  SendRequest,
  SpoilBlanksRequest,
  SpoilCardsRequest,
  StockQuery,
  StockReply,
} from '@jatidiri/core/card/wire.ts';
import { ok } from '@jatidiri/core/kit/result.ts';
import type { Action, Officer } from '@jatidiri/core/office/model.ts';
import { REGISTRY_REFUSALS } from '@jatidiri/core/registry/refusals.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type GuardDeps, requireOfficer } from '../office/index.ts';
import { serve } from '../platform/http/endpoint.ts';
import { accountForRun } from './accountForRun.ts';
import type { CardDeps, Carded } from './deps.ts';
import { handOver } from './handOver.ts';
import { readStock, receiveBlanks, spoilBlanks } from './moveStock.ts';
import { orderReprint } from './orderReprint.ts';
import { findCard, readCards } from './readCards.ts';
import { pictureCard, sendRun } from './sendRun.ts';
import { spoilCards } from './spoilCards.ts';
import { startRun } from './startRun.ts';

const refusals = { ...cardRefusals, ...REGISTRY_REFUSALS };

/** Stock, printing and hand-over of cards, at the officers' desk. */
export function cardRoutes(app: FastifyInstance, deps: CardDeps & GuardDeps): void {
  const asOfficer = async <T>(
    request: FastifyRequest,
    action: Action,
    work: (officer: Officer) => Promise<Carded<T>>,
  ) => {
    const signedIn = await requireOfficer(deps, request, action);
    return signedIn.ok ? work(signedIn.value.officer) : signedIn;
  };
  const send = async (reply: FastifyReply, type: string, content: Carded<Buffer | string>) => {
    if (!content.ok) return content;
    reply.type(type).send(content.value);
    return ok(undefined);
  };
  const common = { caller: 'officer', refusals } as const;

  serve(app, {
    ...common,
    method: 'GET',
    path: '/api/card/stock',
    summary: 'What lies in the office’s cupboard of one kind of card, and every change of it',
    query: StockQuery,
    reply: StockReply,
    handle: ({ query, request }) =>
      asOfficer(request, 'card.print', async (officer) => ok(await readStock(deps, officer, query.card))),
  });
  serve(app, {
    ...common,
    method: 'POST',
    path: '/api/card/stock/deliveries',
    summary: 'Blank cards came; the same delivery again is one',
    body: ReceiveRequest,
    handle: ({ body, request }) =>
      asOfficer(request, 'card.stock', (officer) => receiveBlanks(deps, officer, body)),
  });
  serve(app, {
    ...common,
    method: 'POST',
    path: '/api/card/stock/spoiled',
    summary: 'Blank cards that are good for nothing any more',
    body: SpoilBlanksRequest,
    handle: ({ body, request }) =>
      asOfficer(request, 'card.stock', (officer) => spoilBlanks(deps, officer, body)),
  });

  serve(app, {
    ...common,
    method: 'GET',
    path: '/api/card/cards',
    summary: 'What waits to be printed, lies in printers, or waits for its owner',
    reply: CardsReply,
    handle: ({ request }) =>
      asOfficer(request, 'card.print', async (officer) => ok(await readCards(deps, officer))),
  });
  serve(app, {
    ...common,
    method: 'POST',
    path: '/api/card/cards/search',
    summary: 'The card of whoever stands there, by NIK; the resident sees who looked',
    body: FindCardRequest,
    reply: CardShown,
    handle: ({ body, request }) =>
      asOfficer(request, 'card.print', (officer) => findCard(deps, officer, body.nik)),
  });
  serve(app, {
    ...common,
    method: 'POST',
    path: '/api/card/runs',
    summary: 'Take the next cards of the queue for one printer',
    body: RunRequest,
    handle: ({ body, request }) =>
      asOfficer(request, 'card.print', (officer) => startRun(deps, officer, body.id as RunId, body.count)),
  });
  serve(app, {
    ...common,
    method: 'POST',
    path: '/api/card/runs/{id}/pdf',
    summary: 'The cards of a run, print-ready, ID-1; a second time only when none came out',
    params: CardParams,
    body: SendRequest,
    handle: ({ params, body, request, reply }) =>
      asOfficer(request, 'card.print', async (officer) =>
        send(reply, 'application/pdf', await sendRun(deps, officer, params.id as RunId, body.again)),
      ),
  });
  serve(app, {
    ...common,
    method: 'POST',
    path: '/api/card/runs/{id}/outcomes',
    summary: 'What became of each card in the printer',
    params: CardParams,
    body: OutcomesRequest,
    handle: ({ params, body, request }) =>
      asOfficer(request, 'card.print', (officer) => accountForRun(deps, officer, params.id as RunId, body)),
  });

  serve(app, {
    ...common,
    method: 'GET',
    path: '/api/card/cards/{id}/picture',
    summary: 'A card as a picture; the resident sees who looked',
    params: CardParams,
    handle: ({ params, request, reply }) =>
      asOfficer(request, 'card.print', async (officer) =>
        send(reply, 'image/svg+xml', await pictureCard(deps, officer, params.id as CardId)),
      ),
  });
  serve(app, {
    ...common,
    method: 'POST',
    path: '/api/card/cards/{id}/hand-over',
    summary: 'Give a card to its owner or family, against a signature',
    params: CardParams,
    body: HandOverRequest,
    handle: ({ params, body, request }) =>
      asOfficer(request, 'card.handOver', (officer) => handOver(deps, officer, params.id as CardId, body)),
  });
  serve(app, {
    ...common,
    method: 'POST',
    path: '/api/card/cards/spoiled',
    summary: 'Printed cards that nobody will get; whoever may have one gets another',
    body: SpoilCardsRequest,
    handle: ({ body, request }) =>
      asOfficer(request, 'card.handOver', (officer) => spoilCards(deps, officer, body)),
  });
  serve(app, {
    ...common,
    method: 'POST',
    path: '/api/card/reprints',
    summary: 'Order a card anew: lost, damaged, or out of date',
    body: ReprintRequest,
    handle: ({ body, request }) =>
      asOfficer(request, 'card.handOver', (officer) => orderReprint(deps, officer, body)),
  });
}
