import { createHash } from 'node:crypto';
import { type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { Openid4vciRefusalCode } from '@jatidiri/core/openid4vci/refusals.ts';
import { findActivation } from '../../activation/index.ts';
import type { Database } from '../../platform/db/database.ts';
import { type Authorization, closeAuthorization, lockAuthorization } from './authorizationStore.ts';
import { type GivenGrant, type GrantDeps, type GrantRequest, giveGrant } from './giveGrant.ts';
import { endGrantsOf } from './grantStore.ts';
import { findOffer, setOfferState } from './offerStore.ts';
import { hashOf } from './secrets.ts';

export interface CodeDeps extends GrantDeps {
  readonly database: Database;
  /** How long copies for other wallets are held back at least. */
  readonly holdSeconds: number;
}

export interface CodeRedemption extends GrantRequest {
  readonly code: string;
  readonly redirectUri: string | undefined;
  readonly codeVerifier: string | undefined;
}

type Redeemed = Result<GivenGrant, Refusal<Openid4vciRefusalCode>>;

/** Exchanges an authorization code for an access token (RFC 6749 section 4.1.3, RFC 7636 section 4.6). */
export async function redeemCode(deps: CodeDeps, redemption: CodeRedemption): Promise<Redeemed> {
  return deps.database.write(async (sql): Promise<Redeemed> => {
    const request = await lockAuthorization(sql, hashOf(redemption.code));
    if (!request) return refuse({ code: 'openid4vci/code' });
    if (request.stage === 'redeemed') {
      // A code that comes twice has been seen by somebody else: what it gave ends (RFC 6749 section 4.1.2).
      endGrantsOf(sql, request.id, deps.now());
      return refuse({ code: 'openid4vci/code' });
    }
    const misfit = misfitOf(request, redemption, deps.now());
    if (misfit) return refuse({ code: misfit });

    const identity = await findActivation(sql, request.activation!);
    if (identity?.state !== 'active') return refuse({ code: 'openid4vci/code' });
    const offer = request.offer === null ? undefined : await findOffer(sql, request.offer);
    const asked = {
      holdSeconds: Math.max(offer?.holdSeconds ?? 0, deps.holdSeconds),
      identity,
      offer: request.offer,
      authorization: request.id,
      allowed: request.configurations,
    };
    const details = redemption.details ?? (request.byIdentifier ? request.configurations : undefined);
    const given = await giveGrant(deps, sql, asked, { ...redemption, details });
    if (!given.ok) return given;
    await closeAuthorization(sql, request.id, 'redeemed');
    if (request.offer) setOfferState(sql, request.offer, 'redeemed');
    return given;
  });
}

function misfitOf(
  request: Authorization,
  { clientId, redirectUri, codeVerifier, dpopKey }: CodeRedemption,
  now: Date,
): Openid4vciRefusalCode | undefined {
  if (request.stage !== 'answered' || request.expiresAt <= now) return 'openid4vci/code';
  if (clientId !== request.clientId || redirectUri !== request.redirectUri) return 'openid4vci/code';
  if (!codeVerifier || challengeOf(codeVerifier) !== request.codeChallenge) return 'openid4vci/pkce-verifier';
  return request.dpopKey !== null && request.dpopKey !== dpopKey ? 'openid4vci/dpop' : undefined;
}

const challengeOf = (verifier: string): string => createHash('sha256').update(verifier).digest('base64url');
