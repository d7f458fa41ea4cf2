import { ok } from '@jatidiri/core/kit/result.ts';
import { verificationRefusals } from '@jatidiri/core/verification/refusals.ts';
import { type OutcomeReply, RequestParams } from '@jatidiri/core/verification/wire.ts';
import type { FastifyInstance } from 'fastify';
import { serve } from '../platform/http/endpoint.ts';
import { askPresentation, linksOf, type PresentationDeps, readOutcome } from '../verification/index.ts';
import { openDoor } from './openDoor.ts';
import { ControlRequestReply, ControlRequestRequest, ControlRequestState } from './wire.ts';

/** The doors of the verifier: any query as a request of this installation, for any wallet. */
export function requestRoutes(app: FastifyInstance, deps: PresentationDeps): void {
  serve(app, {
    method: 'POST',
    path: '/control/request',
    summary: 'Demonstration: any DCQL query as a signed OpenID4VP request for any wallet',
    caller: 'anyone',
    body: ControlRequestRequest,
    reply: ControlRequestReply,
    refusals: verificationRefusals,
    handle: async ({ body, reply }) => {
      openDoor(reply);
      const asked = await askPresentation(deps, {
        ...body,
        asker: { kind: 'control' },
        signer: await deps.signers.installation(),
        purpose: 'Peragaan',
        flow: 'cross-device',
      });
      return asked.ok ? ok({ request: linksOf(deps, asked.value).link, session: asked.value.id }) : asked;
    },
  });

  serve(app, {
    method: 'GET',
    path: '/control/request/{id}',
    summary: 'Demonstration: where such a request stands; `verified` only after everything held',
    caller: 'anyone',
    params: RequestParams,
    reply: ControlRequestState,
    refusals: verificationRefusals,
    handle: async ({ params, reply }) => {
      openDoor(reply);
      const outcome = await readOutcome(deps, params.id, { kind: 'control' });
      if (!outcome.ok) return outcome;
      const { state, error, credentials } = outcome.value;
      return ok({
        state,
        ...(error !== undefined && { error }),
        ...(credentials && { claims: claimsOf(credentials) }),
      });
    },
  });
}

const claimsOf = (credentials: NonNullable<OutcomeReply['credentials']>) =>
  Object.fromEntries(Object.entries(credentials).map(([id, list]) => [id, list.map(({ claims }) => claims)]));
