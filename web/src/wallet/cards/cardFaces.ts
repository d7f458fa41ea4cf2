import type { OpenedOffer } from '@jatidiri/core/holder/receive.ts';
import { CARD_GROUPS, type CardIssuer } from '@jatidiri/core/partner/cardIssuers.ts';
import { signal } from '@preact/signals';
import * as v from 'valibot';
import type { Vault } from '../vault/vault.ts';

const words = v.object({ id: v.string(), en: v.string() });

/** How a card of another institution is named: kept when it is taken, because its issuer may be out of reach later. */
const Face = v.object({
  issuer: v.string(),
  configurationId: v.string(),
  type: v.string(),
  institution: v.string(),
  group: v.picklist(CARD_GROUPS),
  name: words,
  claims: v.record(v.string(), words),
});
export type Face = v.InferOutput<typeof Face>;

/** Of the cards in this wallet, once somebody has looked. */
export const faces = signal<readonly Face[]>([]);

export async function loadFaces(vault: Vault): Promise<void> {
  const kept = v.safeParse(v.array(Face), await vault.get('cardFaces'));
  faces.value = kept.success ? kept.output : [];
}

/** Keeps how the cards of an offer are named. */
export async function keepFaces(vault: Vault, offer: OpenedOffer, listed: CardIssuer): Promise<void> {
  await loadFaces(vault);
  const fresh = [...offer.configurations].map(
    ([configurationId, { vct = '', credential_metadata: about }]) => ({
      issuer: listed.issuer,
      configurationId,
      type: vct,
      institution: listed.name,
      group: listed.group,
      name: inBoth(about?.display ?? [], configurationId),
      claims: Object.fromEntries(
        (about?.claims ?? []).map(({ path, display }) => [
          String(path.at(-1)),
          inBoth(display, String(path.at(-1))),
        ]),
      ),
    }),
  );
  const isRenewed = (face: Face) =>
    fresh.some((one) => one.issuer === face.issuer && one.configurationId === face.configurationId);
  const all = [...faces.value.filter((face) => !isRenewed(face)), ...fresh];
  if (await vault.put('cardFaces', all)) faces.value = all;
}

/** In both languages as the issuer has it; in the one that it has otherwise. */
function inBoth(
  display: readonly { readonly name: string; readonly locale?: string | undefined }[],
  otherwise: string,
): v.InferOutput<typeof words> {
  const first = display[0]?.name ?? otherwise;
  const named = (language: string) =>
    display.find(({ locale }) => locale?.split('-')[0] === language)?.name ?? first;
  return { id: named('id'), en: named('en') };
}
