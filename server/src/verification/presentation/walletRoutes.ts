import type { JsonObject } from '@jatidiri/core/jose/encodedJson.ts';
import { URL_SAFE } from '@jatidiri/core/openid4vp/model.ts';
import { UNGUESSABLE, type WalletKey } from '@jatidiri/core/verification/model.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { REQUEST_PATH, RESPONSE_PATH, type RequestSigningDeps, signForWallet } from './requestSigning.ts';
import { fetchRequest, findByWalletKey } from './store.ts';
import { MAX_ANSWER_BYTES, type TakeDeps, takeAnswer } from './takeAnswer.ts';

export type WalletDeps = TakeDeps & RequestSigningDeps;

const MAX_NONCE = 512;
const NO_SUCH_REQUEST = 'no such request';

/** What wallets call, ours and everybody's: `request_uri` and `response_uri` of OpenID4VP 1.0. */
export function walletEndpoints(app: FastifyInstance, deps: WalletDeps): void {
  app.get(`${REQUEST_PATH}/:key`, async (request, reply) => {
    openToAll(reply);
    return sendRequestObject(deps, request, reply);
  });

  app.post(`${REQUEST_PATH}/:key`, async (request, reply) => {
    openToAll(reply);
    const form = readForm(request.body);
    if (!form) return sendError(reply, 400, 'a form is needed');
    const { wallet_nonce: walletNonce, wallet_metadata: metadata } = form;
    if (walletNonce !== undefined && !(URL_SAFE.test(walletNonce) && walletNonce.length <= MAX_NONCE))
      return sendError(reply, 400, 'wallet_nonce');
    if (metadata !== undefined && !isJson(metadata)) return sendError(reply, 400, 'wallet_metadata');
    return sendRequestObject(deps, request, reply, walletNonce);
  });

  app.post(`${RESPONSE_PATH}/:key`, { bodyLimit: MAX_ANSWER_BYTES }, async (request, reply) => {
    openToAll(reply);
    const key = keyOf(request);
    const found = key && (await findByWalletKey(deps.database.read, key));
    if (!found) return sendError(reply, 404, NO_SUCH_REQUEST);
    const form = readForm(request.body);
    if (!form) return sendError(reply, 400, 'response/malformed');
    const taken = await takeAnswer(deps, found, { kind: 'wallet' }, form);
    if (!taken.ok) return sendError(reply, 400, describe(taken.refusal));
    const { redirectUri } = taken.value;
    return reply.send(redirectUri === undefined ? {} : { redirect_uri: redirectUri });
  });
}

/** Undefined for what cannot be a key: nothing is asked of the database for it. */
function keyOf({ params }: FastifyRequest): WalletKey | undefined {
  const { key } = params as { key: string };
  return UNGUESSABLE.test(key) ? (key as WalletKey) : undefined;
}

async function sendRequestObject(
  deps: WalletDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  walletNonce?: string,
): Promise<FastifyReply> {
  const key = keyOf(request);
  const found = key && (await fetchRequest(deps.database.read, key, deps.now()));
  if (!found) return sendError(reply, 404, NO_SUCH_REQUEST);
  const requestObject = await signForWallet(deps, found, walletNonce);
  return reply.type('application/oauth-authz-req+jwt').send(requestObject);
}

/** A form whose names are all different; undefined for anything else. */
export function readForm(body: unknown): (JsonObject & Record<string, string>) | undefined {
  if (!(body instanceof URLSearchParams)) return undefined;
  const names = [...body.keys()];
  return names.length === new Set(names).size ? Object.fromEntries(body) : undefined;
}

function isJson(text: string): boolean {
  try {
    return typeof JSON.parse(text) === 'object';
  } catch {
    return false;
  }
}

/** Errors of OAuth's form (RFC 6749 section 5.2); the description is a code of ours and never a value. */
function sendError(reply: FastifyReply, status: number, description: string): FastifyReply {
  return reply.code(status).send({ error: 'invalid_request', error_description: description });
}

const describe = ({ code, field }: { code: string; field?: string }): string =>
  field === undefined ? code : `${code} (${field})`;

/** Wallets may be web pages of any origin; nothing here depends on who asks. */
function openToAll(reply: FastifyReply): void {
  reply.header('access-control-allow-origin', '*');
  reply.header('cross-origin-resource-policy', 'cross-origin');
  reply.header('cache-control', 'no-store');
}
