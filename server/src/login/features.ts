import { type Configuration, errors, type KoaContextWithOIDC } from 'oidc-provider';
import { backchannel } from './backchannel.ts';
import type { LoginDeps } from './deps.ts';
import { deviceForms } from './pages/deviceForms.ts';
import { logoutPages } from './pages/logoutPages.ts';

/** Which specifications the provider speaks, and the parts of them that are ours. */
export function features(deps: LoginDeps): NonNullable<Configuration['features']> {
  const api = `${deps.origins.portal}/api`;
  return {
    devInteractions: { enabled: false },
    externalSigningSupport: { enabled: true, ack: 'experimental-01' },
    claimsParameter: { enabled: true },
    clientCredentials: { enabled: true },
    dPoP: { enabled: true },
    fapi: { enabled: true, profile: (_ctx, client) => (client?.dpopBoundAccessTokens ? '2.0' : undefined) },
    pushedAuthorizationRequests: { enabled: true },
    introspection: {
      enabled: true,
      allowedPolicy: (_ctx, client, token) => token.clientId === client.clientId,
    },
    revocation: { enabled: true, allowedPolicy: (_ctx, client, token) => token.clientId === client.clientId },
    deviceFlow: { enabled: true, ...deviceForms },
    rpInitiatedLogout: { enabled: true, ...logoutPages },
    ciba: { enabled: true, deliveryModes: ['poll'], ...backchannel(deps) },
    resourceIndicators: {
      enabled: true,
      defaultResource: (ctx) => (isForApi(ctx) ? api : (undefined as never)),
      async getResourceServerInfo(ctx, resource, client) {
        if (resource !== api || !isForApi(ctx)) throw new errors.InvalidTarget();
        const registered = await deps.findClient(client.clientId);
        return {
          scope: (registered?.apiScopes ?? []).join(' '),
          audience: api,
          accessTokenFormat: 'jwt',
          jwt: { sign: { alg: 'ES256' } },
        };
      },
    },
  };
}

/** The partner API is called in the partner's own name, never in a resident's. */
const isForApi = ({ oidc }: KoaContextWithOIDC): boolean => oidc.params?.grant_type === 'client_credentials';
