import type { IssuanceEndpoints } from '@jatidiri/core/openid4vci/endpoints.ts';
import { authorizationServerMetadata, issuerMetadata } from '@jatidiri/core/openid4vci/metadata.ts';
import type { FastifyInstance } from 'fastify';
import { openToWallets } from './reply.ts';

/** What a wallet reads before anything else (OpenID4VCI section 12, RFC 8414 section 3). */
export function metadataRoutes(app: FastifyInstance, endpoints: IssuanceEndpoints): void {
  const serve = (path: string, document: object) =>
    app.get(path, async (_, reply) => {
      openToWallets(reply);
      reply.header('cache-control', 'public, max-age=300');
      return document;
    });

  serve('/.well-known/openid-credential-issuer', issuerMetadata(endpoints));
  const server = authorizationServerMetadata(endpoints);
  serve('/.well-known/oauth-authorization-server/issuance', server);
  // Wallets that append the well-known part to the issuer's path.
  serve('/issuance/.well-known/oauth-authorization-server', server);
}
