import { approvalRefusals } from '@jatidiri/core/approval/refusals.ts';
import { deviceRefusals } from '@jatidiri/core/device/proof.ts';
import { ok } from '@jatidiri/core/kit/result.ts';
import type { Suite } from '@jatidiri/core/kit/suite.ts';
import { CounterCodeReply } from '@jatidiri/core/login/wire.ts';
import type { FastifyInstance } from 'fastify';
import { requireDevice } from '../platform/http/device.ts';
import { serve } from '../platform/http/endpoint.ts';
import { type CounterCodeDeps, makeCounterCode } from './counterCode.ts';

/** What a wallet asks of the login. */
export function walletRoutes(app: FastifyInstance, deps: CounterCodeDeps & { readonly suite: Suite }): void {
  serve(app, {
    method: 'POST',
    path: '/api/login/counter-codes',
    summary: 'A code to read out at a counter instead of a NIK; works once, for five minutes',
    caller: 'device',
    reply: CounterCodeReply,
    status: 201,
    refusals: { ...approvalRefusals, ...deviceRefusals },
    handle: async ({ request }) => {
      const device = await requireDevice(deps, request);
      if (!device.ok) return device;
      const made = await makeCounterCode(deps, device.value);
      return made.ok ? ok({ ...made.value, expiresAt: made.value.expiresAt.toISOString() }) : made;
    },
  });
}
