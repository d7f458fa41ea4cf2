import type { Actor } from '@jatidiri/core/ledger/model.ts';
import type { ConfigurationId } from '@jatidiri/core/openid4vci/configurations.ts';
import type { IssuanceEndpoints } from '@jatidiri/core/openid4vci/endpoints.ts';
import {
  type CredentialOffer,
  offerByReference,
  offerByValue,
  PRE_AUTHORIZED_CODE,
} from '@jatidiri/core/openid4vci/offer.ts';
import { append, type Tracing } from '../../ledger/index.ts';
import type { Sql } from '../../platform/db/database.ts';
import type { Active } from '../issuable.ts';
import { insertOffer, type Offer } from './offerStore.ts';
import { codeOfReference, hashOf, newSecret, type Random, txCodeHash } from './secrets.ts';

export interface OfferDeps extends Tracing {
  readonly random: Random;
  readonly endpoints: IssuanceEndpoints;
  /** Keys the digests of transaction codes. */
  readonly txCodeSecret: Buffer;
}

export interface OfferTerms {
  /** Whose credential; null for whoever answers the issuer's question in the authorization code flow. */
  readonly identity: Active | null;
  readonly configurations: readonly ConfigurationId[];
  readonly grantType: Offer['grantType'];
  /** What the resident has to type in besides, told over another channel. */
  readonly txCode?: string;
  readonly holdSeconds?: number;
  readonly actor: Actor;
}

export interface MadeOffer {
  readonly id: string;
  /** Hands the offer over by value, or by where it is. */
  readonly byValue: string;
  readonly byReference: string;
}

const GOOD_FOR_MS = 10 * 60_000;

/** Offers credentials to a wallet (OpenID4VCI section 4): the code is short-lived and good once. */
export async function makeOffer(deps: OfferDeps, sql: Sql, terms: OfferTerms): Promise<MadeOffer> {
  const { identity, configurations, grantType, txCode, holdSeconds = 0, actor } = terms;
  const id = deps.newId();
  const reference = newSecret(deps.random);
  const code = codeOfReference(reference);
  const now = deps.now();
  const offer = {
    id,
    activation: identity?.id ?? null,
    configurations,
    grantType,
    txCodeHash: txCode === undefined ? null : txCodeHash(deps.txCodeSecret, id, txCode),
    txCodeHint: txCode === undefined ? null : hintOf(txCode),
    holdSeconds,
    expiresAt: new Date(now.getTime() + GOOD_FOR_MS),
  };
  await insertOffer(sql, offer, hashOf(code), now);
  await append(deps, sql, {
    kind: 'issuance/offered',
    subject: identity?.resident ?? null,
    actor,
    details: { offer: id, activation: offer.activation, configurations, grantType },
  });
  return {
    id,
    byValue: offerByValue(offerMessage(deps.endpoints, offer, code)),
    byReference: offerByReference(`${deps.endpoints.offers}/${reference}`),
  };
}

export function offerMessage(
  { issuer }: IssuanceEndpoints,
  { configurations, grantType, txCodeHint }: Pick<Offer, 'configurations' | 'grantType' | 'txCodeHint'>,
  code: string,
): CredentialOffer {
  return {
    credential_issuer: issuer,
    credential_configuration_ids: [...configurations],
    grants:
      grantType === 'authorization_code'
        ? { authorization_code: { issuer_state: code } }
        : {
            [PRE_AUTHORIZED_CODE]: {
              'pre-authorized_code': code,
              ...(txCodeHint && { tx_code: txCodeHint }),
            },
          },
  };
}

/** What a wallet needs to ask for the code; not the code. */
function hintOf(txCode: string): NonNullable<Offer['txCodeHint']> {
  return { input_mode: /^\d+$/.test(txCode) ? 'numeric' : 'text', length: txCode.length };
}
