import type { GrantId } from '@jatidiri/core/consent/model.ts';
import { consentRefusals } from '@jatidiri/core/consent/refusals.ts';
import { ConsentIdParams, GrantReply, OwnConsentsReply } from '@jatidiri/core/consent/wire.ts';
import { deviceRefusals } from '@jatidiri/core/device/proof.ts';
import { ok } from '@jatidiri/core/kit/result.ts';
import type { Suite } from '@jatidiri/core/kit/suite.ts';
import { partnerAccessRefusals } from '@jatidiri/core/partner/refusals.ts';
import type { FastifyInstance } from 'fastify';
import { requireDevice } from '../platform/http/device.ts';
import { serve } from '../platform/http/endpoint.ts';
import type { ConsentDeps } from './deps.ts';
import { allowAsking, readOwnConsents, withdrawGrant } from './ownConsents.ts';
import { toGrant, toOwnConsents } from './replies.ts';

const refusals = { ...consentRefusals, ...deviceRefusals, ...partnerAccessRefusals };

/** *Otorisasi*, as the resident sees it. */
export function walletRoutes(app: FastifyInstance, deps: ConsentDeps & { readonly suite: Suite }): void {
  serve(app, {
    method: 'GET',
    path: '/api/consent/mine',
    summary: 'What the resident has allowed, what was read under it, and who may not ask again',
    caller: 'device',
    reply: OwnConsentsReply,
    refusals,
    handle: async ({ request }) => {
      const device = await requireDevice(deps, request);
      if (!device.ok) return device;
      const own = await readOwnConsents(deps, device.value);
      return own.ok ? ok(toOwnConsents(own.value, deps.now())) : own;
    },
  });

  serve(app, {
    method: 'POST',
    path: '/api/consent/mine/grants/{id}/withdrawal',
    summary: 'Takes a consent back, effective at once',
    caller: 'device',
    params: ConsentIdParams,
    reply: GrantReply,
    refusals,
    handle: async ({ params, request }) => {
      const device = await requireDevice(deps, request);
      if (!device.ok) return device;
      const withdrawn = await withdrawGrant(deps, device.value, params.id as GrantId);
      return withdrawn.ok ? ok(toGrant(withdrawn.value, deps.now())) : withdrawn;
    },
  });

  serve(app, {
    method: 'POST',
    path: '/api/consent/mine/blocks/{id}/lifting',
    summary: 'Lets an institution ask again',
    caller: 'device',
    params: ConsentIdParams,
    refusals,
    handle: async ({ params, request }) => {
      const device = await requireDevice(deps, request);
      if (!device.ok) return device;
      const lifted = await allowAsking(deps, device.value, params.id);
      return lifted.ok ? ok(undefined) : lifted;
    },
  });
}
