import { createHash } from 'node:crypto';
import type { ClientMetadata } from 'oidc-provider';
import { addressOfKeys } from './clientKeys.ts';
import { followsFapi, type LoginClient } from './clients.ts';
import { sectorHost } from './pairwise.ts';

const LOGIN_GRANTS = [
  'authorization_code',
  'refresh_token',
  'urn:ietf:params:oauth:grant-type:device_code',
] as const;
/** A label of a host name has 63 characters at most. */
const SECTOR_HEX = 48;
const CIBA = 'urn:openid:params:grant-type:ciba';

/** A client in the words of OpenID Connect Dynamic Client Registration 1.0 section 2. */
export function toMetadata(client: LoginClient): ClientMetadata {
  const hasKeys = client.proof.kind === 'jwks' || client.proof.kind === 'jwksUri';
  const fapi = followsFapi(client);
  return {
    client_id: client.id,
    client_name: client.name,
    redirect_uris: [...client.redirectUris],
    post_logout_redirect_uris: [...client.postLogoutRedirectUris],
    response_types: client.mayLogIn && client.redirectUris.length > 0 ? ['code'] : [],
    grant_types: [
      // The library ties the flows without a browser to a client that holds a key.
      ...(client.mayLogIn ? (hasKeys ? [...LOGIN_GRANTS, CIBA] : LOGIN_GRANTS.slice(0, 2)) : []),
      ...(client.apiScopes.length > 0 ? ['client_credentials'] : []),
    ],
    ...(hasKeys ? { backchannel_token_delivery_mode: 'poll' as const } : {}),
    ...authentication(client),
    subject_type: 'pairwise',
    // The library wants the sector as an address; nothing is fetched from it.
    sector_identifier_uri: `https://${sectorHost(sectorNameOf(client))}/`,
    id_token_signed_response_alg: 'ES256',
    // FAPI 2.0 Security Profile sections 5.3.2.1 and 5.3.2.2: pushed requests, sender-constrained tokens.
    require_pushed_authorization_requests: fapi && client.redirectUris.length > 0,
    dpop_bound_access_tokens: fapi,
  };
}

function authentication({ id, proof }: LoginClient): Omit<ClientMetadata, 'client_id'> {
  switch (proof.kind) {
    case 'jwks':
      return { token_endpoint_auth_method: 'private_key_jwt', jwks_uri: addressOfKeys(id, proof.keys) };
    case 'jwksUri':
      return { token_endpoint_auth_method: 'private_key_jwt', jwks_uri: proof.uri };
    case 'secret':
      return { token_endpoint_auth_method: 'client_secret_basic', client_secret: proof.secret };
    case 'none':
      return { token_endpoint_auth_method: 'none' };
  }
}

/** Pairwise subjects are the same for all clients of one partner, and for nobody else (Core section 8.1). */
export const sectorNameOf = ({ partner, id }: LoginClient): string =>
  partner ?? `client-${createHash('sha256').update(id).digest('hex').slice(0, SECTOR_HEX)}`;
