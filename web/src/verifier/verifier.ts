import { ok, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import { webSuite } from '@jatidiri/core/kit/webSuite.ts';
import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { openServerClock, type ServerClock } from '../shared/serverClock.ts';
import { askToKeepStorage, openStore, type StoreRefusal } from '../shared/store.ts';
import { type Checked, checkQr } from './check/checkQr.ts';
import { countCheck, type Tally, tallyOn } from './check/tally.ts';
import { openSettings, type Settings } from './settings/settings.ts';
import { keepFresh } from './trust/keepFresh.ts';
import { openTrustKeeper, type TrustKeeper } from './trust/trustKeeper.ts';

/** Everything that the pages work with. */
export interface Verifier {
  readonly trust: TrustKeeper;
  readonly clock: ServerClock;
  readonly settings: Settings;
  /** The last result, in memory alone: nothing about a checked person is ever stored. */
  readonly checked: Signal<Checked | undefined>;
  readonly tally: ReadonlySignal<Tally>;
  /** Checks what a QR code says, without any network. Does nothing before the verifier is prepared. */
  check(text: string): Promise<void>;
}

/** `insecure`: the page came over plain http, where browsers have no cryptography. */
export type VerifierRefusal = StoreRefusal | { readonly code: 'verifier/insecure' };

export async function openVerifier(): Promise<Result<Verifier, VerifierRefusal>> {
  if (!globalThis.crypto?.subtle) return refuse({ code: 'verifier/insecure' });
  const opened = await openStore({ database: 'verifier', version: 1, stores: ['trust'] });
  if (!opened.ok) return opened;
  void askToKeepStorage();

  const suite = webSuite(crypto.subtle);
  const clock = openServerClock();
  const settings = openSettings();
  const trust = await openTrustKeeper({ store: opened.value, suite, clock });
  keepFresh(trust, clock);
  const checked = signal<Checked | undefined>(undefined);
  const tally = signal(tallyOn(clock.now()));

  return ok({
    trust,
    clock,
    settings,
    checked,
    tally,
    async check(text) {
      const kept = trust.kept.value;
      if (!kept) return;
      const now = clock.now();
      checked.value = await checkQr(
        text,
        kept,
        {
          now,
          maxListAgeDays: settings.maxListAgeDays.value,
          acceptProvisional: settings.provisional.value === 'accept',
        },
        suite,
      );
      tally.value = countCheck(now);
    },
  });
}

export const VerifierContext = createContext<Verifier | undefined>(undefined);

export function useVerifier(): Verifier {
  const verifier = useContext(VerifierContext);
  if (!verifier) throw new Error('no verifier above this component');
  return verifier;
}
