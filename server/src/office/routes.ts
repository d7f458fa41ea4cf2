import { ok } from '@jatidiri/core/kit/result.ts';
import { DemoOfficerList } from '@jatidiri/core/office/wire.ts';
import type { FastifyInstance } from 'fastify';
import { serve } from '../platform/http/endpoint.ts';
import { listDemoOfficers } from './demoOffices.ts';
import type { OfficeDeps } from './deps.ts';
import { signInRoutes } from './signInRoutes.ts';
import { staffRoutes } from './staffRoutes.ts';

export function officeRoutes(app: FastifyInstance, deps: OfficeDeps): void {
  signInRoutes(app, deps);
  staffRoutes(app, deps);
  // Outside a demonstration the address does not exist.
  if (deps.demo) demoRoute(app, deps);
}

function demoRoute(app: FastifyInstance, deps: OfficeDeps): void {
  serve(app, {
    method: 'GET',
    path: '/api/office/demo-officers',
    summary: 'The demonstration’s officers, for anybody to try',
    caller: 'anyone',
    reply: DemoOfficerList,
    refusals: {},
    handle: async () => ok(await listDemoOfficers(deps)),
  });
}
