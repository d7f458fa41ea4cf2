import { findClient as findRegistered } from '../partner/index.ts';
import type { FindClient } from './clients.ts';
import type { LoginDeps } from './deps.ts';

/** Partners' clients, as partner and agreement allow them at this moment: a suspension is felt with the next request. */
export function partnerClients({ database, now }: Pick<LoginDeps, 'database' | 'now'>): FindClient {
  return async (id) => {
    const registered = await findRegistered(database.read, id, now());
    if (!registered?.access.ok) return undefined;
    const { client, partner, access } = registered;
    const agreement = access.value;
    const scopes = client.scopes.filter((scope) => agreement.terms.scopes.includes(scope));
    return {
      id: client.id,
      name: partner.name,
      partner: partner.id,
      proof:
        client.keys.kind === 'jwks'
          ? { kind: 'jwks', keys: client.keys.keys }
          : { kind: 'jwksUri', uri: client.keys.uri },
      redirectUris: client.redirectUris,
      postLogoutRedirectUris: client.redirectUris.map((uri) => new URL('/', uri).href),
      purposes: agreement.terms.purposes,
      mayLogIn: scopes.includes('openid'),
      apiScopes: scopes.filter((scope) => scope !== 'openid'),
      sandbox: client.environment === 'sandbox',
      counted: { client, agreement },
    };
  };
}
