import { ok } from '@jatidiri/core/kit/result.ts';
import { officerRefusals } from '@jatidiri/core/office/refusals.ts';
import { DocumentParams as CardIssuerParams } from '@jatidiri/core/partner/portalWire.ts';
import { partnerRefusals } from '@jatidiri/core/partner/refusals.ts';
import { CardIssuerRequest, CardIssuers } from '@jatidiri/core/partner/wire.ts';
import type { FastifyInstance } from 'fastify';
import { type GuardDeps, requireOfficer } from '../../office/index.ts';
import type { Database } from '../../platform/db/database.ts';
import { serve } from '../../platform/http/endpoint.ts';
import { describeCardIssuers } from './describeCardIssuers.ts';
import { endCardIssuer, listCardIssuer } from './listCardIssuer.ts';
import { publishCardIssuers } from './publishCardIssuers.ts';

type Deps = GuardDeps &
  Parameters<typeof publishCardIssuers>[0] &
  Parameters<typeof listCardIssuer>[0] & { readonly database: Database };

const refusals = { ...officerRefusals, ...partnerRefusals };

/** Who may put cards into wallets: the ministry keeps the list, everybody reads it. */
export function cardIssuerRoutes(app: FastifyInstance, deps: Deps): void {
  serve(app, {
    method: 'GET',
    path: '/api/partner/card-issuers.jwt',
    summary:
      'Institutions whose cards residents may take, with their types and roots, signed by the issuer of the IKD',
    caller: 'anyone',
    refusals: {},
    async handle({ reply }) {
      reply
        .header('access-control-allow-origin', '*')
        .header('cross-origin-resource-policy', 'cross-origin')
        .header('cache-control', 'public, max-age=60')
        .type('application/jwt')
        .send(await publishCardIssuers(deps));
      return ok(undefined);
    },
  });

  serve(app, {
    method: 'GET',
    path: '/api/partner/card-issuers',
    summary: 'Every institution that may or might issue cards, the newest first',
    caller: 'officer',
    reply: CardIssuers,
    refusals,
    async handle({ request }) {
      const signedIn = await requireOfficer(deps, request, 'partner.list');
      return signedIn.ok ? ok(await describeCardIssuers(deps)) : signedIn;
    },
  });

  serve(app, {
    method: 'POST',
    path: '/api/partner/card-issuers',
    summary: 'Let an admitted institution issue cards of the types named; the same again is the same',
    caller: 'officer',
    body: CardIssuerRequest,
    refusals,
    async handle({ body, request }) {
      const signedIn = await requireOfficer(deps, request, 'partner.decide');
      return signedIn.ok ? listCardIssuer(deps, signedIn.value.officer, body) : signedIn;
    },
  });

  serve(app, {
    method: 'POST',
    path: '/api/partner/card-issuers/{id}/end',
    summary: 'Take an institution off the list: its cards are believed no longer',
    caller: 'officer',
    params: CardIssuerParams,
    refusals,
    async handle({ params, request }) {
      const signedIn = await requireOfficer(deps, request, 'partner.decide');
      return signedIn.ok ? endCardIssuer(deps, signedIn.value.officer, params.id) : signedIn;
    },
  });
}
