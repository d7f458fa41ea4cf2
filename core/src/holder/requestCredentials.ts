import * as v from 'valibot';
import { isJsonObject, type JsonObject } from '../jose/encodedJson.ts';
import { ok, type Result, refuse } from '../kit/result.ts';
import { proveKey } from '../openid4vci/keyProof.ts';
import { CredentialResponse, NonceReply } from '../openid4vci/wire.ts';
import type { SendProven } from './dpopSender.ts';
import { errorOf, type HttpReply, isSuccess, jsonOf, post } from './http.ts';
import type { IssuerMetadata } from './issuerMetadata.ts';
import type { HolderKey, HolderTools } from './model.ts';
import type { ReceiveRefusal } from './receiveRefusals.ts';
import { sealedExchange } from './sealedExchange.ts';
import type { Access } from './token.ts';

/** What the issuer sent: not believed yet. */
export interface SentCredentials {
  readonly credentials: readonly string[];
  readonly notificationId?: string;
}

export interface CredentialRequest {
  readonly metadata: IssuerMetadata;
  readonly access: Access;
  readonly configurationId: string;
  /** Which dataset of it, where the server named them. */
  readonly identifier: string | undefined;
  readonly keys: readonly HolderKey[];
}

/** How long this wallet waits for a credential that is not ready. */
export interface Patience {
  readonly wait: (seconds: number) => Promise<void>;
  readonly maxSeconds: number;
}

/**
 * Asks for one copy for each key (OpenID4VCI 1.0 sections 7 to 9): a nonce, proofs, and when the issuer defers,
 * again until it is ready. A nonce that has become stale is replaced once.
 */
export async function requestCredentials(
  tools: HolderTools,
  send: SendProven,
  request: CredentialRequest,
  patience: Patience,
): Promise<Result<SentCredentials, ReceiveRefusal>> {
  const first = await requestOnce(tools, send, request, patience);
  if (first.ok || first.refusal.error !== 'invalid_nonce') return first;
  return requestOnce(tools, send, request, patience);
}

async function requestOnce(
  tools: HolderTools,
  send: SendProven,
  request: CredentialRequest,
  patience: Patience,
): Promise<Result<SentCredentials, ReceiveRefusal>> {
  const nonce = await fetchNonce(send, request.metadata);
  if (!nonce.ok) return nonce;
  const { metadata, access } = request;
  const claims = { audience: metadata.credential_issuer, nonce: nonce.value };
  const proofs = request.keys.map(({ sign, publicJwk }) => proveKey(sign, publicJwk, claims, tools.now()));
  const message = { ...namedBy(request), proofs: { jwt: await Promise.all(proofs) } };

  let answer = await exchange(tools, send, metadata, access, metadata.credential_endpoint, message);
  for (let waited = 0; answer.ok; ) {
    const parsed = v.safeParse(CredentialResponse, answer.value);
    if (!parsed.success) return refuse({ code: 'receive/answer-malformed' });
    if ('credentials' in parsed.output) return ok(toSent(parsed.output));
    const endpoint = metadata.deferred_credential_endpoint;
    if (!endpoint) return refuse({ code: 'receive/answer-malformed' });
    const { transaction_id, interval } = parsed.output;
    waited += interval;
    if (waited > patience.maxSeconds) return refuse({ code: 'receive/not-ready' });
    await patience.wait(interval);
    answer = await exchange(tools, send, metadata, access, endpoint, { transaction_id });
  }
  return answer;
}

/** Not a protected resource: no access token goes there (section 7.1). Undefined where the issuer wants none. */
async function fetchNonce(
  send: SendProven,
  { nonce_endpoint: endpoint }: IssuerMetadata,
): Promise<Result<string | undefined, ReceiveRefusal>> {
  if (!endpoint) return ok(undefined);
  const reply = await send(post(endpoint, 'application/x-www-form-urlencoded', ''));
  if (!reply) return refuse({ code: 'receive/unreachable' });
  const parsed = v.safeParse(NonceReply, jsonOf(reply));
  if (!isSuccess(reply) || !parsed.success) return refuse({ code: 'receive/answer-malformed' });
  return ok(parsed.output.c_nonce);
}

/** By dataset where the server named one, else by configuration: never both (section 8.2). */
function namedBy({ identifier, configurationId }: CredentialRequest): JsonObject {
  return identifier === undefined
    ? { credential_configuration_id: configurationId }
    : { credential_identifier: identifier };
}

async function exchange(
  tools: HolderTools,
  send: SendProven,
  metadata: IssuerMetadata,
  { token }: Access,
  url: string,
  message: JsonObject,
): Promise<Result<JsonObject, ReceiveRefusal>> {
  const sealed = await sealedExchange(tools, metadata, url, message).catch(() => undefined);
  // The issuer's key is no point of its curve: nothing can be encrypted to it.
  if (!sealed) return refuse({ code: 'receive/issuer-malformed' });
  const { request, open } = sealed;
  const reply = await send(request, token);
  if (!reply) return refuse({ code: 'receive/unreachable' });
  if (!isSuccess(reply)) return refuse(refusalOf(reply));
  const answer = await open(reply);
  return isJsonObject(answer) ? ok(answer) : refuse({ code: 'receive/answer-malformed' });
}

function refusalOf(reply: HttpReply): ReceiveRefusal {
  return { code: 'receive/card-refused', error: errorOf(reply) };
}

function toSent({
  credentials,
  notification_id,
}: Extract<CredentialResponse, { credentials: unknown }>): SentCredentials {
  return {
    credentials: credentials.map(({ credential }) => credential),
    ...(notification_id && { notificationId: notification_id }),
  };
}
