import type { FastifyInstance } from 'fastify';
import { type PageDeps, pageRoutes } from './pageRoutes.ts';
import { type PartnerRequestDeps, partnerRequestRoutes } from './partnerRoutes.ts';
import { type WalletDeps, walletEndpoints } from './walletRoutes.ts';

export type PresentationDeps = PartnerRequestDeps & PageDeps & WalletDeps;

/** Everybody who has to do with a presentation: the partner that asks, the page that shows it, the wallet that answers. */
export function presentationRoutes(app: FastifyInstance, deps: PresentationDeps): void {
  partnerRequestRoutes(app, deps);
  pageRoutes(app, deps);
  walletEndpoints(app, deps);
}
