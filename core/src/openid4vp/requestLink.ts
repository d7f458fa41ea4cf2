import { ok, type Refusal, type Result, refuse } from '../kit/result.ts';
import { isSafeEndpoint } from './endpoint.ts';
import type { RequestRefusalCode } from './refusals.ts';

export const LINK_SCHEME = 'openid4vp://';
const METHODS = ['get', 'post'] as const;

/** An Authorization Request as a link or QR code carries it: where the signed Request Object is, or itself. */
export type RequestLink =
  | {
      readonly kind: 'reference';
      readonly clientId: string;
      readonly requestUri: string;
      readonly method: (typeof METHODS)[number];
    }
  | { readonly kind: 'value'; readonly clientId: string; readonly request: string };

/** @param base `openid4vp://`, or the address of one wallet */
export function createRequestLink(
  base: string,
  { clientId, requestUri, method }: Omit<Extract<RequestLink, { kind: 'reference' }>, 'kind'>,
): string {
  const query = new URLSearchParams({ client_id: clientId, request_uri: requestUri });
  if (method === 'post') query.set('request_uri_method', method);
  return `${base}?${query}`;
}

/** Reads a link of any scheme (OpenID4VP 1.0 section 5); what it holds beside these parameters is ignored. */
export function parseRequestLink(link: string): Result<RequestLink, Refusal<RequestRefusalCode>> {
  const at = link.indexOf('?');
  if (at < 0) return refuse({ code: 'request/malformed' });
  const query = new URLSearchParams(link.slice(at + 1));
  if ([...query.keys()].length > new Set(query.keys()).size) return refuse({ code: 'request/malformed' });

  const clientId = query.get('client_id');
  const requestUri = query.get('request_uri');
  const request = query.get('request');
  const method = query.get('request_uri_method') ?? 'get';
  if (!clientId || (requestUri && request)) return refuse({ code: 'request/malformed' });
  if (request) return ok({ kind: 'value', clientId, request });
  if (!requestUri) return refuse({ code: 'request/unsigned' });
  if (!isMethod(method)) return refuse({ code: 'request/uri-method' });
  if (!isSafeEndpoint(requestUri)) return refuse({ code: 'request/malformed' });
  return ok({ kind: 'reference', clientId, requestUri, method });
}

const isMethod = (value: string): value is (typeof METHODS)[number] =>
  METHODS.includes(value as (typeof METHODS)[number]);
