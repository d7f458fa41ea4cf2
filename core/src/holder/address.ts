import { isSafeEndpoint } from '../openid4vp/endpoint.ts';

/** An address that the wallet may talk to; undefined for anything else. */
export function parseAddress(text: unknown): URL | undefined {
  return typeof text === 'string' && isSafeEndpoint(text) ? new URL(text) : undefined;
}

/** An issuer's identifier has neither query nor fragment (OpenID4VCI section 12.2.1, RFC 8414 section 2). */
export function parseIdentifier(text: unknown): URL | undefined {
  const url = parseAddress(text);
  return url && !url.search ? url : undefined;
}

/** A well-known path goes between host and path (RFC 8414 section 3.1, OpenID4VCI section 12.2.2). */
export function wellKnown(identifier: URL, name: string): string {
  const path = identifier.pathname === '/' ? '' : identifier.pathname;
  return `${identifier.origin}/.well-known/${name}${path}`;
}
