import { REQUEST_OBJECT_TYPE } from '@jatidiri/core/holder/fetchRequestObject.ts';
import type { HttpReply, HttpRequest, Send } from '@jatidiri/core/holder/http.ts';
import { RelayedReply, type RelayRequest } from '@jatidiri/core/relay/wire.ts';
import * as v from 'valibot';
import { site } from '../../shared/site.ts';
import type { Handset } from '../handset/handset.ts';

const TIMEOUT_MS = 20_000;

/**
 * The wallet's page may speak to its own origin alone. There our own installation answers under the same paths as at
 * the portal; to anybody else the server carries the message (docs/decisions/0013-holder.md).
 */
export function sendFrom({ call }: Pick<Handset, 'call'>): Send {
  return (request) => {
    const { pathname, search } = new URL(request.url);
    return isOurs(request.url) ? sendHere(request, pathname + search) : relay(request, call);
  };
}

/** Whether our own installation answers there. */
export function isOurs(address: string): boolean {
  const { origin } = new URL(address);
  return origin === location.origin || origin === site.value?.origins.portal;
}

async function sendHere(
  { method, headers, body }: HttpRequest,
  path: string,
): Promise<HttpReply | undefined> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), TIMEOUT_MS);
  try {
    const reply = await fetch(path, {
      method,
      headers,
      body: body ?? null,
      redirect: 'error',
      signal: abort.signal,
    });
    return { status: reply.status, headers: Object.fromEntries(reply.headers), body: await reply.text() };
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}

/** To an institution that issues cards: its metadata and lists, a token, a nonce, a card. */
export function sendToIssuer({ call }: Pick<Handset, 'call'>): Send {
  return async ({ method, url, headers, body = '' }) => {
    const { authorization, dpop } = headers;
    const contentType = headers['content-type'] as 'application/json' | undefined;
    const carried: RelayRequest =
      method === 'GET'
        ? { operation: 'readIssuer', url }
        : {
            operation: 'askIssuer',
            url,
            body,
            ...(contentType && { contentType }),
            ...(authorization && { authorization }),
            ...(dpop && { dpop }),
          };
    return relayed(carried, call);
  };
}

async function relay(
  { url, headers, body: form }: HttpRequest,
  call: Handset['call'],
): Promise<HttpReply | undefined> {
  const carried: RelayRequest =
    headers.accept === REQUEST_OBJECT_TYPE || form === undefined
      ? { operation: 'fetchRequest', url, ...(form !== undefined && { form }) }
      : { operation: 'sendAnswer', url, form };
  return relayed(carried, call);
}

async function relayed(carried: RelayRequest, call: Handset['call']): Promise<HttpReply | undefined> {
  const answer = await call({
    method: 'POST',
    path: '/api/relay',
    body: carried,
    parse: (reply) => v.parse(RelayedReply, reply),
    timeoutMs: TIMEOUT_MS,
  });
  if (!answer.ok) return undefined;
  const { status, body, headers = {} } = answer.value;
  return { status, body, headers: headers as HttpReply['headers'] };
}
