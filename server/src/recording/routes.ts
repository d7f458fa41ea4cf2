import { faceRefusals } from '@jatidiri/core/face/refusals.ts';
import { ok } from '@jatidiri/core/kit/result.ts';
import type { Action, Officer } from '@jatidiri/core/office/model.ts';
import type { CaptureId } from '@jatidiri/core/recording/model.ts';
import { recordingRefusals } from '@jatidiri/core/recording/refusals.ts';
import {
  BeginRequest,
  CaptureParams,
  CaptureReply,
  DeviceQuery,
  MissingRequest,
  OpenCaptures,
  PieceParams,
  ResidentParams,
  TakenReply,
  UnsealRequest,
} from '@jatidiri/core/recording/wire.ts';
import type { ResidentId } from '@jatidiri/core/registry/model.ts';
import { REGISTRY_REFUSALS } from '@jatidiri/core/registry/refusals.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type GuardDeps, requireOfficer } from '../office/index.ts';
import { serve } from '../platform/http/endpoint.ts';
import { beginCapture } from './beginCapture.ts';
import type { Recorded, RecordingDeps } from './deps.ts';
import { abandonCapture, finishCapture } from './finishCapture.ts';
import { listOpenCaptures, readCapture } from './readCaptures.ts';
import { unsealPiece, viewOpenPhotograph } from './readPiece.ts';
import { missPiece, takePiece } from './takePiece.ts';
import { type ViewDeps, viewPhotograph } from './viewPhotograph.ts';

type Deps = RecordingDeps & GuardDeps & ViewDeps;

const refusals = { ...recordingRefusals, ...REGISTRY_REFUSALS, ...faceRefusals };
const FILES = ['image/jpeg', 'image/png', 'image/webp', 'application/octet-stream'];

/** Sittings of the recording desk: begun, filled piece by piece, finished. */
export function recordingRoutes(app: FastifyInstance, deps: Deps): void {
  const asOfficer = async <T>(
    request: FastifyRequest,
    action: Action,
    work: (officer: Officer) => Promise<Recorded<T>>,
  ) => {
    const signedIn = await requireOfficer(deps, request, action);
    return signedIn.ok ? work(signedIn.value.officer) : signedIn;
  };
  const send = async (reply: FastifyReply, type: string, bytes: Recorded<Uint8Array>) => {
    if (!bytes.ok) return bytes;
    reply.type(type).send(bytes.value);
    return ok(undefined);
  };

  serve(app, {
    method: 'POST',
    path: '/api/recording/captures',
    summary: 'Begin to record whoever stands there, or go on with what was begun',
    caller: 'officer',
    body: BeginRequest,
    reply: CaptureReply,
    refusals,
    handle: ({ body, request }) =>
      asOfficer(request, 'recording.capture', async (officer) => {
        const begun = await beginCapture(deps, officer, body);
        return begun.ok ? readCapture(deps, officer, begun.value.id) : begun;
      }),
  });

  serve(app, {
    method: 'GET',
    path: '/api/recording/captures',
    summary: 'Sittings of the own office that are not finished',
    caller: 'officer',
    reply: OpenCaptures,
    refusals,
    handle: ({ request }) =>
      asOfficer(request, 'recording.capture', async (officer) => ok(await listOpenCaptures(deps, officer))),
  });

  serve(app, {
    method: 'GET',
    path: '/api/recording/captures/{id}',
    summary: 'A sitting as it stands',
    caller: 'officer',
    params: CaptureParams,
    reply: CaptureReply,
    refusals,
    handle: ({ params, request }) =>
      asOfficer(request, 'recording.capture', (officer) =>
        readCapture(deps, officer, params.id as CaptureId),
      ),
  });

  serve(app, {
    method: 'PUT',
    path: '/api/recording/captures/{id}/pieces/{slot}',
    summary: 'One piece as it was taken; the same place again replaces it',
    caller: 'officer',
    params: PieceParams,
    query: DeviceQuery,
    rawBody: FILES,
    reply: TakenReply,
    refusals,
    handle: ({ params, query, request }) =>
      asOfficer(request, 'recording.capture', (officer) => {
        const file = request.rawBody ?? new Uint8Array(0);
        return takePiece(deps, officer, {
          capture: params.id as CaptureId,
          slot: params.slot,
          ...query,
          file,
        });
      }),
  });

  serve(app, {
    method: 'PUT',
    path: '/api/recording/captures/{id}/missing/{slot}',
    summary: 'Why a piece cannot be taken of this person',
    caller: 'officer',
    params: PieceParams,
    body: MissingRequest,
    refusals,
    handle: ({ params, body, request }) =>
      asOfficer(request, 'recording.capture', (officer) =>
        missPiece(deps, officer, params.id as CaptureId, params.slot, body.reason),
      ),
  });

  serve(app, {
    method: 'GET',
    path: '/api/recording/captures/{id}/photograph',
    summary: 'The photograph of a sitting that is under way',
    caller: 'officer',
    params: CaptureParams,
    refusals,
    handle: ({ params, request, reply }) =>
      asOfficer(request, 'recording.capture', async (officer) =>
        send(reply, 'image/jpeg', await viewOpenPhotograph(deps, officer, params.id as CaptureId)),
      ),
  });

  for (const [what, work, summary] of [
    ['finish', finishCapture, 'Ends a complete sitting'],
    ['abandon', abandonCapture, 'Gives a sitting up; nothing is kept of it'],
  ] as const)
    serve(app, {
      method: 'POST',
      path: `/api/recording/captures/{id}/${what}`,
      summary,
      caller: 'officer',
      params: CaptureParams,
      refusals,
      handle: ({ params, request }) =>
        asOfficer(request, 'recording.capture', (officer) => work(deps, officer, params.id as CaptureId)),
    });

  serve(app, {
    method: 'POST',
    path: '/api/recording/captures/{id}/pieces/{slot}/unsealing',
    summary: 'A specially protected piece, for a head of office who says why; the resident reads of it',
    caller: 'officer',
    params: PieceParams,
    body: UnsealRequest,
    refusals,
    handle: ({ params, body, request, reply }) =>
      asOfficer(request, 'recording.unseal', async (officer) => {
        const opened = await unsealPiece(deps, officer, params.id as CaptureId, params.slot, body.reason);
        return send(reply, 'application/octet-stream', opened);
      }),
  });

  serve(app, {
    method: 'GET',
    path: '/api/recording/residents/{id}/photograph',
    summary: 'The recorded photograph; the resident sees who looked',
    caller: 'officer',
    params: ResidentParams,
    refusals,
    handle: ({ params, request, reply }) =>
      asOfficer(request, 'recording.read', async (officer) =>
        send(reply, 'image/jpeg', await viewPhotograph(deps, officer, params.id as ResidentId)),
      ),
  });
}
