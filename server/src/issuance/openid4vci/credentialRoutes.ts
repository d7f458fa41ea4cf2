import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import { configurationOfIdentifier, isConfigurationId } from '@jatidiri/core/openid4vci/configurations.ts';
import type { IssuanceEndpoints } from '@jatidiri/core/openid4vci/endpoints.ts';
import type { Openid4vciRefusalCode } from '@jatidiri/core/openid4vci/refusals.ts';
import {
  CredentialRequest,
  DeferredRequest,
  type NonceReply,
  NotificationRequest,
} from '@jatidiri/core/openid4vci/wire.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as v from 'valibot';
import type { IssueFamilyDeps } from '../issueFamily.ts';
import type { Copies, Dataset } from './copies.ts';
import { deferCopies, fetchDeferred, isReady, type Waiting } from './deferCopies.ts';
import {
  type EncryptionDeps,
  openMessage,
  type Recipient,
  recipientOf,
  sendAnswer,
} from './encryptedMessages.ts';
import type { Grant } from './grantStore.ts';
import { issueCopies } from './issueCopies.ts';
import { type ProofDeps, provenKeys } from './provenKeys.ts';
import { sendOAuthRefusal, serveWallets } from './reply.ts';
import { requireGrant, type TokenDeps } from './requireGrant.ts';
import { takeNotification } from './takeNotification.ts';

export interface CredentialEndpointDeps
  extends Omit<IssueFamilyDeps, 'suite'>,
    ProofDeps,
    TokenDeps,
    EncryptionDeps {
  readonly endpoints: IssuanceEndpoints;
}

type Checked<T> = Result<T, Refusal<Openid4vciRefusalCode>>;

/** What a wallet gets for its request: copies, or word of when to ask again; encrypted where it wants that. */
interface Answer {
  readonly outcome: Copies | Waiting;
  readonly recipient: Recipient | undefined;
}

/** The issuer's half of what wallets ask (OpenID4VCI sections 7 to 11). */
export function credentialRoutes(app: FastifyInstance, deps: CredentialEndpointDeps): void {
  const { nonce, credential, deferred, notification } = deps.endpoints;

  serveWallets(
    app,
    'POST',
    nonce,
    'openid4vci/request-malformed',
    async (): Promise<NonceReply> => ({ c_nonce: deps.nonces.issue() }),
  );

  serveWallets(app, 'POST', credential, 'openid4vci/credential-request', async (request, reply) =>
    send(deps, request, reply, await answerRequest(deps, request)),
  );

  serveWallets(app, 'POST', deferred, 'openid4vci/credential-request', async (request, reply) =>
    send(deps, request, reply, await answerDeferred(deps, request)),
  );

  serveWallets(app, 'POST', notification, 'openid4vci/notification', async (request, reply) => {
    const taken = await hearNotification(deps, request);
    return taken.ok ? reply.code(204).send() : sendOAuthRefusal(request, reply, taken.refusal);
  });
}

async function answerRequest(
  deps: CredentialEndpointDeps,
  request: FastifyRequest,
): Promise<Checked<Answer>> {
  const grant = await requireGrant(deps, request, deps.endpoints.credential);
  if (!grant.ok) return grant;
  const asked = await readMessage(deps, request, CredentialRequest);
  if (!asked.ok) return asked;
  const { message, recipient } = asked.value;
  const dataset = datasetOf(message, grant.value);
  if (!dataset.ok) return dataset;
  const keys = await provenKeys(deps, message.proofs, grant.value, dataset.value);
  if (!keys.ok) return keys;

  const wanted = { grant: grant.value, ...dataset.value, holderKeys: keys.value };
  const outcome = isReady(grant.value, deps.now())
    ? await issueCopies(deps, wanted)
    : await deferCopies(deps, wanted);
  return outcome.ok ? ok({ outcome: outcome.value, recipient }) : outcome;
}

async function answerDeferred(
  deps: CredentialEndpointDeps,
  request: FastifyRequest,
): Promise<Checked<Answer>> {
  const grant = await requireGrant(deps, request, deps.endpoints.deferred);
  if (!grant.ok) return grant;
  const asked = await readMessage(deps, request, DeferredRequest);
  if (!asked.ok) return asked;
  const { message, recipient } = asked.value;
  const outcome = await fetchDeferred(deps, grant.value, message.transaction_id);
  return outcome.ok ? ok({ outcome: outcome.value, recipient }) : outcome;
}

async function hearNotification(
  deps: CredentialEndpointDeps,
  request: FastifyRequest,
): Promise<Checked<null>> {
  const grant = await requireGrant(deps, request, deps.endpoints.notification);
  if (!grant.ok) return grant;
  const told = v.safeParse(NotificationRequest, request.body);
  if (!told.success) return refuse({ code: 'openid4vci/notification' });
  return takeNotification(deps, grant.value, told.output);
}

type Encryptable = typeof CredentialRequest | typeof DeferredRequest;

/** What the body says, decrypted where need be, and how the answer is wanted. */
async function readMessage<S extends Encryptable>(
  deps: EncryptionDeps,
  request: FastifyRequest,
  schema: S,
): Promise<Checked<{ message: v.InferOutput<S>; recipient: Recipient | undefined }>> {
  const opened = await openMessage(deps, request);
  if (!opened.ok) return opened;
  const parsed = v.safeParse(schema, opened.value.message);
  if (!parsed.success) return refuse({ code: 'openid4vci/credential-request' });
  const recipient = recipientOf(parsed.output.credential_response_encryption, opened.value.isEncrypted);
  return recipient.ok ? ok({ message: parsed.output, recipient: recipient.value }) : recipient;
}

/** By identifier where the token answer gave identifiers, by configuration otherwise; never both (section 8.2). */
function datasetOf(
  { credential_identifier, credential_configuration_id }: CredentialRequest,
  { byIdentifier, configurations }: Grant,
): Checked<Dataset> {
  const named = byIdentifier ? credential_identifier : credential_configuration_id;
  const other = byIdentifier ? credential_configuration_id : credential_identifier;
  if (named === undefined || other !== undefined) return refuse({ code: 'openid4vci/credential-request' });
  const id = byIdentifier ? configurationOfIdentifier(named) : named;
  if (isConfigurationId(id) && configurations.includes(id))
    return ok({ configuration: id, identifier: byIdentifier ? named : null });
  return refuse({ code: byIdentifier ? 'openid4vci/identifier' : 'openid4vci/configuration' });
}

function send(
  deps: EncryptionDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  answer: Checked<Answer>,
): FastifyReply | Promise<FastifyReply> {
  if (!answer.ok) return sendOAuthRefusal(request, reply, answer.refusal);
  const { outcome, recipient } = answer.value;
  if ('credentials' in outcome) {
    const credentials = outcome.credentials.map((credential) => ({ credential }));
    return sendAnswer(deps, reply, recipient, { credentials, notification_id: outcome.notificationId });
  }
  const { transactionId, seconds } = outcome;
  return sendAnswer(deps, reply.code(202), recipient, { transaction_id: transactionId, interval: seconds });
}
