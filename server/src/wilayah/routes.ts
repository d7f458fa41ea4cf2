import { ok, refuse } from '@jatidiri/core/kit/result.ts';
import type { WilayahCode } from '@jatidiri/core/wilayah/model.ts';
import { placesAbove, type WilayahTree } from '@jatidiri/core/wilayah/tree.ts';
import { PlaceParams, PlaceReply, placeRefusals } from '@jatidiri/core/wilayah/wire.ts';
import type { FastifyInstance } from 'fastify';
import { serve } from '../platform/http/endpoint.ts';

/** The region tree, one region at a time: forms let people choose by name what they do not know by code. */
export function wilayahRoutes(app: FastifyInstance, { wilayah }: { readonly wilayah: WilayahTree }): void {
  serve(app, {
    method: 'GET',
    path: '/api/wilayah/{code}',
    summary: 'A region by name, with the regions above and directly below',
    caller: 'anyone',
    params: PlaceParams,
    reply: PlaceReply,
    refusals: placeRefusals,
    async handle({ params, reply }) {
      const code = params.code as WilayahCode;
      const region = wilayah.find(code);
      if (!region) return refuse({ code: 'wilayah/region-unknown' });
      reply.header('cache-control', 'public, max-age=86400');
      return ok({
        code,
        name: region.name,
        above: placesAbove(wilayah, code),
        below: wilayah.childrenOf(code).map(({ code, name }) => ({ code, name })),
      });
    },
  });
}
