import type { Bytes } from '../kit/bytes.ts';
import type { Suite } from '../kit/suite.ts';
import { addInto, blocksIn } from './fountain.ts';
import { INDEX_END, MAX_BLOCKS, MAX_LENGTH, TRANSFER_BYTES, writeFrame } from './frame.ts';

/** What a screen shows, one QR text after another, for as long as somebody looks. */
export interface Frames {
  /** With one, the picture need not move. */
  readonly count: number;
  /** The text for the n-th picture, from 0 without end; no two of the first 65,536 are the same when `count` is above 1. */
  text(n: number): string;
}

/** How much one QR code carries, in bytes. */
export interface FrameSizes {
  readonly atRest: number;
  readonly moving: number;
}

/**
 * At rest: version 25, 117 modules wide, like the fullest identity QR. Moving: version 16 at most, 81 modules wide,
 * which a plain camera reads at once.
 */
const SIZES: FrameSizes = { atRest: 1200, moving: 550 };

/** @throws RangeError for nothing, or for more than `MAX_LENGTH` bytes */
export async function splitIntoFrames(
  data: Bytes,
  { sha256 }: Pick<Suite, 'sha256'>,
  { atRest, moving } = SIZES,
): Promise<Frames> {
  const { length } = data;
  const count = length <= atRest ? 1 : Math.ceil(length / moving);
  if (length === 0 || length > MAX_LENGTH || count > MAX_BLOCKS)
    throw new RangeError('frames carry 1 to 32768 bytes');
  const transfer = (await sha256(data)).slice(0, TRANSFER_BYTES);
  const size = Math.ceil(length / count);
  const blocks = Array.from({ length: count }, (_, i) =>
    paddedTo(size, data.subarray(i * size, (i + 1) * size)),
  );
  return {
    count,
    text(n) {
      const index = count === 1 ? 0 : n % INDEX_END;
      const block = new Uint8Array(size);
      const mask = blocksIn(index, count);
      for (const [i, part] of blocks.entries()) if (mask & (1n << BigInt(i))) addInto(block, part);
      return writeFrame({ transfer, length, index, block });
    },
  };
}

function paddedTo(size: number, part: Uint8Array): Bytes {
  const padded = new Uint8Array(size);
  padded.set(part);
  return padded;
}
