import { ACR_DEMONSTRATION, ACR_PIN_ON_DEVICE } from '@jatidiri/core/login/acr.ts';
import { LOGIN_CLAIMS, LOGIN_SCOPES } from '@jatidiri/core/login/claims.ts';
import type { ResidentId } from '@jatidiri/core/registry/model.ts';
import Provider, { type Configuration, type KoaContextWithOIDC } from 'oidc-provider';
import { accountFinder } from './account.ts';
import { adapterFor } from './adapter.ts';
import { alwaysAsk } from './alwaysAsk.ts';
import { settleBackchannel } from './backchannel.ts';
import { fetchKeys } from './clientKeys.ts';
import type { LoginDeps } from './deps.ts';
import { features } from './features.ts';
import { LIFETIMES, QUESTION_SECONDS } from './lifetimes.ts';
import { allowFormPost } from './pages/formAction.ts';
import { renderError } from './pages/messagePage.ts';
import { pairwise, sectorOf } from './pairwise.ts';
import { OFFLINE, requestCheck } from './request.ts';
import { loginKeys } from './signingKeys.ts';

const ROUTES = {
  authorization: '/login/authorization',
  backchannel_authentication: '/login/backchannel',
  code_verification: '/login/device',
  device_authorization: '/login/device-authorization',
  end_session: '/login/end-session',
  introspection: '/login/introspection',
  jwks: '/login/jwks',
  pushed_authorization_request: '/login/par',
  revocation: '/login/revocation',
  token: '/login/token',
  userinfo: '/login/userinfo',
} as const;

const NO_USER_CODE = { backchannel_user_code_parameter_supported: false };

/** The OpenID provider. Its issuer is the portal's origin, where stock libraries look for it. */
export function createProvider(deps: LoginDeps): Provider {
  const subjects = pairwise(deps.keys.secret('login-subjects'));
  const provider: Provider = new Provider(deps.origins.portal, {
    adapter: adapterFor({
      ...deps,
      settleBackchannel: (payload) => settleBackchannel(provider, deps, payload),
    }),
    jwks: { keys: loginKeys(deps.keys) as never },
    routes: ROUTES,
    fetch: fetchKeys(deps.findClient),
    findAccount: accountFinder(deps, subjects),
    subjectTypes: ['pairwise'],
    pairwiseIdentifier: async (_ctx, resident, client) =>
      subjects.subjectOf(resident as ResidentId, sectorOf(client)),
    sectorIdentifierUriValidate: () => false,
    ...tokens(),
    ...requests(deps),
    features: features(deps),
    interactions: { policy: alwaysAsk(), url: (_ctx, { uid }) => `/login/interaction/${uid}` },
    cookies: {
      names: { session: 'login_session', interaction: 'login_interaction', resume: 'login_resume' },
      keys: [deps.keys.secret('login-cookies')],
    },
    renderError,
  });
  // Behind whatever proxy: addresses are those of the portal, which routes.ts writes into each request.
  provider.proxy = true;
  provider.use(allowFormPost);
  provider.use(async (ctx, next) => {
    await next();
    // The library says so of every provider that knows CIBA; ours refuses it (backchannel.ts).
    if (ctx.oidc?.route === 'discovery') Object.assign(ctx.body as object, NO_USER_CODE);
  });
  provider.on('server_error', (_ctx: KoaContextWithOIDC, error: Error) => {
    deps.log.fault(error, { route: 'login' });
  });
  return provider;
}

function tokens(): Configuration {
  return {
    clientDefaults: {
      id_token_signed_response_alg: 'ES256',
      grant_types: ['authorization_code'],
      response_types: ['code'],
    },
    clientAuthMethods: ['private_key_jwt', 'client_secret_basic', 'client_secret_post', 'none'],
    enabledJWA: {
      idTokenSigningAlgValues: ['ES256'],
      clientAuthSigningAlgValues: ['ES256', 'PS256', 'Ed25519', 'EdDSA'],
    },
    responseTypes: ['code'],
    pkce: { required: () => true },
    // Only where the resident allowed it for a period.
    issueRefreshToken: async ({ oidc }, client, { scopes }) =>
      client.grantTypeAllowed('refresh_token') &&
      scopes.has(OFFLINE) &&
      (oidc.entities.Grant?.getOIDCScope() ?? '').split(' ').includes(OFFLINE),
    ttl: {
      ...LIFETIMES,
      BackchannelAuthenticationRequest: (ctx) =>
        Math.min(QUESTION_SECONDS, Number(ctx?.oidc?.params?.requested_expiry ?? QUESTION_SECONDS)),
    },
  };
}

function requests({ findClient, demo }: LoginDeps): Configuration {
  return {
    acrValues: demo ? [ACR_PIN_ON_DEVICE, ACR_DEMONSTRATION] : [ACR_PIN_ON_DEVICE],
    scopes: ['openid', OFFLINE, ...Object.keys(LOGIN_SCOPES)],
    claims: {
      openid: ['sub', 'acr', 'amr', 'auth_time'],
      ...Object.fromEntries(Object.keys(LOGIN_CLAIMS).map((name) => [name, null])),
      ...LOGIN_SCOPES,
    },
    extraParams: { purpose: requestCheck(findClient) },
    discovery: { ui_locales_supported: ['id', 'en'], claims_parameter_supported: true },
    // A page of a partner speaks to its own server, and that to us.
    clientBasedCORS: () => false,
  };
}
