import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import {
  type ConfigurationId,
  configurationOfIdentifier,
  isConfigurationId,
} from '@jatidiri/core/openid4vci/configurations.ts';
import type { IssuanceEndpoints } from '@jatidiri/core/openid4vci/endpoints.ts';
import type { Openid4vciRefusalCode } from '@jatidiri/core/openid4vci/refusals.ts';
import {
  CredentialRequest,
  type CredentialResponse,
  type NonceReply,
} from '@jatidiri/core/openid4vci/wire.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import * as v from 'valibot';
import type { IssueDeps } from '../issueIkd.ts';
import type { Grant } from './grantStore.ts';
import { issueCopies } from './issueCopies.ts';
import { type ProofDeps, provenKeys } from './provenKeys.ts';
import { sendOAuthRefusal, serveWallets } from './reply.ts';
import { requireGrant, type TokenDeps } from './requireGrant.ts';

export interface CredentialEndpointDeps extends Omit<IssueDeps, 'suite'>, ProofDeps, TokenDeps {
  readonly endpoints: IssuanceEndpoints;
}

type Answer<T> = Promise<Result<T, Refusal<Openid4vciRefusalCode>>>;

/** The issuer's half of what wallets ask (OpenID4VCI sections 7 to 11). */
export function credentialRoutes(app: FastifyInstance, deps: CredentialEndpointDeps): void {
  const { nonce, credential } = deps.endpoints;

  serveWallets(
    app,
    'POST',
    nonce,
    'openid4vci/request-malformed',
    async (): Promise<NonceReply> => ({ c_nonce: deps.nonces.issue() }),
  );

  serveWallets(app, 'POST', credential, 'openid4vci/credential-request', async (request, reply) => {
    const answer = await answerCredentialRequest(deps, request);
    return answer.ok ? answer.value : sendOAuthRefusal(request, reply, answer.refusal);
  });
}

async function answerCredentialRequest(
  deps: CredentialEndpointDeps,
  request: FastifyRequest,
): Answer<CredentialResponse> {
  const grant = await requireGrant(deps, request, deps.endpoints.credential);
  if (!grant.ok) return grant;
  const asked = v.safeParse(CredentialRequest, request.body);
  if (!asked.success) return refuse({ code: 'openid4vci/credential-request' });
  const configuration = configurationOf(asked.output, grant.value);
  if (!configuration.ok) return configuration;
  const keys = await provenKeys(deps, asked.output.proofs, grant.value, configuration.value);
  if (!keys.ok) return keys;

  const copies = await issueCopies(deps, {
    grant: grant.value,
    configuration: configuration.value,
    holderKeys: keys.value,
  });
  if (!copies.ok) return copies;
  const { credentials, notificationId } = copies.value;
  return ok({
    credentials: credentials.map((credential) => ({ credential })) as [{ credential: string }],
    notification_id: notificationId,
  });
}

/** By identifier where the token answer gave identifiers, by configuration otherwise; never both (section 8.2). */
function configurationOf(
  { credential_identifier, credential_configuration_id }: CredentialRequest,
  { byIdentifier, configurations }: Grant,
): Result<ConfigurationId, Refusal<Openid4vciRefusalCode>> {
  const named = byIdentifier ? credential_identifier : credential_configuration_id;
  const other = byIdentifier ? credential_configuration_id : credential_identifier;
  if (named === undefined || other !== undefined) return refuse({ code: 'openid4vci/credential-request' });
  const id = byIdentifier ? configurationOfIdentifier(named) : named;
  if (isConfigurationId(id) && configurations.includes(id)) return ok(id);
  return refuse({ code: byIdentifier ? 'openid4vci/identifier' : 'openid4vci/configuration' });
}
