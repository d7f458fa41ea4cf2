import { type ReadonlySignal, signal } from '@preact/signals';
import { recall, remember } from './remember.ts';
import { askSite } from './site.ts';

/** The server's time as this device knows it: its own clock may be off by hours. */
export interface ServerClock {
  now(): Date;
  /** Milliseconds by which this device's clock was behind at the last contact; 0 when it was right. */
  readonly offset: ReadonlySignal<number>;
  /** Asks the server. Without a network the last answer holds. */
  learn(): Promise<void>;
}

const KEY = 'clockOffset';

export function openServerClock(): ServerClock {
  const offset = signal(Number(recall(KEY) ?? 0) || 0);
  return {
    offset,
    now: () => new Date(Date.now() + offset.value),
    async learn() {
      const measured = await measureOffset();
      if (measured === undefined) return;
      offset.value = measured;
      remember(KEY, String(measured));
    },
  };
}

/** From the Date header (RFC 9110 section 6.6.1), taken for the middle of the exchange. */
async function measureOffset(): Promise<number | undefined> {
  const heard = await askSite();
  // The header is cut to whole seconds: on average half of one is missing.
  const serverTime = Date.parse(heard?.date ?? '') + 500;
  if (!heard || Number.isNaN(serverTime)) return undefined;
  const { sentAt, receivedAt } = heard;
  const offset = Math.round(serverTime - (sentAt + receivedAt) / 2);
  const uncertainty = (receivedAt - sentAt) / 2 + 1_000;
  return Math.abs(offset) <= uncertainty ? 0 : offset;
}
