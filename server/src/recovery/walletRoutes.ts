import { activationRefusals } from '@jatidiri/core/activation/refusals.ts';
import { deviceRefusals, type ProvenDevice } from '@jatidiri/core/device/proof.ts';
import { ok, type Refusal, type Result } from '@jatidiri/core/kit/result.ts';
import type { Suite } from '@jatidiri/core/kit/suite.ts';
import type { Recovery, RecoveryId } from '@jatidiri/core/recovery/model.ts';
import { recoveryRefusals } from '@jatidiri/core/recovery/refusals.ts';
import {
  CodeRequest,
  MoveRequest,
  RecoveryParams,
  RecoveryRequest,
  RecoveryStatus,
  WatchReply,
} from '@jatidiri/core/recovery/wire.ts';
import { REGISTRY_REFUSALS } from '@jatidiri/core/registry/refusals.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { requireDevice } from '../platform/http/device.ts';
import { serve } from '../platform/http/endpoint.ts';
import { type BeginDeps, beginRecovery } from './beginRecovery.ts';
import {
  abandonRecovery,
  completeRecovery,
  enterCode,
  type HandsetDeps,
  readRecovery,
  resendCode,
  showFace,
} from './handset.ts';
import { type MoveDeps, moveByOldHandset } from './moveByOldHandset.ts';
import { toStatus, toWatch } from './replies.ts';
import { liftReport } from './reportLoss.ts';
import { stopByHandset, watchRecoveries } from './stopRecovery.ts';

export interface WalletDeps extends BeginDeps, HandsetDeps, MoveDeps {
  readonly suite: Suite;
}

const refusals = { ...recoveryRefusals, ...activationRefusals, ...deviceRefusals };

/** What wallets ask: the one that holds an identity, and the one that wants it. */
export function recoveryWalletRoutes(app: FastifyInstance, deps: WalletDeps): void {
  serve(app, {
    method: 'POST',
    path: '/api/recovery/moves',
    summary: 'The handset that holds an identity gives it to the one whose QR it scanned',
    caller: 'device',
    body: MoveRequest,
    refusals,
    handle: ({ body, request }) =>
      byHandset(request, async (device) => done(await moveByOldHandset(deps, device, body.qr))),
  });

  serve(app, {
    method: 'POST',
    path: '/api/recovery/requests',
    summary: 'Ask for an identity without its handset or PIN; the same id again is the same recovery',
    caller: 'device',
    body: RecoveryRequest,
    reply: RecoveryStatus,
    status: 201,
    refusals: { ...refusals, ...REGISTRY_REFUSALS },
    handle: ({ body, request }) =>
      byHandset(request, async (device) => shown(await beginRecovery(deps, body, device, request.ip))),
  });

  serve(app, {
    method: 'GET',
    path: '/api/recovery/requests/{id}',
    summary: 'Where a recovery stands that this handset began',
    caller: 'device',
    params: RecoveryParams,
    reply: RecoveryStatus,
    refusals,
    handle: ({ params, request }) =>
      byHandset(request, async (device) => shown(await readRecovery(deps, params.id as RecoveryId, device))),
  });

  serve(app, {
    method: 'PUT',
    path: '/api/recovery/requests/{id}/face',
    summary: 'A picture of the face, compared with the recorded photograph and forgotten',
    caller: 'device',
    params: RecoveryParams,
    rawBody: ['image/jpeg', 'image/png', 'image/webp'],
    reply: RecoveryStatus,
    refusals,
    handle: ({ params, request }) => {
      const picture = request.rawBody ?? new Uint8Array(0);
      return byHandset(request, async (device) =>
        shown(await showFace(deps, params.id as RecoveryId, device, picture)),
      );
    },
  });

  serve(app, {
    method: 'POST',
    path: '/api/recovery/requests/{id}/code',
    summary: 'The code that came by mail or text message',
    caller: 'device',
    params: RecoveryParams,
    body: CodeRequest,
    reply: RecoveryStatus,
    refusals,
    handle: ({ params, body, request }) =>
      byHandset(request, async (device) =>
        shown(await enterCode(deps, params.id as RecoveryId, device, body.code)),
      ),
  });

  step('resending', resendCode, 'Send another code; the one before is good no longer');
  step('completion', completeRecovery, 'After the wait: take the identity, or a new PIN');
  step('abandonment', abandonRecovery, 'Give up what this handset began');

  serve(app, {
    method: 'GET',
    path: '/api/recovery/watch',
    summary: 'What is under way about the identity on this handset',
    caller: 'device',
    reply: WatchReply,
    refusals: deviceRefusals,
    handle: ({ request }) =>
      byHandset(request, async (device) => ok(toWatch(await watchRecoveries(deps, device)))),
  });

  serve(app, {
    method: 'POST',
    path: '/api/recovery/stops',
    summary: 'The handset that holds the identity stops whatever other handsets try',
    caller: 'device',
    refusals,
    handle: ({ request }) => byHandset(request, (device) => stopByHandset(deps, device)),
  });

  serve(app, {
    method: 'POST',
    path: '/api/recovery/lifts',
    summary: 'The telephone is there after all: its owner, having opened it, lifts a report of loss',
    caller: 'device',
    refusals: { ...refusals, ...REGISTRY_REFUSALS },
    handle: ({ request }) => byHandset(request, (device) => liftReport(deps, device)),
  });

  function step(path: string, work: typeof resendCode, summary: string): void {
    serve(app, {
      method: 'POST',
      path: `/api/recovery/requests/{id}/${path}`,
      summary,
      caller: 'device',
      params: RecoveryParams,
      reply: RecoveryStatus,
      refusals,
      handle: ({ params, request }) =>
        byHandset(request, async (device) => shown(await work(deps, params.id as RecoveryId, device))),
    });
  }

  async function byHandset<T, R extends Refusal<string>>(
    request: FastifyRequest,
    work: (device: ProvenDevice) => Promise<Result<T, R>>,
  ) {
    const device = await requireDevice(deps, request);
    return device.ok ? work(device.value) : device;
  }
}

const shown = <R>(handled: Result<Recovery, R>) => (handled.ok ? ok(toStatus(handled.value)) : handled);
const done = <T, R>(handled: Result<T, R>) => (handled.ok ? ok(undefined) : handled);
