import { DPOP_WINDOW_SECONDS, verifyDpopProof } from '@jatidiri/core/jose/dpop.ts';
import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { Suite } from '@jatidiri/core/kit/suite.ts';
import { accessOf, type ClientStanding, mayUse } from '@jatidiri/core/partner/access.ts';
import { type AccessToken, verifyAccessToken } from '@jatidiri/core/partner/accessToken.ts';
import type { Agreement, Client, Environment, Partner, Scope } from '@jatidiri/core/partner/model.ts';
import { type PartnerAccessRefusalCode, partnerAccessRefusals } from '@jatidiri/core/partner/refusals.ts';
import type { Database } from '../platform/db/database.ts';
import type { KeyStore } from '../platform/keys/keyStore.ts';
import { findStanding } from './clientStore.ts';
import { keptFor } from './keptFor.ts';

/** Who calls, in which environment, and what was agreed with them. */
export interface PartnerCaller {
  readonly partner: Partner;
  readonly client: Client;
  readonly environment: Environment;
  readonly agreement: Agreement;
}

/** What the guard reads of a request; a FastifyRequest is one. */
export interface TokenRequest {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** Where a refusal says how to do better (RFC 9110 section 11.6.1); a FastifyReply is one. */
interface TokenReply {
  header(name: string, value: string): unknown;
}

type Admission<T> = Result<T, Refusal<PartnerAccessRefusalCode>>;

/** Admits a partner's call for a scope (none: for any), or refuses it and says in `WWW-Authenticate` why. */
export type RequirePartner = (
  request: TokenRequest,
  reply: TokenReply,
  scope?: Scope,
) => Promise<Admission<PartnerCaller>>;

export interface PartnerGuardDeps {
  readonly database: Database;
  readonly now: () => Date;
  readonly suite: Suite;
  readonly keys: KeyStore;
  readonly origins: { readonly portal: string };
}

/** The key of the login room that signs access tokens. */
const TOKEN_KEY = 'login-1';
/** A suspension takes effect in every process within this time. */
const STANDING_KEPT_MS = 2_000;
const KEPT_TOKENS = 10_000;
const KEPT_CLIENTS = 1_000;
const KEPT_PROOFS = 200_000;

/** Checks access tokens (RFC 9068) bound by DPoP (RFC 9449 section 7), and that client, partner and agreement are good now. */
export function partnerGuard(deps: PartnerGuardDeps): RequirePartner {
  const { database, now, suite, origins } = deps;
  const { publicJwk: key } = deps.keys.signingKey(TOKEN_KEY);
  const expected = { issuer: origins.portal, audience: `${origins.portal}/api`, key };
  const tokens = keptFor<AccessToken>(KEPT_TOKENS, now);
  const standings = keptFor<ClientStanding>(KEPT_CLIENTS, now);
  const proofs = keptFor<true>(KEPT_PROOFS, now);

  async function readToken(token: string): Promise<Admission<AccessToken>> {
    const known = tokens.get(token);
    if (known) return ok(known);
    const verified = await verifyAccessToken(suite, token, expected);
    if (!verified.ok) return verified;
    if (verified.value.expiresAt <= now()) return refuse({ code: 'partner/token-expired' });
    tokens.set(token, verified.value, verified.value.expiresAt);
    return verified;
  }

  /** That the caller holds the token's key, and made this proof for this request alone. */
  async function checkProof(request: TokenRequest, token: string, bound: string): Promise<Admission<null>> {
    const invalid = refuse({ code: 'partner/proof-invalid' } as const);
    const proof = request.headers.dpop;
    if (typeof proof !== 'string') return invalid;
    const url = `${origins.portal}${request.url}`;
    const proven = await verifyDpopProof(
      suite,
      proof,
      { method: request.method, url, accessToken: token },
      now(),
    );
    if (!proven.ok || proven.value.thumbprint !== bound) return invalid;
    const name = `${bound} ${proven.value.jti}`;
    if (proofs.get(name)) return invalid;
    proofs.set(name, true, later(proven.value.issuedAt, (DPOP_WINDOW_SECONDS + 1) * 1000));
    return ok(null);
  }

  async function readStanding(id: string): Promise<ClientStanding | undefined> {
    const known = standings.get(id);
    if (known) return known;
    const standing = await findStanding(database.read, id);
    if (standing) standings.set(id, standing, later(now(), STANDING_KEPT_MS));
    return standing;
  }

  async function admit(request: TokenRequest, scope: Scope | undefined): Promise<Admission<PartnerCaller>> {
    const token = tokenIn(request);
    if (!token) return refuse({ code: 'partner/token-missing' });
    const read = await readToken(token);
    if (!read.ok) return read;
    const proven = await checkProof(request, token, read.value.keyThumbprint);
    if (!proven.ok) return proven;
    const standing = await readStanding(read.value.clientId);
    if (!standing) return refuse({ code: 'partner/client-unknown' });
    const agreement = accessOf(standing, now());
    if (!agreement.ok) return agreement;
    if (scope && !(read.value.scopes.includes(scope) && mayUse(standing, agreement.value, scope)))
      return refuse({ code: 'partner/scope-missing' });
    const { client, partner } = standing;
    return ok({ client, partner, environment: client.environment, agreement: agreement.value });
  }

  return async (request, reply, scope) => {
    const admitted = await admit(request, scope);
    if (!admitted.ok) reply.header('www-authenticate', challenge(admitted.refusal.code, scope));
    return admitted;
  };
}

function tokenIn({ headers }: TokenRequest): string | undefined {
  const { authorization } = headers;
  return typeof authorization === 'string' ? /^DPoP ([\w.~+/-]+=*)$/i.exec(authorization)?.[1] : undefined;
}

/** RFC 9449 section 7.1, with the errors of RFC 6750 section 3.1. */
function challenge(code: PartnerAccessRefusalCode, scope: Scope | undefined): string {
  const parts = ['algs="ES256"'];
  if (code === 'partner/proof-invalid') parts.push('error="invalid_dpop_proof"');
  else if (code === 'partner/scope-missing') parts.push('error="insufficient_scope"', `scope="${scope}"`);
  else if (code !== 'partner/token-missing' && partnerAccessRefusals[code].status === 401)
    parts.push('error="invalid_token"');
  return `DPoP ${parts.join(', ')}`;
}

const later = (from: Date, ms: number): Date => new Date(from.getTime() + ms);
