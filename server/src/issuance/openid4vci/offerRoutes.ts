import type { IssuanceEndpoints } from '@jatidiri/core/openid4vci/endpoints.ts';
import type { FastifyInstance } from 'fastify';
import type { Database } from '../../platform/db/database.ts';
import { offerMessage } from './makeOffer.ts';
import { findOfferByCode } from './offerStore.ts';
import { sendOAuthRefusal, serveWallets } from './reply.ts';
import { codeOfReference, hashOf } from './secrets.ts';

export interface OfferEndpointDeps {
  readonly database: Database;
  readonly now: () => Date;
  readonly endpoints: IssuanceEndpoints;
}

/** An offer by reference (OpenID4VCI section 4.1.3), for as long as it is open. */
export function offerRoutes(app: FastifyInstance, { database, now, endpoints }: OfferEndpointDeps): void {
  serveWallets(app, 'GET', `${endpoints.offers}/:reference`, 'openid4vci/offer', async (request, reply) => {
    const { reference } = request.params as { reference: string };
    const code = codeOfReference(reference);
    const offer = await findOfferByCode(database.read, hashOf(code));
    const isOpen = offer?.state === 'offered' && offer.expiresAt > now();
    return isOpen
      ? offerMessage(endpoints, offer, code)
      : sendOAuthRefusal(request, reply, { code: 'openid4vci/offer' });
  });
}
