import { heldCredentials } from '@jatidiri/core/holder/copies.ts';
import { queriedCopy } from '@jatidiri/core/holder/heldClaims.ts';
import type { HeldCopy } from '@jatidiri/core/holder/model.ts';
import { withdrawnAmong } from '@jatidiri/core/holder/withdrawn.ts';
import { webInflate } from '@jatidiri/core/statuslist/zlib.ts';
import * as v from 'valibot';
import { formatDay } from '../../shared/format.ts';
import { lang } from '../../shared/i18n.ts';
import { openHolder } from '../copies/holder.ts';
import { sendToIssuer } from '../copies/send.ts';
import type { Wallet } from '../wallet.ts';
import { type Face, faces, loadFaces } from './cardFaces.ts';

/** A card as it is read here. */
export interface Shown {
  readonly face: Face;
  readonly keyIds: readonly string[];
  readonly expiresAt: Date | undefined;
  readonly lines: readonly (readonly [label: string, value: string])[];
  readonly withdrawn: boolean;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The cards of other institutions; `asksIssuers`: whether these are asked what they withdrew, else it is what they said last. */
export async function readCards(wallet: Wallet, asksIssuers: boolean): Promise<readonly Shown[]> {
  await loadFaces(wallet.vault);
  const { tools, store } = openHolder(wallet);
  const copies = await store.copies();
  const foreign = copies.filter((copy) => faces.value.some((face) => isOf(copy, face)));
  const gone = asksIssuers ? await askIssuers(wallet, foreign) : await knownWithdrawn(wallet);
  // Expired ones are shown as such until they are removed.
  const cards = heldCredentials(foreign, new Date(0));
  return Promise.all(
    cards.map(async ({ next, copies: own }) => {
      const face = faces.value.find((one) => isOf(next, one))!;
      const { claims } = await queriedCopy(tools.suite, next);
      return {
        face,
        keyIds: own.map(({ keyId }) => keyId),
        expiresAt: next.expiresAt,
        withdrawn: own.every(({ keyId }) => gone.includes(keyId)),
        lines: Object.entries(face.claims).flatMap(([claim, label]) => {
          const value = claims[claim];
          if (typeof value !== 'string') return [];
          return [[label[lang.value], DAY.test(value) ? formatDay(value) : value] as const];
        }),
      };
    }),
  );
}

/** By the names of their keys. Kept, because a card that was withdrawn stays so, also where nobody can be asked. */
async function askIssuers(wallet: Wallet, foreign: readonly HeldCopy[]): Promise<readonly string[]> {
  const send = sendToIssuer(wallet.handset);
  const statusToken = async (uri: string) =>
    (await send({ method: 'GET', url: uri, headers: {} }))?.body || undefined;
  const known = await knownWithdrawn(wallet);
  const told = await withdrawnAmong(foreign, statusToken, webInflate);
  const gone = foreign.filter((copy) => told.includes(copy) || known.includes(copy.keyId));
  const keyIds = gone.map(({ keyId }) => keyId);
  await wallet.vault.put('cardsWithdrawn', keyIds);
  return keyIds;
}

/** What issuers were heard to have withdrawn, when they were last asked. */
export async function knownWithdrawn({ vault }: Wallet): Promise<readonly string[]> {
  const kept = v.safeParse(v.array(v.string()), await vault.get('cardsWithdrawn'));
  return kept.success ? kept.output : [];
}

const isOf = (copy: { readonly issuer: string; readonly configurationId: string }, face: Face): boolean =>
  copy.issuer === face.issuer && copy.configurationId === face.configurationId;
