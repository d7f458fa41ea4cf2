import { deviceRefusals } from '@jatidiri/core/device/proof.ts';
import { refuse } from '@jatidiri/core/kit/result.ts';
import type { Suite } from '@jatidiri/core/kit/suite.ts';
import { relayRefusals } from '@jatidiri/core/relay/refusals.ts';
import { RelayedReply, RelayRequest } from '@jatidiri/core/relay/wire.ts';
import type { FastifyInstance } from 'fastify';
import { findIdentityOnDevice } from '../activation/index.ts';
import type { Database } from '../platform/db/database.ts';
import { requireDevice } from '../platform/http/device.ts';
import { serve } from '../platform/http/endpoint.ts';
import { carry } from './carry.ts';
import { fewCalls } from './fewCalls.ts';

export interface RelayDeps {
  readonly database: Database;
  readonly now: () => Date;
  readonly suite: Suite;
  readonly demo: boolean;
}

export function relayRoutes(app: FastifyInstance, deps: RelayDeps): void {
  const mayCall = fewCalls(deps.now);

  serve(app, {
    method: 'POST',
    path: '/api/relay',
    summary: 'Carries one message of OpenID4VP from the wallet on this handset to a verifier elsewhere',
    caller: 'device',
    body: RelayRequest,
    reply: RelayedReply,
    refusals: { ...relayRefusals, ...deviceRefusals },
    handle: async ({ request, body }) => {
      const device = await requireDevice(deps, request);
      if (!device.ok) return device;
      const identity = await findIdentityOnDevice(deps.database.read, device.value.thumbprint);
      if (identity?.state !== 'active') return refuse({ code: 'relay/no-identity' });
      if (!mayCall(device.value.thumbprint)) return refuse({ code: 'relay/too-many' });
      return carry(deps, body);
    },
  });
}
