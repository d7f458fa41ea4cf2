import { kiaRefusals } from '@jatidiri/core/kia/refusals.ts';
import {
  CounterCodeReply,
  KiaOfferParams,
  KiaOfferRequest,
  KiaPartnerParams,
  KiaPartnerRequest,
  KiaPartnersReply,
} from '@jatidiri/core/kia/wire.ts';
import { ok } from '@jatidiri/core/kit/result.ts';
import { officerRefusals } from '@jatidiri/core/office/refusals.ts';
import type { FastifyInstance } from 'fastify';
import { type GuardDeps, requireOfficer } from '../office/index.ts';
import { serve } from '../platform/http/endpoint.ts';
import {
  addOffer,
  agree,
  endAgreement,
  listPartners,
  type PartnerDeps,
  renewCounter,
  withdrawOffer,
} from './partners.ts';

const refusals = { ...kiaRefusals, ...officerRefusals };

/** Agreements with partners of the KIA, which a head of office makes for the own region. */
export function partnerRoutes(app: FastifyInstance, deps: PartnerDeps & GuardDeps): void {
  serve(app, {
    method: 'GET',
    path: '/api/kia/partners',
    summary: 'Partners of the region with their offers and how often each was used',
    caller: 'officer',
    reply: KiaPartnersReply,
    refusals,
    async handle({ request }) {
      const signedIn = await requireOfficer(deps, request, 'kia.partners');
      return signedIn.ok ? ok(await listPartners(deps, signedIn.value.officer)) : signedIn;
    },
  });

  serve(app, {
    method: 'POST',
    path: '/api/kia/partners',
    summary: 'Writes down an agreement; answers the code of the partner’s counter, shown once',
    caller: 'officer',
    body: KiaPartnerRequest,
    reply: CounterCodeReply,
    refusals,
    async handle({ body, request }) {
      const signedIn = await requireOfficer(deps, request, 'kia.partners');
      if (!signedIn.ok) return signedIn;
      const agreed = await agree(deps, signedIn.value.officer, body);
      return agreed.ok ? ok({ counter: agreed.value }) : agreed;
    },
  });

  serve(app, {
    method: 'POST',
    path: '/api/kia/partners/{id}/counter',
    summary: 'Gives the counter another code; the one before works no longer',
    caller: 'officer',
    params: KiaPartnerParams,
    reply: CounterCodeReply,
    refusals,
    async handle({ params, request }) {
      const signedIn = await requireOfficer(deps, request, 'kia.partners');
      if (!signedIn.ok) return signedIn;
      const renewed = await renewCounter(deps, signedIn.value.officer, params.id);
      return renewed.ok ? ok({ counter: renewed.value }) : renewed;
    },
  });

  serve(app, {
    method: 'POST',
    path: '/api/kia/partners/{id}/end',
    summary: 'Ends an agreement before its last day',
    caller: 'officer',
    params: KiaPartnerParams,
    refusals,
    async handle({ params, request }) {
      const signedIn = await requireOfficer(deps, request, 'kia.partners');
      return signedIn.ok ? endAgreement(deps, signedIn.value.officer, params.id) : signedIn;
    },
  });

  serve(app, {
    method: 'POST',
    path: '/api/kia/partners/{id}/offers',
    summary: 'Adds an offer within the days of the agreement',
    caller: 'officer',
    params: KiaPartnerParams,
    body: KiaOfferRequest,
    refusals,
    async handle({ params, body, request }) {
      const signedIn = await requireOfficer(deps, request, 'kia.partners');
      return signedIn.ok ? addOffer(deps, signedIn.value.officer, params.id, body) : signedIn;
    },
  });

  serve(app, {
    method: 'POST',
    path: '/api/kia/offers/{id}/withdrawal',
    summary: 'Withdraws an offer at once',
    caller: 'officer',
    params: KiaOfferParams,
    refusals,
    async handle({ params, request }) {
      const signedIn = await requireOfficer(deps, request, 'kia.partners');
      return signedIn.ok ? withdrawOffer(deps, signedIn.value.officer, params.id) : signedIn;
    },
  });
}
