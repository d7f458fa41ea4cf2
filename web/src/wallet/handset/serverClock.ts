import { type ReadonlySignal, signal } from '@preact/signals';
import * as v from 'valibot';
import type { WalletStore } from './walletStore.ts';

/** The server's time as this handset knows it: a handset's own clock may be off by hours. */
export interface ServerClock {
  now(): Date;
  /** Milliseconds by which the handset's clock is behind; 0 when it is right as far as one can tell. */
  readonly offset: ReadonlySignal<number>;
  /** Asks the server. Without a network the last answer holds. */
  learn(): Promise<void>;
}

export async function openServerClock(store: WalletStore): Promise<ServerClock> {
  const kept = v.safeParse(v.number(), await store.get('handset', 'clockOffset'));
  const offset = signal(kept.success ? kept.output : 0);
  return {
    offset,
    now: () => new Date(Date.now() + offset.value),
    async learn() {
      const measured = await measureOffset();
      if (measured === undefined || measured === offset.value) return;
      offset.value = measured;
      await store.put('handset', 'clockOffset', measured);
    },
  };
}

/** From the Date header (RFC 9110 section 6.6.1), taken for the middle of the exchange. */
async function measureOffset(): Promise<number | undefined> {
  try {
    const sent = Date.now();
    const { headers } = await fetch('/api/site', { cache: 'no-store' });
    const received = Date.now();
    // The header is cut to whole seconds: on average half of one is missing.
    const serverTime = Date.parse(headers.get('date') ?? '') + 500;
    if (Number.isNaN(serverTime)) return undefined;
    const offset = Math.round(serverTime - (sent + received) / 2);
    const uncertainty = (received - sent) / 2 + 1000;
    return Math.abs(offset) <= uncertainty ? 0 : offset;
  } catch {
    return undefined;
  }
}
