/** Reproducible randomness: every draw is made of 32-bit integers and one exact division, so that all engines agree. */
export interface Random {
  /** A whole number from 0 to `bound` - 1, where `bound` is at most 2^32. */
  below(bound: number): number;
  /** True with probability `share` (0 to 1). */
  chance(share: number): boolean;
  pick<T>(table: readonly T[]): T;
}

const TWO_32 = 4_294_967_296;

/** splitmix32: turns a small number into well mixed words, here the state of the generator below. */
function splitmix32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let word = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    word = Math.imul(word ^ (word >>> 15), 0x735a2d97);
    return word ^ (word >>> 15);
  };
}

/**
 * xoshiro128** 1.1 (Blackman and Vigna 2021, "Scrambled linear pseudorandom number generators"). `stream`
 * gives every kelurahan its own sequence: what is drawn in one does not move what is drawn in the next.
 */
export function randomFrom(seed: number, stream: number): Random {
  const word = splitmix32(seed ^ Math.imul(Math.floor(seed / TWO_32), 0x85ebca6b));
  const mixed = splitmix32(word() ^ Math.imul(stream, 0xc2b2ae35));
  let a = mixed();
  let b = mixed();
  let c = mixed();
  let d = mixed() | 1; // the all-zero state would stay zero

  function next(): number {
    const scrambled = Math.imul(b, 5);
    const result = Math.imul((scrambled << 7) | (scrambled >>> 25), 9);
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    return result >>> 0;
  }

  const below = (bound: number) => Math.floor((next() / TWO_32) * bound);
  return {
    below,
    chance: (share) => next() < share * TWO_32,
    pick: <T>(table: readonly T[]) => table[below(table.length)]!,
  };
}

/** A table for `pick` in which every value stands as often as its weight says. */
export function weighted<T>(entries: ReadonlyArray<readonly [value: T, weight: number]>): readonly T[] {
  return entries.flatMap(([value, weight]) => new Array<T>(weight).fill(value));
}

/** 32 bits that depend on every character of a text (FNV-1a, then mixed). */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return splitmix32(hash)() >>> 0;
}
