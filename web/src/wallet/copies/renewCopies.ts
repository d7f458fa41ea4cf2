import { heldCredentials, unusedCopies } from '@jatidiri/core/holder/copies.ts';
import { type OpenedOffer, openOffer, takeOffer } from '@jatidiri/core/holder/receive.ts';
import { withdrawnAmong } from '@jatidiri/core/holder/withdrawn.ts';
import { OfferReply } from '@jatidiri/core/issuance/wire.ts';
import { FAMILY_CONFIGURATIONS, IKD_CONFIGURATIONS } from '@jatidiri/core/openid4vci/configurations.ts';
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
    const opened = await openOwnOffer(wallet, '/api/issuance/offer');
    if (!opened) return;
    await takeOffer(holder.tools, onlyOf(opened.offer, lacking), {
      ...opened.taking,
      copies: COPIES,
      newKey: holder.store.newKey,
      keep: holder.store.keep,
    });
  });
}

/**
 * One fresh copy of the family card and of each child's KIA in place of those that are held: fetched when a verifier asks
 * for them, so that none is shown twice, and whoever has no children fetches nothing.
 */
export function renewFamilyCopies(wallet: Wallet): Promise<void> {
  return alone('renew-family-copies', async () => {
    const { tools, store } = openHolder(wallet);
    const opened = await openOwnOffer(wallet, '/api/issuance/family/offer');
    if (!opened) return;
    await takeOffer(tools, opened.offer, {
      ...opened.taking,
      copies: 1,
      newKey: store.newKey,
      async keep(received) {
        const { credential_issuer: issuer } = opened.offer.metadata;
        const held = (await store.copies()).filter(
          (copy) => copy.issuer === issuer && FAMILY.includes(copy.configurationId),
        );
        await store.keep(received);
        await store.drop(new Set(held.map(({ keyId }) => keyId)));
      },
    });
  });
}

const FAMILY: readonly string[] = FAMILY_CONFIGURATIONS;

/** An offer that our own server makes to this handset, and what it takes to believe it. */
async function openOwnOffer(wallet: Wallet, path: '/api/issuance/offer' | '/api/issuance/family/offer') {
  const parse = (body: unknown) => v.parse(OfferReply, body);
  const offered = await wallet.handset.call({ method: 'POST', path, parse });
  const trust = await issuerTrust();
  if (!offered.ok || !trust.ok) return undefined;
  const opened = await openOffer(openHolder(wallet).tools, offered.value.offer);
  if (!opened.ok) return undefined;
  const taking = { clientId: CLIENT_ID, verifyChain: trust.value, patience: NO_PATIENCE };
  return { offer: opened.value, taking };
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
