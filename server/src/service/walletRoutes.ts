import { deviceRefusals } from '@jatidiri/core/device/proof.ts';
import { ok } from '@jatidiri/core/kit/result.ts';
import type { Suite } from '@jatidiri/core/kit/suite.ts';
import { serviceRefusals } from '@jatidiri/core/service/refusals.ts';
import {
  DocumentParams,
  DocumentPart,
  DocumentReply,
  OwnRequests,
  RequestBody,
  RequestParams,
  ResidentMoveBody,
} from '@jatidiri/core/service/wire.ts';
import type { WilayahCode } from '@jatidiri/core/wilayah/model.ts';
import type { FastifyInstance } from 'fastify';
import { requireDevice } from '../platform/http/device.ts';
import { serve } from '../platform/http/endpoint.ts';
import { type AskDeps, askService, listOwn, moveOwn } from './askService.ts';
import { type Naming, toOwn } from './replies.ts';
import { takeDocument } from './takeDocument.ts';

export interface WalletDeps extends AskDeps, Naming {
  readonly suite: Suite;
  readonly province: WilayahCode;
}

const refusals = { ...serviceRefusals, ...deviceRefusals };

/** What a resident asks of the office from the wallet, and how it stands. */
export function walletRoutes(app: FastifyInstance, deps: WalletDeps): void {
  serve(app, {
    method: 'PUT',
    path: '/api/service/documents/{digest}',
    summary: 'A photographed paper, part by part; the answer says where to go on',
    caller: 'device',
    params: DocumentParams,
    query: DocumentPart,
    rawBody: ['application/octet-stream'],
    reply: DocumentReply,
    refusals,
    async handle({ params, query, request }) {
      const device = await requireDevice(deps, request);
      if (!device.ok) return device;
      const bytes = request.rawBody ?? new Uint8Array(0);
      return takeDocument(deps, device.value, params.digest, query, bytes);
    },
  });

  serve(app, {
    method: 'POST',
    path: '/api/service/requests',
    summary:
      'Asks for a move, a family card, a certificate or a correction; the same again is the same request',
    caller: 'device',
    body: RequestBody,
    reply: OwnRequests,
    status: 201,
    refusals,
    async handle({ body, request }) {
      const device = await requireDevice(deps, request);
      if (!device.ok) return device;
      const asked = await askService(deps, device.value, body);
      return asked.ok ? ok(await toOwn([asked.value], deps)) : asked;
    },
  });

  serve(app, {
    method: 'GET',
    path: '/api/service/requests',
    summary: 'The resident’s requests with their state and promised day, the newest first',
    caller: 'device',
    reply: OwnRequests,
    refusals,
    async handle({ request }) {
      const device = await requireDevice(deps, request);
      if (!device.ok) return device;
      const own = await listOwn(deps, device.value);
      return own.ok ? ok(await toOwn(own.value, deps)) : own;
    },
  });

  serve(app, {
    method: 'POST',
    path: '/api/service/requests/{id}/own-moves',
    summary: 'Adds photographed papers, or takes the request back',
    caller: 'device',
    params: RequestParams,
    body: ResidentMoveBody,
    reply: OwnRequests,
    refusals,
    async handle({ params, body, request }) {
      const device = await requireDevice(deps, request);
      if (!device.ok) return device;
      const move =
        body.kind === 'addDocuments'
          ? { kind: body.kind, documents: body.documents.map((digest) => ({ digest })) }
          : body;
      const moved = await moveOwn(deps, device.value, params.id, move);
      return moved.ok ? ok(await toOwn([moved.value], deps)) : moved;
    },
  });
}
