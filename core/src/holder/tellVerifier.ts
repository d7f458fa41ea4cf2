import { parseJws } from '../jose/jws.ts';
import { authorizationErrorOf, type RequestRefusalCode } from '../openid4vp/refusals.ts';
import { createErrorResponse, toForm } from '../openid4vp/response.ts';
import { postForm } from './http.ts';
import type { HolderTools } from './model.ts';

/** What `verifyRequestObject` judges last: who asks and where the answer goes held by then. */
const JUDGED_LAST: ReadonlySet<RequestRefusalCode> = new Set([
  'request/query',
  'request/client-metadata',
  'request/formats',
  'request/encryption',
  'request/transaction-data',
]);

/**
 * Tells a verifier that its own request cannot be answered (OpenID4VP 1.0 section 8.5): only where it is known to be
 * the verifier's, and `response_uri` its address. Whatever it answers changes nothing.
 */
export async function tellVerifier(
  { send }: Pick<HolderTools, 'send'>,
  requestObject: string,
  code: RequestRefusalCode,
): Promise<void> {
  const claims = JUDGED_LAST.has(code) ? parseJws(requestObject)?.payload : undefined;
  if (typeof claims?.response_uri !== 'string') return;
  const state = typeof claims.state === 'string' ? { state: claims.state } : {};
  const form = toForm(createErrorResponse(state, authorizationErrorOf(code)));
  await send(postForm(claims.response_uri, Object.fromEntries(form)));
}
