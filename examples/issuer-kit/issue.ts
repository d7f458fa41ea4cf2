import { randomBytes } from 'node:crypto';
import { Personal } from '@jatidiri/core/kit/personal.ts';
import { webSuite } from '@jatidiri/core/kit/webSuite.ts';
import { verifyKeyProof } from '@jatidiri/core/openid4vci/keyProof.ts';
import { CredentialRequest } from '@jatidiri/core/openid4vci/wire.ts';
import { issueCredential } from '@jatidiri/core/sdjwt/issueCredential.ts';
import * as v from 'valibot';
import type { Authority } from './authority.ts';
import type { CardType } from './cardType.ts';
import type { Offers } from './offers.ts';
import type { StatusListKeeper } from './statusList.ts';

export interface IssueDeps {
  readonly origin: string;
  readonly card: CardType;
  readonly authority: Authority;
  readonly offers: Offers;
  readonly status: StatusListKeeper;
  readonly now: () => Date;
}

export interface Reply {
  readonly status: number;
  readonly body: object;
}

const refused = (error: string): Reply => ({ status: 400, body: { error } });
const suite = webSuite(crypto.subtle);
const DAY_MS = 86_400_000;

/** A card for each key that the wallet proves (OpenID4VCI sections 8.2 and 8.3): the token first, then the proofs, then the cards. */
export async function issueCards(deps: IssueDeps, token: string | undefined, sent: unknown): Promise<Reply> {
  const { origin, card, authority, offers, status, now } = deps;
  const claims = token === undefined ? undefined : offers.claimsOf(token);
  if (!claims) return { status: 401, body: { error: 'invalid_token' } };
  const request = v.safeParse(CredentialRequest, sent);
  if (!request.success || request.output.credential_configuration_id !== card.id)
    return refused('unknown_credential_configuration');
  const proofs = request.output.proofs?.jwt;
  if (!Array.isArray(proofs) || proofs.length !== 1) return refused('invalid_proof');
  const proof = await verifyKeyProof(suite, proofs[0], { audience: origin, clientId: null, now: now() });
  if (!proof.ok) return refused('invalid_proof');
  if (!offers.useNonce(proof.value.nonce)) return refused('invalid_nonce');

  const credential = await issueCredential(
    { sign: authority.sign, suite, randomSalt: () => randomBytes(16).toString('base64url') },
    {
      vct: card.vct,
      issuer: origin,
      x5c: authority.x5c,
      issuedAt: now(),
      expiresAt: new Date(now().getTime() + card.validDays * DAY_MS),
      holderKey: proof.value.jwk,
      status: { uri: status.uri, idx: status.place(claims[card.numberIn] ?? '') },
      selectable: new Personal({ ...claims }),
    },
  );
  return { status: 200, body: { credentials: [{ credential }] } };
}
