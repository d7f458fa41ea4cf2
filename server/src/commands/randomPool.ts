import { randomBytes } from 'node:crypto';

/** Random bytes drawn in blocks: a name for each of four million residents costs four million draws otherwise. */
export function randomPool(blockSize = 1 << 14): (size: number) => Uint8Array {
  let block = randomBytes(blockSize);
  let used = 0;
  return (size) => {
    if (used + size > block.length) {
      block = randomBytes(Math.max(blockSize, size));
      used = 0;
    }
    used += size;
    return block.subarray(used - size, used);
  };
}
