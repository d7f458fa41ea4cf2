import { randomPool } from './randomPool.ts';

/** Whoever makes names for new things: UUID version 7 (RFC 9562 section 5.7), sortable by time. */
export type NewId = () => string;

export function uuidV7Source(now: () => Date, random: (size: number) => Uint8Array = randomPool()): NewId {
  let lastMs = 0;
  let counter = 0;
  return () => {
    const ms = now().getTime();
    // Within one millisecond rand_a counts up (RFC 9562 section 6.2, method 1): later names sort later.
    counter = ms <= lastMs ? counter + 1 : random(1)[0]!;
    if (counter > 0xfff) {
      counter = 0;
      lastMs += 1;
    }
    lastMs = Math.max(lastMs, ms);
    const tail = random(8);
    tail[0] = (tail[0]! & 0x3f) | 0x80;
    const hex =
      lastMs.toString(16).padStart(12, '0') +
      (0x7000 | counter).toString(16) +
      Buffer.from(tail).toString('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  };
}
