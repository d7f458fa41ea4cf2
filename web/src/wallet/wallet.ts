import { ok, type Result } from '@jatidiri/core/kit/result.ts';
import { computed, type ReadonlySignal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { type Application, openApplication } from './application.ts';
import { KEY_RINGS } from './copies/keyRing.ts';
import { type CredentialKeeper, openCredentialKeeper } from './credential.ts';
import { type FieldHandover, openFieldHandover } from './field/handover.ts';
import { type Handset, type HandsetRefusal, openHandset } from './handset/handset.ts';
import { openRecovery, type Recovery } from './recovery/recovery.ts';
import { type Stage, stageOf } from './stage.ts';
import { lockWhenLeft } from './vault/autoLock.ts';
import { openVault, type Vault } from './vault/vault.ts';

/** Everything that the pages work with. */
export interface Wallet {
  readonly handset: Handset;
  readonly application: Application;
  readonly vault: Vault;
  readonly keeper: CredentialKeeper;
  readonly field: FieldHandover;
  readonly recovery: Recovery;
  readonly stage: ReadonlySignal<Stage>;
  /** Forgets PIN, credential and key, and begins a new application. */
  startAnew(): Promise<void>;
}

export async function openWallet(): Promise<Result<Wallet, HandsetRefusal>> {
  const opened = await openHandset();
  if (!opened.ok) return opened;
  const handset = opened.value;
  const vault = await openVault(handset.store);
  const application = await openApplication(handset);
  const keeper = openCredentialKeeper(handset, vault);
  const recovery = await openRecovery({ handset, application, vault });
  const field = await openFieldHandover({ handset, vault, application, keeper });
  const stage = computed(() =>
    stageOf({
      arriving: recovery.arrival.value !== undefined,
      begun: application.draft.value !== undefined,
      status: application.status.value,
      lost: application.lost.value,
      field: field.standing.value,
      hasPin: vault.hasPin.value,
      unlocked: vault.unlocked.value,
    }),
  );
  // Released here or at an office: what the PIN protected is of no more use to anybody.
  application.status.subscribe((status) => {
    if (status?.state === 'ended') void forget();
    if (status?.state === 'suspended') vault.lock();
  });
  lockWhenLeft(vault);
  void handset.clock.learn();
  async function forget(): Promise<void> {
    await field.forget();
    await vault.destroy();
    for (const ring of KEY_RINGS) await handset.store.delete('handset', ring);
  }
  async function startAnew(): Promise<void> {
    await forget();
    // An IKD that ended here leaves nothing behind: the next one is another handset to the server. Of a handset that is
    // shared, the owner's word is for this very key.
    const isShared = (await handset.store.get('handset', 'sharedBy')) !== undefined;
    if (application.status.value?.state === 'ended' && !isShared)
      await handset.store.delete('handset', 'key');
    await recovery.choose(undefined);
    await application.startAnew();
  }
  return ok({ handset, application, vault, keeper, field, recovery, stage, startAnew });
}

export const WalletContext = createContext<Wallet | undefined>(undefined);

export function useWallet(): Wallet {
  const wallet = useContext(WalletContext);
  if (!wallet) throw new Error('this page stands outside the wallet');
  return wallet;
}
