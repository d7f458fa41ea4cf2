import { deviceRefusals } from '@jatidiri/core/device/proof.ts';
import { ok } from '@jatidiri/core/kit/result.ts';
import type { Suite } from '@jatidiri/core/kit/suite.ts';
import type { EntryId } from '@jatidiri/core/ledger/model.ts';
import { rightsRefusals } from '@jatidiri/core/rights/refusals.ts';
import { ObjectionReply, ObjectionRequest, TrailParams, TrailReply } from '@jatidiri/core/rights/wire.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { requireDevice } from '../platform/http/device.ts';
import { serve } from '../platform/http/endpoint.ts';
import { type ContestDeps, contest } from './contest.ts';
import type { CopyNaming } from './copyContent.ts';
import { copyFile } from './copyFile.ts';
import { exportData } from './exportData.ts';
import { readTrail } from './readTrail.ts';
import { type TrailNaming, toObjection, toTrail } from './replies.ts';

export interface WalletDeps extends ContestDeps, CopyNaming, TrailNaming {
  readonly suite: Suite;
}

const refusals = { ...rightsRefusals, ...deviceRefusals };

/** What a resident may ask about the processing of their own data (UU 27/2022). */
export function walletRoutes(app: FastifyInstance, deps: WalletDeps): void {
  serve(app, {
    method: 'GET',
    path: '/api/rights/trail',
    summary: 'What happened with the resident’s record, and who read it, newest first',
    caller: 'device',
    reply: TrailReply,
    refusals,
    handle: ({ request }) => trailPage(deps, request, null),
  });

  serve(app, {
    method: 'GET',
    path: '/api/rights/trail/before/{before}',
    summary: 'The trail further back, from the entry that was shown last',
    caller: 'device',
    params: TrailParams,
    reply: TrailReply,
    refusals,
    handle: ({ request, params }) => trailPage(deps, request, params.before as EntryId),
  });

  serve(app, {
    method: 'POST',
    path: '/api/rights/objections',
    summary: 'Contests an entry of the trail; the answer is due in 3 × 24 hours',
    caller: 'device',
    body: ObjectionRequest,
    reply: ObjectionReply,
    status: 201,
    refusals,
    handle: async ({ body, request }) => {
      const device = await requireDevice(deps, request);
      if (!device.ok) return device;
      const objection = await contest(deps, device.value, body);
      return objection.ok ? ok(await toObjection(objection.value, deps)) : objection;
    },
  });

  serve(app, {
    method: 'GET',
    path: '/api/rights/copy',
    summary: 'A copy of the resident’s own data and their whole trail, in one HTML file with JSON inside',
    caller: 'device',
    refusals,
    handle: async ({ request, reply }) => {
      const device = await requireDevice(deps, request);
      if (!device.ok) return device;
      const copy = await exportData(deps, device.value);
      if (!copy.ok) return copy;
      reply
        .type('text/html; charset=utf-8')
        .header('content-disposition', 'attachment; filename="data-saya.html"');
      reply.send(await copyFile(copy.value, deps));
      return ok(undefined);
    },
  });
}

async function trailPage(deps: WalletDeps, request: FastifyRequest, before: EntryId | null) {
  const device = await requireDevice(deps, request);
  if (!device.ok) return device;
  const trail = await readTrail(deps, device.value, before);
  return trail.ok ? ok(await toTrail(trail.value, deps)) : trail;
}
