import type { Activation, ActivationId } from '@jatidiri/core/activation/model.ts';
import { activationRefusals } from '@jatidiri/core/activation/refusals.ts';
import {
  ActivationParams,
  ApplicationRequest,
  ApplicationStatus,
  ConfirmationReply,
  ConfirmationRequest,
  PaperCodeRequest,
  SelfiePartParams,
  SelfiePartQuery,
  SelfiePartReply,
  StatusQuery,
} from '@jatidiri/core/activation/wire.ts';
import { deviceRefusals, type ProvenDevice } from '@jatidiri/core/device/proof.ts';
import { ok, type Refusal, type Result } from '@jatidiri/core/kit/result.ts';
import type { Suite } from '@jatidiri/core/kit/suite.ts';
import { REGISTRY_REFUSALS } from '@jatidiri/core/registry/refusals.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { requireDevice } from '../platform/http/device.ts';
import { serve } from '../platform/http/endpoint.ts';
import { confirmByLink } from './confirmByLink.ts';
import { cancelActivation, readIdentity, readStatus, releaseHandset, takeSelfie } from './handset.ts';
import { confirmByPaper, type PaperDeps } from './paperCode.ts';
import { type Naming, toStatus } from './replies.ts';
import { type StartDeps, startActivation } from './startActivation.ts';
import { uploadSelfie } from './uploadSelfie.ts';
import { openWaiting } from './waitForChange.ts';

export interface WalletDeps extends PaperDeps, StartDeps, Naming {
  readonly suite: Suite;
}

const refusals = { ...activationRefusals, ...deviceRefusals };

/** What a wallet asks. */
export function walletRoutes(app: FastifyInstance, deps: WalletDeps): void {
  const waiting = openWaiting(deps.database);
  app.addHook('preClose', async () => waiting.release());

  serve(app, {
    method: 'POST',
    path: '/api/activation/applications',
    summary:
      'Verifikasi data: start an activation with NIK and name; the same id again is the same application',
    caller: 'device',
    body: ApplicationRequest,
    reply: ApplicationStatus,
    status: 201,
    refusals: { ...refusals, ...REGISTRY_REFUSALS },
    handle: ({ body, request }) =>
      forHandset(deps, request, (device) => startActivation(deps, body, device, request.ip)),
  });

  serve(app, {
    method: 'GET',
    path: '/api/activation/applications/{id}',
    summary: 'Where an application of this handset stands; with `unlike` held until it stands elsewhere',
    caller: 'device',
    params: ActivationParams,
    query: StatusQuery,
    reply: ApplicationStatus,
    refusals,
    handle: ({ params, query, request }) =>
      forHandset(deps, request, async (device) => {
        const id = params.id as ActivationId;
        const now = await readStatus(deps, id, device);
        if (!now.ok || now.value.state !== query.unlike) return now;
        await waiting.forChange(id, query.unlike);
        return readStatus(deps, id, device);
      }),
  });

  serve(app, {
    method: 'PUT',
    path: '/api/activation/applications/{id}/selfie',
    summary: 'The applicant’s selfie; replaces an earlier one until an officer has decided',
    caller: 'device',
    params: ActivationParams,
    rawBody: ['image/jpeg', 'image/png', 'image/webp'],
    reply: ApplicationStatus,
    refusals,
    handle: ({ params, request }) => {
      const sent = request.rawBody ?? new Uint8Array(0);
      const id = params.id as ActivationId;
      return forHandset(deps, request, (device) => takeSelfie(deps, id, device, sent));
    },
  });

  serve(app, {
    method: 'PUT',
    path: '/api/activation/applications/{id}/selfie/{digest}',
    summary: 'A part of the selfie; the answer says how much is there, and with the last part it is taken',
    caller: 'device',
    params: SelfiePartParams,
    query: SelfiePartQuery,
    rawBody: ['application/octet-stream'],
    reply: SelfiePartReply,
    refusals,
    handle: async ({ params, query, request }) => {
      const device = await requireDevice(deps, request);
      if (!device.ok) return device;
      const part = { ...query, digest: params.digest, bytes: request.rawBody ?? new Uint8Array(0) };
      const kept = await uploadSelfie(deps, params.id as ActivationId, device.value, part);
      if (!kept.ok) return kept;
      const { received, activation } = kept.value;
      return ok({ received, application: await toStatus(activation, deps) });
    },
  });

  serve(app, {
    method: 'POST',
    path: '/api/activation/applications/{id}/cancellation',
    summary: 'The resident gives the application up',
    caller: 'device',
    params: ActivationParams,
    reply: ApplicationStatus,
    refusals,
    handle: ({ params, request }) =>
      forHandset(deps, request, (device) => cancelActivation(deps, params.id as ActivationId, device)),
  });

  serve(app, {
    method: 'GET',
    path: '/api/activation/identity',
    summary: 'The identity that this handset holds or held last, however it came there',
    caller: 'device',
    reply: ApplicationStatus,
    refusals,
    handle: ({ request }) => forHandset(deps, request, (device) => readIdentity(deps, device)),
  });

  serve(app, {
    method: 'POST',
    path: '/api/activation/release',
    summary: 'Lepas perangkat: the identity leaves this handset',
    caller: 'device',
    reply: ApplicationStatus,
    refusals,
    handle: ({ request }) => forHandset(deps, request, (device) => releaseHandset(deps, device)),
  });

  serve(app, {
    method: 'POST',
    path: '/api/activation/applications/{id}/paper-confirmation',
    summary: 'The code of the officer’s paper, typed on the handset that applied',
    caller: 'device',
    params: ActivationParams,
    body: PaperCodeRequest,
    reply: ApplicationStatus,
    refusals,
    handle: ({ params, body, request }) =>
      forHandset(deps, request, (device) =>
        confirmByPaper(deps, params.id as ActivationId, device, body.code),
      ),
  });

  serve(app, {
    method: 'POST',
    path: '/api/activation/confirmations',
    summary:
      'The link of the confirmation mail, from any device; works once, and may be repeated for ten minutes',
    caller: 'anyone',
    body: ConfirmationRequest,
    reply: ConfirmationReply,
    refusals: activationRefusals,
    handle: async ({ body }) => {
      const confirmed = await confirmByLink(deps, body.token);
      return confirmed.ok ? ok({ state: 'active' as const }) : confirmed;
    },
  });
}

/** For the handset that proves itself by this request: does the work and says where its application then stands. */
async function forHandset<R extends Refusal<string>>(
  deps: WalletDeps,
  request: FastifyRequest,
  work: (device: ProvenDevice) => Promise<Result<Activation, R>>,
) {
  const device = await requireDevice(deps, request);
  if (!device.ok) return device;
  const done = await work(device.value);
  return done.ok ? ok(await toStatus(done.value, deps)) : done;
}
