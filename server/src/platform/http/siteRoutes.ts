import { ok } from '@jatidiri/core/kit/result.ts';
import { platformRefusals } from '@jatidiri/core/platform/refusals.ts';
import type { FastifyInstance } from 'fastify';
import * as v from 'valibot';
import type { Origins } from '../config.ts';
import { type Database, statement } from '../db/database.ts';
import { serve } from './endpoint.ts';
import { describeApi } from './openapi.ts';

const Site = v.object({
  demo: v.boolean(),
  counterPage: v.boolean(),
  identitiesPerHandset: v.number(),
  origins: v.object({
    portal: v.string(),
    wallet: v.string(),
    desk: v.string(),
    verifier: v.string(),
    coverage: v.string(),
    partner: v.string(),
  }),
  outbox: v.optional(v.string()),
});

const ALIVE = statement('platform.alive', 'select 1 as alive');

interface SiteDeps {
  readonly database: Database;
  readonly origins: Origins;
  readonly demo: boolean;
  readonly counterPage: boolean;
  readonly identitiesPerHandset: number;
  readonly hasOutbox: boolean;
  readonly version: string;
}

/** What every page asks of the installation itself. */
export function siteRoutes(
  app: FastifyInstance,
  { database, origins, demo, counterPage, identitiesPerHandset, hasOutbox, version }: SiteDeps,
): void {
  serve(app, {
    method: 'GET',
    path: '/api/site',
    summary: 'Where the pages are, and whether this is a demonstration with synthetic data',
    caller: 'anyone',
    reply: Site,
    refusals: {},
    handle: async () =>
      ok({
        demo,
        counterPage,
        identitiesPerHandset,
        origins: { ...origins },
        ...(hasOutbox ? { outbox: `${origins.portal}/outbox` } : {}),
      }),
  });

  serve(app, {
    method: 'GET',
    path: '/api/health',
    summary: 'Whether the database answers',
    caller: 'anyone',
    refusals: platformRefusals,
    handle: async () => {
      await database.read.query(ALIVE);
      return ok(undefined);
    },
  });

  app.get('/api/openapi.json', () => describeApi(app.endpoints, version));
}
