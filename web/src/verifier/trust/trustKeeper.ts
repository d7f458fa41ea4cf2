import type { Suite } from '@jatidiri/core/kit/suite.ts';
import { type ReadonlySignal, signal } from '@preact/signals';
import type { ServerClock } from '../../shared/serverClock.ts';
import type { Store } from '../../shared/store.ts';
import { type KeptTrust, readKept, type TrustRefusalCode } from './model.ts';

/** Keeps what the verifier decides by, on this device. */
export interface TrustKeeper {
  /** Undefined until the first contact has prepared this device. */
  readonly kept: ReadonlySignal<KeptTrust | undefined>;
  /** Why the last renewal brought nothing. */
  readonly refusal: ReadonlySignal<TrustRefusalCode | undefined>;
  readonly busy: ReadonlySignal<boolean>;
  renew(): Promise<void>;
  /** A person has compared the fingerprints: from now on the roots that the server names are trusted. */
  acceptOfferedRoots(): Promise<void>;
}

interface TrustDeps {
  readonly store: Store<'trust'>;
  readonly suite: Suite;
  readonly clock: ServerClock;
}

const KEY = 'current';

export async function openTrustKeeper({ store, suite, clock }: TrustDeps): Promise<TrustKeeper> {
  const kept = signal(readKept(await store.get('trust', KEY)));
  const refusal = signal<TrustRefusalCode | undefined>(undefined);
  const busy = signal(false);

  async function renewFrom(known: KeptTrust | undefined): Promise<void> {
    if (busy.value) return;
    busy.value = true;
    try {
      await clock.learn();
      // Certificates are read only here: what checks a QR code needs none of that code.
      const { fetchTrust } = await import('./fetchTrust.ts');
      const fetched = await fetchTrust({ suite, now: clock.now }, known);
      refusal.value = fetched.ok ? undefined : fetched.refusal.code;
      if (!fetched.ok) return;
      await store.put('trust', KEY, fetched.value);
      kept.value = fetched.value;
    } catch {
      // The chunk could not be loaded, or the storage is full: what is kept stays in use.
      refusal.value = 'trust/unreachable';
    } finally {
      busy.value = false;
    }
  }

  return {
    kept,
    refusal,
    busy,
    renew: () => renewFrom(kept.value),
    async acceptOfferedRoots() {
      const known = kept.value;
      if (known) await renewFrom({ ...known, roots: [...known.roots, ...known.offeredRoots] });
    },
  };
}
