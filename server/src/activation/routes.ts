import type { ActivationId } from '@jatidiri/core/activation/model.ts';
import { activationRefusals } from '@jatidiri/core/activation/refusals.ts';
import {
  ActivationParams,
  ApplicationRequest,
  ApplicationStatus,
  ConfirmationReply,
  ConfirmationRequest,
  TrailReply,
} from '@jatidiri/core/activation/wire.ts';
import { deviceRefusals } from '@jatidiri/core/device/proof.ts';
import { ok } from '@jatidiri/core/kit/result.ts';
import type { Suite } from '@jatidiri/core/kit/suite.ts';
import { REGISTRY_REFUSALS } from '@jatidiri/core/registry/refusals.ts';
import type { FastifyInstance } from 'fastify';
import { requireDevice } from '../platform/http/device.ts';
import { serve } from '../platform/http/endpoint.ts';
import { confirmByLink } from './confirmByLink.ts';
import { cancelActivation, readStatus, releaseHandset, takeSelfie } from './handset.ts';
import { readTrail } from './readTrail.ts';
import { type Naming, toStatus, toTrail } from './replies.ts';
import { type StartDeps, startActivation } from './startActivation.ts';

export interface WalletDeps extends StartDeps, Naming {
  readonly suite: Suite;
}

const refusals = { ...activationRefusals, ...deviceRefusals };

/** What a wallet asks. */
export function walletRoutes(app: FastifyInstance, deps: WalletDeps): void {
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
    handle: async ({ body, request }) => {
      const device = await requireDevice(deps, request);
      if (!device.ok) return device;
      const started = await startActivation(deps, body, device.value, request.ip);
      return started.ok ? ok(await toStatus(started.value, deps)) : started;
    },
  });

  serve(app, {
    method: 'GET',
    path: '/api/activation/applications/{id}',
    summary: 'Where an application of this handset stands',
    caller: 'device',
    params: ActivationParams,
    reply: ApplicationStatus,
    refusals,
    handle: async ({ params, request }) => {
      const device = await requireDevice(deps, request);
      if (!device.ok) return device;
      const status = await readStatus(deps, params.id as ActivationId, device.value);
      return status.ok ? ok(await toStatus(status.value, deps)) : status;
    },
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
    handle: async ({ params, request }) => {
      const device = await requireDevice(deps, request);
      if (!device.ok) return device;
      const sent = request.rawBody ?? new Uint8Array(0);
      const taken = await takeSelfie(deps, params.id as ActivationId, device.value, sent);
      return taken.ok ? ok(await toStatus(taken.value, deps)) : taken;
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
    handle: async ({ params, request }) => {
      const device = await requireDevice(deps, request);
      if (!device.ok) return device;
      const cancelled = await cancelActivation(deps, params.id as ActivationId, device.value);
      return cancelled.ok ? ok(await toStatus(cancelled.value, deps)) : cancelled;
    },
  });

  serve(app, {
    method: 'POST',
    path: '/api/activation/release',
    summary: 'Lepas perangkat: the identity leaves this handset',
    caller: 'device',
    reply: ApplicationStatus,
    refusals,
    handle: async ({ request }) => {
      const device = await requireDevice(deps, request);
      if (!device.ok) return device;
      const released = await releaseHandset(deps, device.value);
      return released.ok ? ok(await toStatus(released.value, deps)) : released;
    },
  });

  serve(app, {
    method: 'POST',
    path: '/api/activation/confirmations',
    summary: 'The link of the confirmation mail, from any device; works once',
    caller: 'anyone',
    body: ConfirmationRequest,
    reply: ConfirmationReply,
    refusals: activationRefusals,
    handle: async ({ body }) => {
      const confirmed = await confirmByLink(deps, body.token);
      return confirmed.ok ? ok({ state: 'active' as const }) : confirmed;
    },
  });

  serve(app, {
    method: 'GET',
    path: '/api/activation/trail',
    summary: 'What happened with the resident’s record, and who read it, newest first',
    caller: 'device',
    reply: TrailReply,
    refusals,
    handle: async ({ request }) => {
      const device = await requireDevice(deps, request);
      if (!device.ok) return device;
      const entries = await readTrail(deps, device.value);
      return entries.ok ? ok(await toTrail(entries.value, deps)) : entries;
    },
  });
}
