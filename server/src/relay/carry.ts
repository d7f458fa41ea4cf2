import { REQUEST_OBJECT_TYPE } from '@jatidiri/core/holder/fetchRequestObject.ts';
import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import { isSafeEndpoint } from '@jatidiri/core/openid4vp/endpoint.ts';
import type { relayRefusals } from '@jatidiri/core/relay/refusals.ts';
import type { RelayedReply, RelayRequest } from '@jatidiri/core/relay/wire.ts';
import { callOutside } from '../platform/http/callOutside.ts';

const FORM = 'application/x-www-form-urlencoded';
const JSON_TYPE = 'application/json';
const MAX_BYTES = 256 * 1024;
const TIMEOUT_MS = 10_000;

/**
 * Carries one message of OpenID4VP from a wallet to a verifier elsewhere. Nothing of it is kept or logged. Answers of
 * another kind than the operation's are held back: this is no way to read the web through our server.
 */
export async function carry(
  { demo }: { readonly demo: boolean },
  { operation, url: address, form }: RelayRequest,
): Promise<Result<RelayedReply, Refusal<keyof typeof relayRefusals>>> {
  if (!isSafeEndpoint(address)) return refuse({ code: 'relay/address' });
  const url = new URL(address);
  // Plain http is loopback alone, which only a demonstration has any use for.
  if (url.protocol !== 'https:' && !demo) return refuse({ code: 'relay/address' });
  const accept = operation === 'fetchRequest' ? REQUEST_OBJECT_TYPE : JSON_TYPE;
  const reply = await callOutside({
    method: form === undefined ? 'GET' : 'POST',
    url,
    headers: { accept, ...(form !== undefined && { 'content-type': FORM }) },
    body: form,
    maxBytes: MAX_BYTES,
    timeoutMs: TIMEOUT_MS,
    mayReachInside: demo,
  });
  if (!reply.ok) {
    const isInner = reply.refusal.code === 'outside/inner-address';
    return refuse({ code: isInner ? 'relay/address' : 'relay/unreachable' });
  }
  const { status, contentType, body } = reply.value;
  return ok({ status, body: contentType === accept || contentType === JSON_TYPE ? body : '' });
}
