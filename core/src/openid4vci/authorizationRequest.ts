import { ok, type Refusal, type Result, refuse } from '../kit/result.ts';
import { type ConfigurationId, isConfigurationId } from './configurations.ts';
import { readDetails } from './details.ts';
import type { Openid4vciRefusalCode } from './refusals.ts';

/** What a wallet asks to be let do, whether pushed or in the address (OpenID4VCI section 5.1, RFC 9126). */
export interface AuthorizationRequest {
  readonly clientId: string;
  readonly redirectUri: string;
  /** The wallet's own `state`, given back unchanged. */
  readonly state: string | null;
  /** S256 (RFC 7636 section 4.2). */
  readonly codeChallenge: string;
  readonly configurations: readonly ConfigurationId[];
  /** By `authorization_details`: then the token answer names credential identifiers. */
  readonly byIdentifier: boolean;
  readonly issuerState: string | null;
  /** Thumbprint of the key that the token is to be bound to (RFC 9449 section 10). */
  readonly dpopKey: string | null;
}

/** Parameters by name; a repeated one is no parameter. */
export type Parameters = Readonly<Record<string, string | undefined>>;

const MAX_TEXT = 2048;
const CHALLENGE = /^[A-Za-z0-9_-]{43}$/;
const THUMBPRINT = /^[A-Za-z0-9_-]{43}$/;

/** Why the request cannot be answered, and whether the wallet may be told by a redirect. */
export function readAuthorizationRequest(
  parameters: Parameters,
  issuer: string,
): Result<AuthorizationRequest, Refusal<Openid4vciRefusalCode>> {
  const { client_id, redirect_uri, response_type, state, issuer_state, dpop_jkt } = parameters;
  if (Object.values(parameters).some((value) => (value?.length ?? 0) > MAX_TEXT))
    return refuse({ code: 'openid4vci/request-malformed' });
  if (!client_id) return refuse({ code: 'openid4vci/request-malformed' });
  if (!redirect_uri || !isRedirectUri(redirect_uri)) return refuse({ code: 'openid4vci/redirect-uri' });
  if (response_type !== 'code') return refuse({ code: 'openid4vci/response-type' });
  const { code_challenge, code_challenge_method } = parameters;
  if (code_challenge_method !== 'S256' || !CHALLENGE.test(code_challenge ?? ''))
    return refuse({ code: 'openid4vci/pkce' });
  if (dpop_jkt !== undefined && !THUMBPRINT.test(dpop_jkt)) return refuse({ code: 'openid4vci/dpop' });
  const details = readDetails(parameters.authorization_details, issuer);
  if (!details.ok) return details;
  // What nobody here knows is ignored (section 5.1.2).
  const scopes = (parameters.scope ?? '').split(' ').filter(isConfigurationId);
  const configurations = details.value ?? [...new Set(scopes)];
  if (configurations.length === 0) return refuse({ code: 'openid4vci/scope' });
  return ok({
    clientId: client_id,
    redirectUri: redirect_uri,
    state: state ?? null,
    codeChallenge: code_challenge!,
    configurations,
    byIdentifier: details.value !== undefined,
    issuerState: issuer_state ?? null,
    dpopKey: dpop_jkt ?? null,
  });
}

/** Schemes that a browser would run or open itself. */
const NEVER = ['javascript:', 'data:', 'vbscript:', 'file:', 'blob:', 'about:', 'view-source:'];
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Where the code may go: a page over https, an application by its own scheme, or a wallet on this very machine
 * (RFC 8252 section 7). Wallets are not registered here: what holds the code is PKCE.
 */
export function isRedirectUri(text: string): boolean {
  if (!URL.canParse(text) || text.includes('#')) return false;
  const { protocol, hostname, username, password } = new URL(text);
  if (NEVER.includes(protocol) || username || password) return false;
  return protocol === 'http:' ? LOOPBACK.includes(hostname) : true;
}
