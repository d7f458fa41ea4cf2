import { signJws } from '@jatidiri/core/jose/jws.ts';
import { toNumericDate } from '@jatidiri/core/jose/numericDate.ts';
import { thumbprint } from '@jatidiri/core/jose/thumbprint.ts';
import type { Suite } from '@jatidiri/core/kit/suite.ts';
import type { IssuanceEndpoints } from '@jatidiri/core/openid4vci/endpoints.ts';
import { authorizationServerMetadata, issuerMetadata } from '@jatidiri/core/openid4vci/metadata.ts';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { DecryptionKey } from '../../platform/keys/keyStore.ts';
import type { Issuer } from '../issuer.ts';
import type { WalletTrust } from './attestedWallet.ts';
import { openToWallets } from './reply.ts';

export interface MetadataDeps {
  readonly suite: Pick<Suite, 'sha256'>;
  readonly now: () => Date;
  readonly endpoints: IssuanceEndpoints;
  readonly walletTrust: WalletTrust;
  readonly decryptionKey: () => Promise<DecryptionKey>;
  readonly currentIssuer: () => Promise<Issuer>;
}

const SIGNED_TYPE = 'openidvci-issuer-metadata+jwt';
const SIGNED_SECONDS = 86_400;

/** What a wallet reads before anything else (OpenID4VCI section 12, RFC 8414 section 3). */
export function metadataRoutes(app: FastifyInstance, deps: MetadataDeps): void {
  app.get('/.well-known/openid-credential-issuer', async (request, reply) => {
    const metadata = await metadataOf(deps);
    openToRead(reply).header('vary', 'accept');
    if (!request.headers.accept?.includes('application/jwt')) return metadata;
    return reply.type('application/jwt').send(await signed(deps, metadata));
  });

  const server = authorizationServerMetadata(deps.endpoints, deps.walletTrust);
  // The second for wallets that append the well-known part to the issuer's path.
  for (const path of [
    '/.well-known/oauth-authorization-server/issuance',
    '/issuance/.well-known/oauth-authorization-server',
  ])
    app.get(path, async (_, reply) => openToRead(reply).send(server));
}

async function metadataOf({ suite, endpoints, walletTrust, decryptionKey }: MetadataDeps) {
  const { publicJwk: jwk } = await decryptionKey();
  const kid = await thumbprint(suite, jwk);
  const { keyAttestations, walletAttestations } = walletTrust;
  return issuerMetadata(endpoints, { encryptionKey: { jwk, kid }, keyAttestations, walletAttestations });
}

/** Section 12.2.3: signed by whoever signs the credentials. */
async function signed(
  { now, endpoints, currentIssuer }: MetadataDeps,
  metadata: Awaited<ReturnType<typeof metadataOf>>,
): Promise<string> {
  const { sign, x5c } = await currentIssuer();
  const iat = toNumericDate(now());
  const { issuer } = endpoints;
  return signJws(
    sign,
    { typ: SIGNED_TYPE, x5c },
    { iss: issuer, sub: issuer, iat, exp: iat + SIGNED_SECONDS, ...metadata },
  );
}

function openToRead(reply: FastifyReply): FastifyReply {
  openToWallets(reply);
  return reply.header('cache-control', 'public, max-age=300');
}
