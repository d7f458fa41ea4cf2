import { approvalRefusals } from '@jatidiri/core/approval/refusals.ts';
import { deviceRefusals } from '@jatidiri/core/device/proof.ts';
import { ok } from '@jatidiri/core/kit/result.ts';
import type { Suite } from '@jatidiri/core/kit/suite.ts';
import { CounterCodeReply, StandingLoginParams, StandingLoginsReply } from '@jatidiri/core/login/wire.ts';
import type { FastifyInstance } from 'fastify';
import { requireDevice } from '../platform/http/device.ts';
import { serve } from '../platform/http/endpoint.ts';
import { type CounterCodeDeps, makeCounterCode } from './counterCode.ts';
import { endStandingLogin, readStandingLogins } from './standingLogins.ts';
import type { StandingLogin } from './standingStore.ts';

const refusals = { ...approvalRefusals, ...deviceRefusals };

/** What a wallet asks of the login. */
export function walletRoutes(app: FastifyInstance, deps: CounterCodeDeps & { readonly suite: Suite }): void {
  serve(app, {
    method: 'POST',
    path: '/api/login/counter-codes',
    summary: 'A code to read out at a counter instead of a NIK; works once, for five minutes',
    caller: 'device',
    reply: CounterCodeReply,
    status: 201,
    refusals,
    handle: async ({ request }) => {
      const device = await requireDevice(deps, request);
      if (!device.ok) return device;
      const made = await makeCounterCode(deps, device.value);
      return made.ok ? ok({ ...made.value, expiresAt: made.value.expiresAt.toISOString() }) : made;
    },
  });

  serve(app, {
    method: 'GET',
    path: '/api/login/standing',
    summary: 'Logins that institutions may go on with, without asking again',
    caller: 'device',
    reply: StandingLoginsReply,
    refusals,
    handle: async ({ request }) => {
      const device = await requireDevice(deps, request);
      if (!device.ok) return device;
      const standing = await readStandingLogins(deps, device.value);
      return standing.ok ? ok({ logins: standing.value.map(toReply) }) : standing;
    },
  });

  serve(app, {
    method: 'POST',
    path: '/api/login/standing/{id}/end',
    summary: 'Takes back what was allowed for a period; effective at once',
    caller: 'device',
    params: StandingLoginParams,
    refusals,
    handle: async ({ params, request }) => {
      const device = await requireDevice(deps, request);
      if (!device.ok) return device;
      const ended = await endStandingLogin(deps, device.value, params.id);
      return ended.ok ? ok(undefined) : ended;
    },
  });
}

function toReply({ grantId, asker, purpose, attributes, at, until }: StandingLogin) {
  return {
    id: grantId,
    institution: asker,
    purpose,
    attributes: [...attributes],
    since: at.toISOString(),
    until: until.toISOString(),
  };
}
