import { selectByPath } from '@jatidiri/core/dcql/claimsPath.ts';
import type { KeyedCopy } from '@jatidiri/core/holder/acceptCredential.ts';
import { queriedCopy } from '@jatidiri/core/holder/heldClaims.ts';
import { type OpenedOffer, openOffer, takeOffer } from '@jatidiri/core/holder/receive.ts';
import type { ReceiveRefusal } from '@jatidiri/core/holder/receiveRefusals.ts';
import { IKD_DOCTYPE, IKD_NAMESPACE, IKD_VCT } from '@jatidiri/core/issuance/model.ts';
import { ok, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import { webSuite } from '@jatidiri/core/kit/webSuite.ts';
import { readOfferLink } from '@jatidiri/core/openid4vci/offer.ts';
import { type CardIssuer, issuerChain } from '@jatidiri/core/partner/cardIssuers.ts';
import type { ApiRefusal } from '../../shared/api.ts';
import { issuerTrust } from '../../shared/trust/issuerTrust.ts';
import { readCard } from '../card/readCard.ts';
import { keepFaces } from '../cards/cardFaces.ts';
import { readCardIssuers } from '../cards/cardIssuers.ts';
import { openHolder } from '../copies/holder.ts';
import { CLIENT_ID, COPIES, NO_PATIENCE } from '../copies/renewCopies.ts';
import { isOurs, sendToIssuer } from '../copies/send.ts';
import type { Wallet } from '../wallet.ts';

export interface ReadOffer {
  readonly offer: OpenedOffer;
  /** Who issues it, as the list says; undefined for our own. */
  readonly listed?: CardIssuer;
}

type Read = Result<ReadOffer, ReceiveRefusal | { readonly code: 'foreign' }>;

/** An offer of ours, or of an institution on the list for every type that it offers; of anybody else nothing is asked for. */
export async function readCardOffer(wallet: Wallet, link: string): Promise<Read> {
  const from = originOf(link);
  if (from === undefined || isOurs(from)) {
    const own = await openOffer(openHolder(wallet).tools, link);
    return own.ok ? ok({ offer: own.value }) : own;
  }
  const list = await readCardIssuers(wallet);
  if (!list?.issuers.some(({ issuer }) => new URL(issuer).origin === from))
    return refuse({ code: 'foreign' });
  const opened = await openOffer(issuerTools(wallet), link);
  if (!opened.ok) return opened;
  const { metadata, configurations } = opened.value;
  const listed = list.issuers.find(({ issuer }) => issuer === metadata.credential_issuer);
  const types = [...configurations.values()].map(({ vct }) => vct ?? '');
  if (!listed || !types.every((type) => listed.types.includes(type))) return refuse({ code: 'foreign' });
  return ok({ offer: opened.value, listed });
}

/** Where an offer comes from: a reference leads to the host of its issuer (OpenID4VCI section 4.1.3). */
function originOf(link: string): string | undefined {
  const read = readOfferLink(link);
  if (!read) return undefined;
  return new URL(read.kind === 'value' ? read.offer.credential_issuer : read.uri).origin;
}

const issuerTools = (wallet: Wallet) => ({
  ...openHolder(wallet).tools,
  send: sendToIssuer(wallet.handset),
});

export async function receiveCard(
  wallet: Wallet,
  { offer, listed }: ReadOffer,
  txCode?: string,
): Promise<Result<unknown, ReceiveRefusal | ApiRefusal>> {
  const trust = listed ? ok(issuerChain(listed, crypto)) : await issuerTrust();
  if (!trust.ok) return trust;
  const { tools, store } = openHolder(wallet);
  const taken = await takeOffer(listed ? issuerTools(wallet) : tools, offer, {
    clientId: CLIENT_ID,
    verifyChain: trust.value,
    copies: COPIES,
    newKey: store.newKey,
    patience: NO_PATIENCE,
    isOwn: (received) => areOf(wallet, received),
    keep: listed ? store.replace : store.keep,
    ...(txCode !== undefined && { txCode }),
  });
  if (taken.ok && listed) await keepFaces(wallet.vault, offer, listed);
  return taken;
}

/** A wallet holds one person's IKD: another's would be shown in their name. */
async function areOf({ keeper }: Wallet, received: readonly KeyedCopy[]): Promise<boolean> {
  const own = readCard(keeper.credential.value?.sdJwtVc ?? '').nik;
  const suite = webSuite(crypto.subtle);
  for (const { copy } of received) {
    const { type, claims } = await queriedCopy(suite, copy);
    if (type === IKD_VCT && claims.nik !== own) return false;
    if (type === IKD_DOCTYPE && selectByPath(claims, [IKD_NAMESPACE, 'nik'])?.[0] !== own) return false;
  }
  return true;
}
