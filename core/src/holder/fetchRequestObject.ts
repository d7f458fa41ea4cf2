import { CONTENT_ENCRYPTIONS } from '../jose/jwe.ts';
import { toBase64url } from '../kit/bytes.ts';
import { ok, type Result, refuse } from '../kit/result.ts';
import { VP_FORMATS } from '../openid4vp/clientMetadata.ts';
import type { RequestLink } from '../openid4vp/requestLink.ts';
import { CLIENT_ID_PREFIXES } from '../openid4vp/requestObject.ts';
import { type HttpRequest, isSuccess, postForm } from './http.ts';
import type { HolderTools } from './model.ts';
import type { PresentRefusal } from './presentRefusals.ts';

export const REQUEST_OBJECT_TYPE = 'application/oauth-authz-req+jwt';
const NONCE_BYTES = 24;

/** What this wallet can do (OpenID4VP 1.0 section 10): sent along with POST, the same for every wallet of this kind. */
const WALLET_METADATA = JSON.stringify({
  vp_formats_supported: VP_FORMATS,
  client_id_prefixes_supported: CLIENT_ID_PREFIXES,
  request_object_signing_alg_values_supported: ['ES256'],
  response_types_supported: ['vp_token'],
  response_modes_supported: ['direct_post', 'direct_post.jwt'],
  authorization_encryption_alg_values_supported: ['ECDH-ES'],
  authorization_encryption_enc_values_supported: CONTENT_ENCRYPTIONS,
});

export interface FetchedRequest {
  readonly object: string;
  /** What the object must repeat, when it was asked for with POST (section 5.10). */
  readonly walletNonce?: string;
}

/** Fetches the request object of a link, as the verifier wants: with GET, or with POST and a nonce of ours. */
export async function fetchRequestObject(
  { send, random }: Pick<HolderTools, 'send' | 'random'>,
  link: RequestLink,
): Promise<Result<FetchedRequest, PresentRefusal>> {
  if (link.kind === 'value') return ok({ object: link.request });
  const walletNonce = link.method === 'post' ? toBase64url(random(NONCE_BYTES)) : undefined;
  const reply = await send(requestFor(link.requestUri, walletNonce));
  if (!reply) return refuse({ code: 'present/unreachable' });
  if (!isSuccess(reply)) return refuse({ code: 'present/request-gone' });
  return ok({ object: reply.body.trim(), ...(walletNonce && { walletNonce }) });
}

function requestFor(url: string, walletNonce?: string): HttpRequest {
  if (walletNonce === undefined) return { method: 'GET', url, headers: { accept: REQUEST_OBJECT_TYPE } };
  const request = postForm(url, { wallet_metadata: WALLET_METADATA, wallet_nonce: walletNonce });
  return { ...request, headers: { ...request.headers, accept: REQUEST_OBJECT_TYPE } };
}
