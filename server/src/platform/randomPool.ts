import { randomBytes } from 'node:crypto';

/** Random bytes drawn in blocks: a name for each of four million residents, or the salts of a credential, would cost a draw each. */
export function randomPool(blockSize = 1 << 14): (size: number) => Buffer<ArrayBuffer> {
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
