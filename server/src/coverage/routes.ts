import { createHash } from 'node:crypto';
import { OutlookReply } from '@jatidiri/core/coverage/outlookWire.ts';
import { ContradictionList, TargetList } from '@jatidiri/core/coverage/programmeWire.ts';
import { regionRefusals } from '@jatidiri/core/coverage/refusals.ts';
import { RegionParams, RegionReply } from '@jatidiri/core/coverage/regionWire.ts';
import { CoverageReply, PublishedQuery, PublishedReply } from '@jatidiri/core/coverage/wire.ts';
import { ok, refuse } from '@jatidiri/core/kit/result.ts';
import type { Wilayah } from '@jatidiri/core/wilayah/model.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { serve } from '../platform/http/endpoint.ts';
import { findRegion } from './findRegion.ts';
import { listContradictions } from './keepContradictions.ts';
import { keepAnswers, readFigures } from './readFigures.ts';
import { type OutlookDeps, readOutlook } from './readOutlook.ts';
import { readPublished } from './readPublished.ts';
import { readRegion } from './readRegion.ts';
import { listTargets } from './setTarget.ts';

/** Open data: anybody may read, from any page, and ask again at little cost. */
export function coverageRoutes(app: FastifyInstance, deps: OutlookDeps): void {
  const figures = keepAnswers(deps, (_: 'province') => readFigures(deps));
  const outlooks = keepAnswers(deps, (_: 'province') => readOutlook(deps));
  const regions = keepAnswers(deps, (region: Wilayah) => readRegion(deps, region));

  serve(app, {
    method: 'GET',
    path: '/api/coverage/figures',
    summary:
      'Wajib KTP, recorded and active IKD, with both measures: province and kabupaten/kota, as of today',
    caller: 'anyone',
    reply: CoverageReply,
    refusals: {},
    handle: async ({ request, reply }) => ok(openTo(await figures('province'), request, reply)),
  });

  serve(app, {
    method: 'GET',
    path: '/api/coverage/regions/{code}',
    summary:
      'One region: both measures of every indicator, what changed, the regions below, history, groups, work and funnel',
    caller: 'anyone',
    params: RegionParams,
    reply: RegionReply,
    refusals: regionRefusals,
    async handle({ params, request, reply }) {
      const region = findRegion(deps, params.code);
      if (!region) return refuse({ code: 'coverage/region-unknown' });
      return ok(openTo(await regions(region), request, reply));
    },
  });

  serve(app, {
    method: 'GET',
    path: '/api/coverage/outlook',
    summary:
      'Where each region lands on 31 December at the present pace, what the target takes, and how earlier outlooks did',
    caller: 'anyone',
    reply: OutlookReply,
    refusals: {},
    handle: async ({ request, reply }) => ok(openTo(await outlooks('province'), request, reply)),
  });

  serve(app, {
    method: 'GET',
    path: '/api/coverage/published',
    summary: 'Figures that others published, each recomputed from its parts',
    caller: 'anyone',
    query: PublishedQuery,
    reply: PublishedReply,
    refusals: {},
    async handle({ query, request, reply }) {
      const counted = await figures('province');
      return ok(
        openTo(await readPublished(deps.database.read, counted, Number(query.page ?? 1)), request, reply),
      );
    },
  });

  serve(app, {
    method: 'GET',
    path: '/api/coverage/contradictions',
    summary:
      'Where published figures do not fit together, in a sentence, and why those are resolved that are',
    caller: 'anyone',
    reply: ContradictionList,
    refusals: {},
    handle: async ({ request, reply }) =>
      ok(openTo(await listContradictions(deps.database.read, deps.wilayah), request, reply, AT_ONCE)),
  });

  serve(app, {
    method: 'GET',
    path: '/api/coverage/targets',
    summary: 'The targets by indicator, year and region, and what they were before',
    caller: 'anyone',
    reply: TargetList,
    refusals: {},
    handle: async ({ request, reply }) =>
      ok(openTo(await listTargets(deps.database.read, deps.wilayah), request, reply, AT_ONCE)),
  });
}

const etags = new WeakMap<object, string>();

/** Officers change these and look again: asked anew each time, answered with 304 when nothing changed. */
const AT_ONCE = 'public, no-cache';

function openTo<Body extends object>(
  body: Body,
  request: FastifyRequest,
  reply: FastifyReply,
  caching = 'public, max-age=2',
): Body {
  const etag = etagOf(body);
  reply
    .header('access-control-allow-origin', '*')
    .header('cross-origin-resource-policy', 'cross-origin')
    .header('cache-control', caching)
    .header('etag', etag);
  // RFC 9110 section 13.1.2; proxies that compress mark the tag as weak.
  const known = request.headers['if-none-match']?.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  if (known?.includes(etag)) reply.code(304).send();
  return body;
}

/** Computed once for an answer that is kept. */
function etagOf(body: object): string {
  const known = etags.get(body);
  if (known) return known;
  const etag = `"${createHash('sha256').update(JSON.stringify(body)).digest('base64url').slice(0, 22)}"`;
  etags.set(body, etag);
  return etag;
}
