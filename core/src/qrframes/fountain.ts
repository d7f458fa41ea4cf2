/**
 * Which blocks the frame of an index holds, as bits of a number: one block below `count`, and from there on about
 * half of them, added up without carry. Any frame that is new helps whoever missed any other: nobody waits a whole
 * round for the one that blurred. On average 1.6 frames more than there are blocks are enough, whichever they are
 * (random linear fountain over GF(2)).
 */
export function blocksIn(index: number, count: number): bigint {
  if (index < count) return 1n << BigInt(index);
  let seed = Math.imul(index + 1, 0x9e3779b1) ^ count;
  let mask = 0n;
  for (let i = 0; i < count; i++) {
    seed = scramble(seed + 0x6d2b79f5);
    if (seed & 1) mask |= 1n << BigInt(i);
  }
  return mask || 1n << BigInt(index % count);
}

/** Mixes 32 bits thoroughly (the finalizer of MurmurHash3): a rule that both sides share, no secret. */
function scramble(value: number): number {
  let mixed = value ^ (value >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

/** Adds without carry (exclusive or), in place; adding the same twice takes it out again. */
export function addInto(sum: Uint8Array, block: Uint8Array): void {
  for (let i = 0; i < sum.length; i++) sum[i]! ^= block[i]!;
}
