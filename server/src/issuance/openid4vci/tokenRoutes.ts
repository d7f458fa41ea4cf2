import { type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { ConfigurationId } from '@jatidiri/core/openid4vci/configurations.ts';
import { readDetails } from '@jatidiri/core/openid4vci/details.ts';
import type { IssuanceEndpoints } from '@jatidiri/core/openid4vci/endpoints.ts';
import { PRE_AUTHORIZED_CODE } from '@jatidiri/core/openid4vci/offer.ts';
import type { Openid4vciRefusalCode } from '@jatidiri/core/openid4vci/refusals.ts';
import { AUTHORIZATION_DETAILS_TYPE, type TokenReply } from '@jatidiri/core/openid4vci/wire.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type ClientDeps, clientOf } from './attestedWallet.ts';
import { singleValues } from './form.ts';
import type { GivenGrant, GrantRequest } from './giveGrant.ts';
import { type PushDeps, pushAuthorization, REQUEST_SECONDS } from './pushAuthorization.ts';
import { type CodeDeps, redeemCode } from './redeemCode.ts';
import { type RedeemDeps, redeemOffer } from './redeemOffer.ts';
import { sendOAuthRefusal, serveWallets } from './reply.ts';
import { dpopKeyOf, type TokenDeps } from './requireGrant.ts';

export interface TokenEndpointDeps extends RedeemDeps, CodeDeps, TokenDeps, PushDeps, ClientDeps {
  readonly endpoints: IssuanceEndpoints;
}

type Given = Result<GivenGrant, Refusal<Openid4vciRefusalCode>>;

/** The authorization server's half of what wallets ask (OpenID4VCI sections 5 and 6). */
export function tokenRoutes(app: FastifyInstance, deps: TokenEndpointDeps): void {
  const { token, pushedAuthorization } = deps.endpoints;

  serveWallets(app, 'POST', pushedAuthorization, 'openid4vci/request-malformed', async (request, reply) => {
    const pushed = await push(deps, request);
    if (!pushed.ok) return sendOAuthRefusal(request, reply, pushed.refusal);
    return reply.code(201).send({ request_uri: pushed.value.requestUri, expires_in: REQUEST_SECONDS });
  });

  serveWallets(app, 'POST', token, 'openid4vci/request-malformed', async (request, reply) => {
    const given = await giveToken(deps, request);
    return given.ok ? toTokenReply(given.value, deps.now()) : sendOAuthRefusal(request, reply, given.refusal);
  });
}

async function push(deps: TokenEndpointDeps, request: FastifyRequest): ReturnType<typeof pushAuthorization> {
  const form = singleValues(request.body);
  if (!form) return refuse({ code: 'openid4vci/request-malformed' });
  const url = deps.endpoints.pushedAuthorization;
  const client = await clientOf(deps, request, form.client_id);
  if (!client.ok) return client;
  const dpopKey = await dpopKeyOf(deps, request, { method: 'POST', url });
  if (!dpopKey.ok) return dpopKey;
  const sender = { client: client.value, dpopKey: dpopKey.value, address: request.ip };
  return pushAuthorization(deps, form, sender);
}

async function giveToken(deps: TokenEndpointDeps, request: FastifyRequest): Promise<Given> {
  const form = singleValues(request.body);
  if (!form) return refuse({ code: 'openid4vci/request-malformed' });
  const client = await clientOf(deps, request, form.client_id);
  if (!client.ok) return client;
  const details = readDetails(form.authorization_details, deps.issuerUri);
  if (!details.ok) return details;
  const dpopKey = await dpopKeyOf(deps, request, { method: 'POST', url: deps.endpoints.token });
  if (!dpopKey.ok) return dpopKey;
  const asked: GrantRequest = {
    details: details.value,
    clientId: client.value.id,
    dpopKey: dpopKey.value,
  };

  switch (form.grant_type) {
    case PRE_AUTHORIZED_CODE: {
      const code = form['pre-authorized_code'];
      if (!code) return refuse({ code: 'openid4vci/request-malformed' });
      return redeemOffer(deps, { ...asked, code, txCode: form.tx_code });
    }
    case 'authorization_code': {
      const { code, redirect_uri: redirectUri, code_verifier: codeVerifier } = form;
      if (!code) return refuse({ code: 'openid4vci/request-malformed' });
      return redeemCode(deps, { ...asked, code, redirectUri, codeVerifier });
    }
    case undefined:
      return refuse({ code: 'openid4vci/request-malformed' });
    default:
      return refuse({ code: 'openid4vci/grant-type' });
  }
}

function toTokenReply({ grant, accessToken, datasets }: GivenGrant, now: Date): TokenReply {
  return {
    access_token: accessToken,
    token_type: grant.dpopKey === null ? 'Bearer' : 'DPoP',
    expires_in: Math.floor((grant.expiresAt.getTime() - now.getTime()) / 1000),
    ...(grant.byIdentifier
      ? { authorization_details: [...datasets].map(toDetail) }
      : { scope: grant.configurations.join(' ') }),
  };
}

const toDetail = ([configuration, identifiers]: readonly [ConfigurationId, readonly string[]]) => ({
  type: AUTHORIZATION_DETAILS_TYPE as typeof AUTHORIZATION_DETAILS_TYPE,
  credential_configuration_id: configuration,
  credential_identifiers: identifiers as [string, ...string[]],
});
