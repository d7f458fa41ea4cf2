import { webSuite } from '@jatidiri/core/kit/webSuite.ts';
import { type CardIssuerList, verifyCardIssuers } from '@jatidiri/core/partner/cardIssuers.ts';
import { issuerTrust } from '../../shared/trust/issuerTrust.ts';
import type { Wallet } from '../wallet.ts';

/**
 * The institutions whose cards this wallet takes, as the ministry lists them: fetched and verified, or undefined when
 * that cannot be had now. Nothing is taken by an old list.
 */
export async function readCardIssuers({
  handset,
}: Pick<Wallet, 'handset'>): Promise<CardIssuerList | undefined> {
  const trust = await issuerTrust();
  const answer = await fetch('/api/partner/card-issuers.jwt', {
    cache: 'no-cache',
    signal: AbortSignal.timeout(20_000),
  }).catch(() => undefined);
  if (!trust.ok || !answer?.ok) return undefined;
  return verifyCardIssuers(await answer.text(), {
    verifyChain: trust.value,
    suite: webSuite(crypto.subtle),
    now: handset.clock.now(),
  });
}
