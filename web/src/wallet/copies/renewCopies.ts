import { heldCredentials, unusedCopies } from '@jatidiri/core/holder/copies.ts';
import { type OpenedOffer, openOffer, takeOffer } from '@jatidiri/core/holder/receive.ts';
import { withdrawnAmong } from '@jatidiri/core/holder/withdrawn.ts';
import { OfferReply } from '@jatidiri/core/issuance/wire.ts';
import { IKD_CONFIGURATIONS } from '@jatidiri/core/openid4vci/configurations.ts';
import { webInflate } from '@jatidiri/core/statuslist/zlib.ts';
import * as v from 'valibot';
import { alone } from '../../shared/alone.ts';
import { site } from '../../shared/site.ts';
import { issuerTrust } from '../../shared/trust/issuerTrust.ts';
import type { Wallet } from '../wallet.ts';
import { type Holder, openHolder } from './holder.ts';
import { statusToken } from './statusToken.ts';

/**
 * How many copies of a format are taken at once, and below how many unseen ones new copies are fetched. A copy is some
 * ten kilobytes, most of it the portrait.
 */
export const COPIES = 5;
const FEWEST = 2;
export const CLIENT_ID = 'jatidiri-wallet';
/** A card that is deferred is fetched the next time. */
export const NO_PATIENCE = { wait: async () => {}, maxSeconds: 0 };

/** Fetches new copies of the IKD when few are left that no verifier has seen. What goes wrong is tried again next time. */
export function renewCopies(wallet: Wallet): Promise<void> {
  return alone('renew-copies', async () => {
    const holder = openHolder(wallet);
    if (wallet.vault.unlocked.value) await dropWithdrawn(holder);
    const lacking = wallet.vault.unlocked.value ? await lackingFormats(holder) : [];
    if (lacking.length === 0) return;
    const offered = await wallet.handset.call({
      method: 'POST',
      path: '/api/issuance/offer',
      parse: (body) => v.parse(OfferReply, body),
    });
    const trust = await issuerTrust();
    if (!offered.ok || !trust.ok) return;
    const opened = await openOffer(holder.tools, offered.value.offer);
    if (!opened.ok) return;
    await takeOffer(holder.tools, onlyOf(opened.value, lacking), {
      clientId: CLIENT_ID,
      verifyChain: trust.value,
      copies: COPIES,
      newKey: holder.store.newKey,
      patience: NO_PATIENCE,
      keep: holder.store.keep,
    });
  });
}

/** A record that was corrected makes earlier copies wrong: they go, so that none of them is shown. */
async function dropWithdrawn({ store }: Holder): Promise<void> {
  const own = (await store.copies()).filter(({ issuer }) => issuer === site.value?.origins.portal);
  const gone = await withdrawnAmong(own, statusToken, webInflate);
  if (gone.length > 0) await store.drop(new Set(gone.map(({ keyId }) => keyId)));
}

/** The configurations of which too few copies are unseen. */
async function lackingFormats({ tools, store }: Holder): Promise<readonly string[]> {
  const own = heldCredentials(await store.copies(), tools.now()).filter(
    ({ issuer }) => issuer === site.value?.origins.portal,
  );
  return IKD_CONFIGURATIONS.filter((id) => {
    const credential = own.find(({ configurationId }) => configurationId === id);
    return !credential || unusedCopies(credential) < FEWEST;
  });
}

const onlyOf = (opened: OpenedOffer, ids: readonly string[]): OpenedOffer => ({
  ...opened,
  configurations: new Map([...opened.configurations].filter(([id]) => ids.includes(id))),
});
