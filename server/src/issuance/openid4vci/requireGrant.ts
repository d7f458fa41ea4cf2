import { DPOP_WINDOW_SECONDS, type DpopRequest, verifyDpopProof } from '@jatidiri/core/jose/dpop.ts';
import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { Suite } from '@jatidiri/core/kit/suite.ts';
import type { Openid4vciRefusalCode } from '@jatidiri/core/openid4vci/refusals.ts';
import type { FastifyRequest } from 'fastify';
import type { Database } from '../../platform/db/database.ts';
import type { SeenOnce } from '../../platform/seenOnce.ts';
import { findGrantByToken, type Grant } from './grantStore.ts';
import { hashOf } from './secrets.ts';

export interface TokenDeps {
  readonly database: Database;
  readonly suite: Suite;
  readonly now: () => Date;
  readonly seen: SeenOnce;
}

type Checked<T> = Result<T, Refusal<Openid4vciRefusalCode>>;

const AUTHORIZATION = /^(DPoP|Bearer) ([A-Za-z0-9._~+/-]+=*)$/i;

/** The grant behind the request's access token (RFC 6750 section 2.1), by the key that it is bound to (RFC 9449 section 7). */
export async function requireGrant(
  deps: TokenDeps,
  request: FastifyRequest,
  url: string,
): Promise<Checked<Grant>> {
  const [, scheme, accessToken] = AUTHORIZATION.exec(request.headers.authorization ?? '') ?? [];
  if (!scheme || !accessToken) return refuse({ code: 'openid4vci/token-missing' });
  const grant = await findGrantByToken(deps.database.read, hashOf(accessToken));
  if (!grant || grant.expiresAt <= deps.now()) return refuse({ code: 'openid4vci/token' });

  // A bound token presented as a bearer token is refused (RFC 9449 section 7.1), and so is the reverse.
  const isBound = grant.dpopKey !== null;
  if (isBound !== (scheme.toLowerCase() === 'dpop')) return refuse({ code: 'openid4vci/token-binding' });
  if (!isBound) return ok(grant);
  const key = await dpopKeyOf(deps, request, { method: request.method, url, accessToken });
  return key.ok && key.value === grant.dpopKey ? ok(grant) : refuse({ code: 'openid4vci/token-binding' });
}

/** Thumbprint of the key in the request's DPoP proof; null when it carries none. Each proof is good once. */
export async function dpopKeyOf(
  deps: TokenDeps,
  { headers }: Pick<FastifyRequest, 'headers'>,
  expected: DpopRequest,
): Promise<Checked<string | null>> {
  const { dpop } = headers;
  if (dpop === undefined) return ok(null);
  if (typeof dpop !== 'string') return refuse({ code: 'openid4vci/dpop' });
  const proven = await verifyDpopProof(deps.suite, dpop, expected, deps.now());
  if (!proven.ok) return refuse({ code: 'openid4vci/dpop' });
  const { thumbprint, jti, issuedAt } = proven.value;
  const until = new Date(issuedAt.getTime() + DPOP_WINDOW_SECONDS * 1000);
  const isFirst = await deps.seen.take(`dpop:${thumbprint}:${jti}`, until);
  return isFirst ? ok(thumbprint) : refuse({ code: 'openid4vci/dpop' });
}
