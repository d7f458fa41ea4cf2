import { CredentialReply } from '@jatidiri/core/issuance/wire.ts';
import { type ReadonlySignal, signal } from '@preact/signals';
import * as v from 'valibot';
import type { ApiRefusal } from '../shared/api.ts';
import { untilAnswered } from '../shared/untilAnswered.ts';
import type { Handset } from './handset/handset.ts';
import type { Vault } from './vault/vault.ts';

const RENEW_AFTER_MS = 24 * 3_600_000;

/** The credential while the vault is unlocked. It lies sealed on the handset and works for weeks without a network. */
export interface CredentialKeeper {
  readonly credential: ReadonlySignal<CredentialReply | undefined>;
  /** Why there is none yet, although the vault is open. */
  readonly refusal: ReadonlySignal<ApiRefusal | undefined>;
  /** Opens what is kept, and fetches when there is nothing, or it is older than a day, or was withdrawn. */
  load(): Promise<void>;
}

export function openCredentialKeeper({ call, clock }: Handset, vault: Vault): CredentialKeeper {
  const credential = signal<CredentialReply | undefined>(undefined);
  const refusal = signal<ApiRefusal | undefined>(undefined);
  vault.unlocked.subscribe((unlocked) => {
    if (!unlocked) credential.value = undefined;
  });

  function whileUnlocked(): AbortSignal {
    const left = new AbortController();
    const unwatch = vault.unlocked.subscribe((unlocked) => {
      if (!unlocked) left.abort();
    });
    left.signal.addEventListener('abort', () => unwatch());
    return left.signal;
  }

  async function fetchAnew(): Promise<void> {
    const ask = () =>
      call({ method: 'POST', path: '/api/issuance/credential', once: true, parse: parseReply });
    // Whoever has no card yet waits for it; a newer one can wait for a better line.
    const answer = credential.value ? await ask() : await untilAnswered(ask, whileUnlocked());
    refusal.value = answer.ok ? undefined : answer.refusal;
    if (!answer.ok) return;
    const kept = await vault.put('content', { receivedAt: clock.now().toISOString(), reply: answer.value });
    if (kept) credential.value = answer.value;
  }

  return {
    credential,
    refusal,
    async load() {
      refusal.value = undefined;
      const kept = v.safeParse(Kept, await vault.get('content'));
      if (!kept.success) return fetchAnew();
      if (vault.unlocked.value) credential.value = kept.output.reply;
      const age = clock.now().getTime() - Date.parse(kept.output.receivedAt);
      if (!navigator.onLine) return;
      if (age > RENEW_AFTER_MS || age < 0 || (await isWithdrawn(kept.output.reply))) await fetchAnew();
    },
  };
}

/** Reading the issuer's list takes much code, which is no part of the first load. What cannot be learnt is no reason to fetch. */
async function isWithdrawn({ sdJwtVc }: CredentialReply): Promise<boolean> {
  const asked = import('./copies/isWithdrawn.ts').then((list) => list.isWithdrawn(sdJwtVc));
  return asked.catch(() => false);
}

const parseReply = (body: unknown) => v.parse(CredentialReply, body);
const Kept = v.object({ receivedAt: v.string(), reply: CredentialReply });
