import type { HandedCards } from '@jatidiri/core/field/cardHandover.ts';
import { toBase64url } from '@jatidiri/core/kit/bytes.ts';
import { type ReadonlySignal, signal } from '@preact/signals';
import * as v from 'valibot';
import { newUuid } from '../../shared/newUuid.ts';
import type { Application } from '../application.ts';
import type { CredentialKeeper } from '../credential.ts';
import type { Handset } from '../handset/handset.ts';
import type { Vault } from '../vault/vault.ts';
import { keptProvisional, type ProvisionalCard } from './provisionalCard.ts';

/** Where an application stands that was handed to an officer without a network. */
export type FieldStanding = v.InferOutput<typeof Standing>;
const Standing = v.variant('state', [
  /** Chosen, and shown to the officer: the entries are still the form's. */
  v.object({ state: v.literal('handing'), id: v.string() }),
  /** The officer's answer is here, sealed; the server has not spoken yet. */
  v.object({ state: v.literal('provisional') }),
  v.object({ state: v.literal('refused'), because: v.string() }),
]);

export interface FieldHandover {
  readonly standing: ReadonlySignal<FieldStanding | undefined>;
  /** The provisional card while the vault is unlocked. */
  readonly card: ReadonlySignal<ProvisionalCard | undefined>;
  begin(): Promise<void>;
  /** Back to the application over the network. */
  giveUp(): Promise<void>;
  /** Seals what the officer's kit made. False when the PIN has locked in between. */
  keep(cards: HandedCards): Promise<boolean>;
  load(): Promise<void>;
  /**
   * Asks the server what became of it, by this handset's key: fetches the full credential in place of the provisional
   * card, or drops that and knows why.
   */
  ask(): Promise<void>;
  /** Whether the server has an identity of it by now: asked where the PIN was forgotten. */
  hasCome(): Promise<boolean>;
  forget(): Promise<void>;
}

interface HandoverDeps {
  readonly handset: Pick<Handset, 'store' | 'call'>;
  readonly vault: Vault;
  readonly application: Application;
  readonly keeper: CredentialKeeper;
}

export async function openFieldHandover(deps: HandoverDeps): Promise<FieldHandover> {
  const { handset, vault, application, keeper } = deps;
  const { store, call } = handset;
  const standing = signal(keptStanding(await store.get('application', 'field')));
  const card = signal<ProvisionalCard | undefined>(undefined);
  vault.unlocked.subscribe((unlocked) => {
    if (!unlocked) card.value = undefined;
  });

  async function stand(next: FieldStanding | undefined): Promise<void> {
    await (next ? store.put('application', 'field', next) : store.delete('application', 'field'));
    standing.value = next;
  }
  async function dropCard(): Promise<void> {
    card.value = undefined;
    await vault.drop('provisional');
  }
  async function askServer() {
    // The words for every outcome come along: no part of the first load.
    const { parseHandover } = await import('./parseHandover.ts');
    return call({ method: 'GET', path: '/api/field/handover', parse: parseHandover });
  }
  async function refused(because: string): Promise<void> {
    await stand({ state: 'refused', because });
    await dropCard();
  }
  /** The full credential is fetched before the provisional card goes: in between there would be none. */
  async function replace(activation: string): Promise<void> {
    await keeper.load();
    if (!keeper.credential.value) return;
    await application.track(activation);
    await stand(undefined);
    await dropCard();
  }

  return {
    standing,
    card,
    begin: () => stand({ state: 'handing', id: newUuid() }),
    giveUp: () => stand(undefined),
    async keep({ cwts, shown, session, expiresAt }) {
      const kept: ProvisionalCard = {
        identityQr: {
          nameAndPhoto: toBase64url(cwts.nameAndPhoto),
          ...(cwts.over17 && { over17: toBase64url(cwts.over17) }),
        },
        name: shown.name.reveal(),
        portrait: toBase64url(shown.portrait.reveal()),
        officer: session.officer,
        office: session.office,
        place: session.place,
        expiresAt: expiresAt.toISOString(),
      };
      if (!(await vault.put('provisional', kept))) return false;
      card.value = kept;
      await stand({ state: 'provisional' });
      // The kit has them now, and the card is sealed: nothing of the form need lie here in clear.
      await application.dropEntries();
      return true;
    },
    async load() {
      const kept = keptProvisional(await vault.get('provisional'));
      if (vault.unlocked.value) card.value = kept;
    },
    async ask() {
      if (!standing.value || standing.value.state === 'refused') return;
      const answer = await askServer();
      if (!answer.ok || answer.value.state === 'waiting') return;
      if (answer.value.state === 'accepted') return replace(answer.value.activation);
      await refused(answer.value.because);
    },
    async hasCome() {
      const answer = await askServer();
      if (!answer.ok) return false;
      if (answer.value.state === 'refused') await refused(answer.value.because);
      return answer.value.state === 'accepted';
    },
    async forget() {
      await stand(undefined);
      await dropCard();
    },
  };
}

function keptStanding(value: unknown): FieldStanding | undefined {
  const kept = v.safeParse(Standing, value);
  return kept.success ? kept.output : undefined;
}
