import { randomInt } from 'node:crypto';
import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { FastifyInstance } from 'fastify';
import { DEMO_RESIDENTS } from '../../../seed/demoResidents.ts';
import { type IssuanceDeps, makeOffer, readProgress } from '../issuance/index.ts';
import { serve } from '../platform/http/endpoint.ts';
import type { PresentationDeps } from '../verification/index.ts';
import type { DemoIdentity } from './demoIdentity.ts';
import { openDoor } from './openDoor.ts';
import { controlRefusals } from './refusals.ts';
import { requestRoutes } from './requestRoutes.ts';
import { controlTrust } from './trust.ts';
import {
  ControlOfferReply,
  ControlOfferRequest,
  ControlOfferState,
  ControlSessionParams,
  ControlTrustReply,
} from './wire.ts';

export type ControlDeps = IssuanceDeps & PresentationDeps & { readonly identityOf: DemoIdentity };

/** Doors for outside wallets and test suites (docs/DOORS.md). A demonstration has them; an installation in earnest has not. */
export function controlRoutes(app: FastifyInstance, deps: ControlDeps): void {
  requestRoutes(app, deps);

  serve(app, {
    method: 'POST',
    path: '/control/offer',
    summary:
      'Demonstration: a credential offer for a demonstration resident, who gets an IKD if there is none',
    caller: 'anyone',
    body: ControlOfferRequest,
    reply: ControlOfferReply,
    refusals: controlRefusals,
    handle: ({ body, reply }) => {
      openDoor(reply);
      return offer(deps, body);
    },
  });

  serve(app, {
    method: 'GET',
    path: '/control/offer/{id}',
    summary: 'Demonstration: how far a wallet has come with an offer',
    caller: 'anyone',
    params: ControlSessionParams,
    reply: ControlOfferState,
    refusals: controlRefusals,
    handle: async ({ params, reply }) => {
      openDoor(reply);
      const progress = await readProgress(deps, params.id);
      return progress ? ok(progress) : refuse({ code: 'control/session-unknown' });
    },
  });

  serve(app, {
    method: 'GET',
    path: '/control/trust',
    summary: 'Demonstration: certificates of issuer and verifier, configurations, and a query for each',
    caller: 'anyone',
    reply: ControlTrustReply,
    refusals: {},
    handle: async ({ reply }) => {
      openDoor(reply);
      return ok(await controlTrust(deps));
    },
  });
}

async function offer(
  deps: ControlDeps,
  { ids, txCode: asked, grant, nik, byReference, holdSeconds }: ControlOfferRequest,
): Promise<Result<ControlOfferReply, Refusal<keyof typeof controlRefusals>>> {
  const identity = await deps.identityOf(nik ?? DEMO_RESIDENTS[0]!.nik);
  if (!identity.ok) return identity;
  const txCode = asked === true ? String(randomInt(1_000_000)).padStart(6, '0') : asked || undefined;
  const made = await deps.database.write((sql) =>
    makeOffer(deps, sql, {
      // By authorization code it is for whoever answers, unless somebody was named.
      identity: grant === 'authorization_code' && nik === undefined ? null : identity.value,
      configurations: ids,
      grantType: grant,
      holdSeconds: Math.max(holdSeconds, deps.holdSeconds),
      actor: { kind: 'system', task: 'control.offer' },
      ...(txCode && grant === 'pre-authorized_code' ? { txCode } : {}),
    }),
  );
  return ok({
    offer: byReference ? made.byReference : made.byValue,
    session: made.id,
    ...(txCode && grant === 'pre-authorized_code' ? { txCode } : {}),
  });
}
