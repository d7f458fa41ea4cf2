import { deviceRefusals } from '@jatidiri/core/device/proof.ts';
import { checkRefusals, documentRefusals } from '@jatidiri/core/document/refusals.ts';
import {
  CheckReply,
  CheckRequest,
  PhotocopyList,
  PhotocopyParams,
  PhotocopyReply,
  PhotocopyRequest,
} from '@jatidiri/core/document/wire.ts';
import { ok } from '@jatidiri/core/kit/result.ts';
import type { Suite } from '@jatidiri/core/kit/suite.ts';
import type { FastifyInstance } from 'fastify';
import { requireDevice } from '../platform/http/device.ts';
import { serve } from '../platform/http/endpoint.ts';
import { type CheckDeps, checkPhotocopy } from './checkPhotocopy.ts';
import { type MakeDeps, makePhotocopy } from './makePhotocopy.ts';
import { listPhotocopies, type OwnDeps, withdrawPhotocopy } from './ownPhotocopies.ts';
import { lightPhotocopyPdf, photocopyPdf } from './photocopyPdf.ts';

export interface DocumentDeps extends MakeDeps, OwnDeps, CheckDeps {
  readonly suite: Suite;
}

const refusals = { ...documentRefusals, ...deviceRefusals };

/** Photocopies: their resident makes and withdraws them, whoever holds one checks it. */
export function documentRoutes(app: FastifyInstance, deps: DocumentDeps): void {
  serve(app, {
    method: 'POST',
    path: '/api/document/photocopies',
    summary:
      'Makes a photocopy for one recipient and one purpose; the papers are in the answer and nowhere else',
    caller: 'device',
    body: PhotocopyRequest,
    reply: PhotocopyReply,
    status: 201,
    refusals,
    async handle({ body, request }) {
      const device = await requireDevice(deps, request);
      if (!device.ok) return device;
      const made = await makePhotocopy(deps, device.value, body);
      if (!made.ok) return made;
      const { content, address } = made.value;
      const [pdf, light] = await Promise.all([
        photocopyPdf(content, address),
        lightPhotocopyPdf(content, address),
      ]);
      return ok({ address, pdf: pdf.toString('base64'), lightPdf: light.toString('base64') });
    },
  });

  serve(app, {
    method: 'GET',
    path: '/api/document/photocopies',
    summary: 'The resident’s photocopies, each with when it was checked',
    caller: 'device',
    reply: PhotocopyList,
    refusals,
    async handle({ request }) {
      const device = await requireDevice(deps, request);
      return device.ok ? listPhotocopies(deps, device.value) : device;
    },
  });

  serve(app, {
    method: 'POST',
    path: '/api/document/photocopies/{id}/withdrawal',
    summary: 'Takes a photocopy back; again is the same',
    caller: 'device',
    params: PhotocopyParams,
    refusals,
    async handle({ params, request }) {
      const device = await requireDevice(deps, request);
      return device.ok ? withdrawPhotocopy(deps, device.value, params.id) : device;
    },
  });

  serve(app, {
    method: 'POST',
    path: '/api/document/photocopy-checks',
    summary: 'Whether a photocopy is good, and its sealed content; only the secret in its QR opens that',
    caller: 'anyone',
    body: CheckRequest,
    reply: CheckReply,
    refusals: checkRefusals,
    handle: ({ body, request }) => checkPhotocopy(deps, body.reference, request.ip),
  });
}
