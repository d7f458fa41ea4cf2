import { deviceRefusals } from '@jatidiri/core/device/proof.ts';
import { HandoverReply } from '@jatidiri/core/field/wire.ts';
import { ok } from '@jatidiri/core/kit/result.ts';
import type { FastifyInstance } from 'fastify';
import { requireDevice } from '../platform/http/device.ts';
import { serve } from '../platform/http/endpoint.ts';
import { readHandover } from './handover.ts';
import { type HomeRouteDeps, homeRoutes } from './homeRoutes.ts';
import { type KitRouteDeps, kitRoutes } from './kitRoutes.ts';

/** Kits that work without a network, and the telephones that they served. */
export function fieldRoutes(app: FastifyInstance, deps: KitRouteDeps & HomeRouteDeps): void {
  kitRoutes(app, deps);
  homeRoutes(app, deps);

  serve(app, {
    method: 'GET',
    path: '/api/field/handover',
    summary: 'What became of what this handset handed to an officer: accepted, waiting, or refused and why',
    caller: 'device',
    reply: HandoverReply,
    refusals: deviceRefusals,
    async handle({ request }) {
      const device = await requireDevice(deps, request);
      return device.ok ? ok(await readHandover(deps, device.value)) : device;
    },
  });
}
