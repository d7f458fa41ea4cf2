import type { FastifyInstance } from 'fastify';
import { type KitRouteDeps, kitRoutes } from './kitRoutes.ts';

/** Kits that work without a network. */
export function fieldRoutes(app: FastifyInstance, deps: KitRouteDeps): void {
  kitRoutes(app, deps);
}
