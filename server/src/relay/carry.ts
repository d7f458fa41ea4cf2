import { REQUEST_OBJECT_TYPE } from '@jatidiri/core/holder/fetchRequestObject.ts';
import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import { isSafeEndpoint } from '@jatidiri/core/openid4vp/endpoint.ts';
import type { relayRefusals } from '@jatidiri/core/relay/refusals.ts';
import type { RelayedReply, RelayRequest } from '@jatidiri/core/relay/wire.ts';
import { callOutside } from '../platform/http/callOutside.ts';

const FORM = 'application/x-www-form-urlencoded';
const JSON_TYPE = 'application/json';
/** Whether a card was withdrawn (Token Status List, section 8.1). */
const STATUS_TYPE = 'application/statuslist+jwt';
const MAX_BYTES = 256 * 1024;
const TIMEOUT_MS = 10_000;

export interface CarryDeps {
  readonly demo: boolean;
  /** Whether an institution on the list of card issuers answers at this origin. */
  readonly isCardIssuer: (origin: string) => Promise<boolean>;
}

type Carried = Result<RelayedReply, Refusal<keyof typeof relayRefusals>>;

/**
 * Carries one message from a wallet: of OpenID4VP to a verifier elsewhere, or of OpenID4VCI to a listed issuer. Nothing
 * of it is kept or logged. Answers of another kind than the operation's are held back: this is no way to read the web
 * through our server.
 */
export async function carry(deps: CarryDeps, message: RelayRequest): Promise<Carried> {
  const { demo, isCardIssuer } = deps;
  if (!isSafeEndpoint(message.url)) return refuse({ code: 'relay/address' });
  const url = new URL(message.url);
  // Plain http is loopback alone, which only a demonstration has any use for.
  if (url.protocol !== 'https:' && !demo) return refuse({ code: 'relay/address' });
  const toIssuer = message.operation === 'readIssuer' || message.operation === 'askIssuer';
  if (toIssuer && !(await isCardIssuer(url.origin))) return refuse({ code: 'relay/not-listed' });
  const accept = message.operation === 'fetchRequest' ? REQUEST_OBJECT_TYPE : JSON_TYPE;
  const { method, headers, body } = sentAs(message);
  const reply = await callOutside({
    method,
    url,
    headers: {
      accept: message.operation === 'readIssuer' ? `${JSON_TYPE}, ${STATUS_TYPE}` : accept,
      ...headers,
    },
    body,
    maxBytes: MAX_BYTES,
    timeoutMs: TIMEOUT_MS,
    mayReachInside: demo,
  });
  if (!reply.ok) {
    const isInner = reply.refusal.code === 'outside/inner-address';
    return refuse({ code: isInner ? 'relay/address' : 'relay/unreachable' });
  }
  const { status, contentType } = reply.value;
  const isStatus = message.operation === 'readIssuer' && contentType === STATUS_TYPE;
  const isWanted = contentType === accept || contentType === JSON_TYPE || isStatus;
  return ok({
    status,
    body: isWanted ? reply.value.body : '',
    ...(message.operation === 'askIssuer' && { headers: proofHeaders(reply.value.header) }),
  });
}

interface Sent {
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
}

function sentAs(message: RelayRequest): Sent {
  switch (message.operation) {
    case 'readIssuer':
      return { method: 'GET', headers: {} };
    case 'askIssuer': {
      const { contentType, authorization, dpop, body } = message;
      return {
        method: 'POST',
        headers: {
          ...(contentType && { 'content-type': contentType }),
          ...(authorization && { authorization }),
          ...(dpop && { dpop }),
        },
        body,
      };
    }
    default: {
      const { form } = message;
      if (form === undefined) return { method: 'GET', headers: {} };
      return { method: 'POST', headers: { 'content-type': FORM }, body: form };
    }
  }
}

function proofHeaders(header: (name: string) => string | undefined): NonNullable<RelayedReply['headers']> {
  const names = ['dpop-nonce', 'www-authenticate'] as const;
  return Object.fromEntries(names.flatMap((name) => (header(name) ? [[name, header(name)!]] : [])));
}
