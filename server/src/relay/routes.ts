import { deviceRefusals } from '@jatidiri/core/device/proof.ts';
import { refuse } from '@jatidiri/core/kit/result.ts';
import type { Suite } from '@jatidiri/core/kit/suite.ts';
import { relayRefusals } from '@jatidiri/core/relay/refusals.ts';
import { RelayedReply, RelayRequest } from '@jatidiri/core/relay/wire.ts';
import type { FastifyInstance } from 'fastify';
import { residentOn } from '../activation/index.ts';
import { callerTries } from '../platform/callerTries.ts';
import type { Database } from '../platform/db/database.ts';
import { requireDevice } from '../platform/http/device.ts';
import { serve } from '../platform/http/endpoint.ts';
import { type CarryDeps, carry } from './carry.ts';

export interface RelayDeps {
  readonly database: Database;
  readonly now: () => Date;
  readonly suite: Suite;
  readonly demo: boolean;
  readonly isCardIssuer: CarryDeps['isCardIssuer'];
}

/** A presentation takes two, a card six; nobody makes more of them in a quarter of an hour. So the relay is of no use for scanning others. */
const MOST_CALLS = 60;
const WINDOW_MS = 15 * 60_000;

export function relayRoutes(app: FastifyInstance, deps: RelayDeps): void {
  const calls = callerTries(MOST_CALLS, WINDOW_MS, deps.now);

  serve(app, {
    method: 'POST',
    path: '/api/relay',
    summary:
      'Carries one message from the wallet on this handset: OpenID4VP to a verifier, OpenID4VCI to a listed card issuer',
    caller: 'device',
    body: RelayRequest,
    reply: RelayedReply,
    refusals: { ...relayRefusals, ...deviceRefusals },
    handle: async ({ request, body }) => {
      const device = await requireDevice(deps, request);
      if (!device.ok) return device;
      const holder = await residentOn(deps.database.read, device.value, 'relay/no-identity');
      if (!holder.ok) return holder;
      if (!calls.take(device.value.thumbprint)) return refuse({ code: 'relay/too-many' });
      return carry(deps, body);
    },
  });
}
