import { type OpenedOffer, openOffer, takeOffer } from '@jatidiri/core/holder/receive.ts';
import type { ReceiveRefusal } from '@jatidiri/core/holder/receiveRefusals.ts';
import type { Result } from '@jatidiri/core/kit/result.ts';
import type { ApiRefusal } from '../../shared/api.ts';
import { openHolder } from '../copies/holder.ts';
import { CLIENT_ID, COPIES, NO_PATIENCE } from '../copies/renewCopies.ts';
import { issuerTrust } from '../copies/trust.ts';
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
    keep: store.keep,
    ...(txCode !== undefined && { txCode }),
  });
}
