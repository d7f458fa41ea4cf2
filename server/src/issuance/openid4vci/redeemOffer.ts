import { timingSafeEqual } from 'node:crypto';
import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { Openid4vciRefusalCode } from '@jatidiri/core/openid4vci/refusals.ts';
import { findActivation } from '../../activation/index.ts';
import { append } from '../../ledger/index.ts';
import type { Database, Sql } from '../../platform/db/database.ts';
import { type GivenGrant, type GrantDeps, type GrantRequest, giveGrant } from './giveGrant.ts';
import { countWrongTry, lockOfferByCode, type Offer, setOfferState } from './offerStore.ts';
import { hashOf, txCodeHash } from './secrets.ts';

export interface RedeemDeps extends GrantDeps {
  readonly database: Database;
  readonly txCodeSecret: Buffer;
}

export interface Redemption extends GrantRequest {
  readonly code: string;
  readonly txCode: string | undefined;
}

type Redeemed = Result<GivenGrant, Refusal<Openid4vciRefusalCode>>;

/** Wrong transaction codes that an offer survives (OpenID4VCI section 13.6.3). */
const WRONG_TRIES = 5;

/** Exchanges a pre-authorized code for an access token (OpenID4VCI section 6.1). Of two who try at once, one wins. */
export async function redeemOffer(deps: RedeemDeps, redemption: Redemption): Promise<Redeemed> {
  return deps.database.write(async (sql): Promise<Redeemed> => {
    const offer = await lockOfferByCode(sql, hashOf(redemption.code));
    if (offer?.grantType !== 'pre-authorized_code' || offer.activation === null) return unknownCode;
    if (offer.state === 'redeemed' || offer.expiresAt <= deps.now()) return unknownCode;
    const txCode = await checkTxCode(deps, sql, offer, redemption.txCode);
    if (!txCode.ok) return txCode;

    const identity = await findActivation(sql, offer.activation);
    if (identity?.state !== 'active') return unknownCode;
    const given = await giveGrant(
      deps,
      sql,
      { identity, offer: offer.id, allowed: offer.configurations, holdSeconds: offer.holdSeconds },
      redemption,
    );
    if (given.ok) setOfferState(sql, offer.id, 'redeemed');
    return given;
  });
}

const unknownCode = refuse({ code: 'openid4vci/code' as const });

/** Each wrong try is counted, and after a handful the offer is lost: a code of few digits must not be guessed. */
async function checkTxCode(
  deps: RedeemDeps,
  sql: Sql,
  offer: Offer,
  txCode: string | undefined,
): Promise<Result<null, Refusal<Openid4vciRefusalCode>>> {
  if (!offer.txCodeHash)
    return txCode === undefined ? ok(null) : refuse({ code: 'openid4vci/tx-code-unexpected' });
  if (offer.state === 'locked') return refuse({ code: 'openid4vci/tx-code-locked' });
  if (txCode === undefined) return refuse({ code: 'openid4vci/tx-code-missing' });
  if (timingSafeEqual(offer.txCodeHash, txCodeHash(deps.txCodeSecret, offer.id, txCode))) return ok(null);

  const isLast = offer.wrongTries + 1 >= WRONG_TRIES;
  countWrongTry(sql, offer.id, isLast ? 'locked' : 'offered');
  const identity = await findActivation(sql, offer.activation!);
  await append(deps, sql, {
    kind: 'issuance/tx-code-wrong',
    subject: identity?.resident ?? null,
    actor: { kind: 'stranger' },
    details: { offer: offer.id, locked: isLast },
  });
  return refuse({ code: isLast ? 'openid4vci/tx-code-locked' : 'openid4vci/tx-code' });
}
