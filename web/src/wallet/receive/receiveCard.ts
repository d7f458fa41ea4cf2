import { selectByPath } from '@jatidiri/core/dcql/claimsPath.ts';
import type { KeyedCopy } from '@jatidiri/core/holder/acceptCredential.ts';
import { queriedCopy } from '@jatidiri/core/holder/heldClaims.ts';
import { type OpenedOffer, openOffer, takeOffer } from '@jatidiri/core/holder/receive.ts';
import type { ReceiveRefusal } from '@jatidiri/core/holder/receiveRefusals.ts';
import { IKD_DOCTYPE, IKD_NAMESPACE, IKD_VCT } from '@jatidiri/core/issuance/model.ts';
import type { Result } from '@jatidiri/core/kit/result.ts';
import { webSuite } from '@jatidiri/core/kit/webSuite.ts';
import type { ApiRefusal } from '../../shared/api.ts';
import { issuerTrust } from '../../shared/trust/issuerTrust.ts';
import { readCard } from '../card/readCard.ts';
import { openHolder } from '../copies/holder.ts';
import { CLIENT_ID, COPIES, NO_PATIENCE } from '../copies/renewCopies.ts';
import type { Wallet } from '../wallet.ts';

export const readCardOffer = (wallet: Wallet, link: string): Promise<Result<OpenedOffer, ReceiveRefusal>> =>
  openOffer(openHolder(wallet).tools, link);

export async function receiveCard(
  wallet: Wallet,
  offer: OpenedOffer,
  txCode?: string,
): Promise<Result<unknown, ReceiveRefusal | ApiRefusal>> {
  const trust = await issuerTrust();
  if (!trust.ok) return trust;
  const { tools, store } = openHolder(wallet);
  return takeOffer(tools, offer, {
    clientId: CLIENT_ID,
    verifyChain: trust.value,
    copies: COPIES,
    newKey: store.newKey,
    patience: NO_PATIENCE,
    isOwn: (received) => areOf(wallet, received),
    keep: store.keep,
    ...(txCode !== undefined && { txCode }),
  });
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
