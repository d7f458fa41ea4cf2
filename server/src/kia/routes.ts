import { cardRefusals } from '@jatidiri/core/card/refusals.ts';
import { kiaRefusals } from '@jatidiri/core/kia/refusals.ts';
import {
  CounterReply,
  CounterRequest,
  DueQuery,
  DueReply,
  KiaCardParams,
  KiaCardRequest,
  KiaCardSearch,
  KiaCardShown,
  KiaCardStepRequest,
  KiaCardsReply,
  KiaReply,
  KiaRequest,
  OffersQuery,
  OffersReply,
  UseReply,
  UseRequest,
} from '@jatidiri/core/kia/wire.ts';
import { ok } from '@jatidiri/core/kit/result.ts';
import { officerRefusals } from '@jatidiri/core/office/refusals.ts';
import { REGISTRY_REFUSALS } from '@jatidiri/core/registry/refusals.ts';
import type { FastifyInstance } from 'fastify';
import { type GuardDeps, requireOfficer } from '../office/index.ts';
import { serve } from '../platform/http/endpoint.ts';
import { drawKia } from './drawKia.ts';
import { issueKia } from './issueKia.ts';
import { findCard, listCards } from './listCards.ts';
import { listDue } from './listDue.ts';
import { partnerRoutes } from './partnerRoutes.ts';
import { listOffers } from './partners.ts';
import type { FaceDeps } from './readFace.ts';
import { stepCard } from './stepCard.ts';
import { openCounter, type UseDeps, useOffer } from './useOffer.ts';

export type KiaRoutesDeps = FaceDeps & UseDeps & GuardDeps;

const refusals = { ...kiaRefusals, ...REGISTRY_REFUSALS, ...officerRefusals };
const withStock = { ...refusals, ...cardRefusals };
/** A photograph of a megabyte, as base64url in JSON. */
const PHOTOGRAPH_LIMIT = 1_500_000;

/** Issuing and renewing KIA at the desk, and what partners' counters and families may ask. */
export function kiaRoutes(app: FastifyInstance, deps: KiaRoutesDeps): void {
  serve(app, {
    method: 'POST',
    path: '/api/kia/cards',
    summary: 'Issues or renews the KIA of a child in the form that fits its age',
    caller: 'officer',
    body: KiaRequest,
    bodyLimitBytes: PHOTOGRAPH_LIMIT,
    reply: KiaReply,
    refusals,
    async handle({ body, request }) {
      const signedIn = await requireOfficer(deps, request, 'kia.issue');
      return signedIn.ok ? issueKia(deps, signedIn.value.officer, body) : signedIn;
    },
  });

  serve(app, {
    method: 'POST',
    path: '/api/kia/cards/drawing',
    summary: 'A child’s valid KIA as a print-ready PDF (ID-1), on a blank of the office',
    caller: 'officer',
    body: KiaCardRequest,
    status: 200,
    refusals: withStock,
    async handle({ body, request, reply }) {
      const signedIn = await requireOfficer(deps, request, 'kia.issue');
      if (!signedIn.ok) return signedIn;
      const pdf = await drawKia(deps, signedIn.value.officer, body);
      if (!pdf.ok) return pdf;
      reply.type('application/pdf').header('content-disposition', 'attachment; filename="kia.pdf"');
      reply.send(pdf.value);
      return ok(undefined);
    },
  });

  serve(app, {
    method: 'GET',
    path: '/api/kia/cards',
    summary: 'The KIA of the office that lie in a printer or wait for a guardian',
    caller: 'officer',
    reply: KiaCardsReply,
    refusals,
    async handle({ request }) {
      const signedIn = await requireOfficer(deps, request, 'kia.issue');
      return signedIn.ok ? ok(await listCards(deps, signedIn.value.officer)) : signedIn;
    },
  });

  serve(app, {
    method: 'POST',
    path: '/api/kia/cards/search',
    summary: 'The card of one child, where it lies at the office',
    caller: 'officer',
    body: KiaCardSearch,
    reply: KiaCardShown,
    refusals,
    async handle({ body, request }) {
      const signedIn = await requireOfficer(deps, request, 'kia.issue');
      return signedIn.ok ? findCard(deps, signedIn.value.officer, body.nik) : signedIn;
    },
  });

  serve(app, {
    method: 'POST',
    path: '/api/kia/cards/{id}/steps',
    summary: 'What became of a card: came out, did not, was spoiled, or was handed over',
    caller: 'officer',
    params: KiaCardParams,
    body: KiaCardStepRequest,
    refusals: withStock,
    async handle({ params, body, request }) {
      const signedIn = await requireOfficer(deps, request, 'kia.issue');
      return signedIn.ok ? stepCard(deps, signedIn.value.officer, params.id, body) : signedIn;
    },
  });

  serve(app, {
    method: 'GET',
    path: '/api/kia/due',
    summary: 'Work lists: KIA that end at five, and children without one',
    caller: 'officer',
    query: DueQuery,
    reply: DueReply,
    refusals,
    async handle({ query, request }) {
      const signedIn = await requireOfficer(deps, request, 'kia.issue');
      return signedIn.ok ? listDue(deps, signedIn.value.officer, query) : signedIn;
    },
  });

  partnerRoutes(app, deps);

  serve(app, {
    method: 'GET',
    path: '/api/kia/offers',
    summary: 'What partners give children with a KIA in a region today; open to everybody',
    caller: 'anyone',
    query: OffersQuery,
    reply: OffersReply,
    refusals: {},
    handle: async ({ query }) => ok(await listOffers(deps, query.region)),
  });

  serve(app, {
    method: 'POST',
    path: '/api/kia/counters',
    summary: 'A partner’s counter and its offers of today, by the code that the office gave it',
    caller: 'anyone',
    body: CounterRequest,
    reply: CounterReply,
    refusals: kiaRefusals,
    handle: ({ body }) => openCounter(deps, body.counter),
  });

  serve(app, {
    method: 'POST',
    path: '/api/kia/uses',
    summary: 'Checks the QR of a KIA for an offer and counts the use; tells the age band and nothing else',
    caller: 'anyone',
    body: UseRequest,
    reply: UseReply,
    refusals: kiaRefusals,
    handle: ({ body }) => useOffer(deps, body),
  });
}
