import { type Bytes, concat, equalBytes, toHex } from '../kit/bytes.ts';
import type { Suite } from '../kit/suite.ts';
import { addInto, blocksIn } from './fountain.ts';
import { blockCount, type Frame, isFrame, readFrame, TRANSFER_BYTES } from './frame.ts';

/** Why a code that the camera saw helps nothing. */
export type IgnoredBecause =
  /** Some other QR code: not one of our frames. */
  | 'foreign'
  /** One of our frames by its beginning, but not as it was written; or a whole that did not add up. */
  | 'damaged'
  /** Nothing that is not known already. */
  | 'repeated';

export type Joined =
  | { readonly kind: 'ignored'; readonly because: IgnoredBecause }
  | { readonly kind: 'part'; readonly have: number; readonly of: number }
  | { readonly kind: 'whole'; readonly data: Bytes };

/** Takes what a camera reads, in any order and as often as it likes. */
export type JoinFrames = (text: string) => Promise<Joined>;

/** Two telephones in one picture do not disturb each other; more at once than this are a wall of screens. */
const MAX_TRANSFERS = 4;

/** Begins to collect. Every transfer is kept apart by its name; when one is whole, all are forgotten. */
export function frameJoiner({ sha256 }: Pick<Suite, 'sha256'>): JoinFrames {
  const transfers = new Map<string, Collected>();

  function transferOf(frame: Frame): Collected {
    // Frames of other blocks under the same name would not add up with these.
    const name = `${toHex(frame.transfer)} ${frame.length} ${frame.block.length}`;
    const known = transfers.get(name);
    if (known) return known;
    if (transfers.size >= MAX_TRANSFERS) transfers.delete(transfers.keys().next().value!);
    const begun: Collected = { name, count: blockCount(frame), rows: [] };
    transfers.set(name, begun);
    return begun;
  }

  return async (text) => {
    if (!isFrame(text)) return { kind: 'ignored', because: 'foreign' };
    const frame = readFrame(text);
    if (!frame) return { kind: 'ignored', because: 'damaged' };
    const collected = transferOf(frame);
    if (!takeRow(collected, frame)) return { kind: 'ignored', because: 'repeated' };
    const { name, count, rows } = collected;
    if (rows.length < count) return { kind: 'part', have: rows.length, of: count };
    transfers.delete(name);
    const data = wholeOf(rows, frame.length);
    const digest = await sha256(data);
    if (!equalBytes(digest.subarray(0, TRANSFER_BYTES), frame.transfer))
      return { kind: 'ignored', because: 'damaged' };
    transfers.clear();
    return { kind: 'whole', data };
  };
}

interface Collected {
  readonly name: string;
  readonly count: number;
  /** Equations in reduced form: each has its leading block alone. As many as there are blocks: each is one block. */
  readonly rows: Row[];
}

interface Row {
  /** Which blocks add up to `sum`, as bits. */
  mask: bigint;
  readonly sum: Bytes;
  readonly lead: bigint;
}

/** One step of Gaussian elimination over GF(2); false when the frame says nothing new. */
function takeRow({ rows, count }: Collected, { index, block }: Frame): boolean {
  let mask = blocksIn(index, count);
  const sum = block.slice();
  for (const row of rows) {
    if ((mask & row.lead) === 0n) continue;
    mask ^= row.mask;
    addInto(sum, row.sum);
  }
  if (mask === 0n) return false;
  const lead = mask & -mask;
  for (const row of rows) {
    if ((row.mask & lead) === 0n) continue;
    row.mask ^= mask;
    addInto(row.sum, sum);
  }
  rows.push({ mask, sum, lead });
  return true;
}

function wholeOf(rows: readonly Row[], length: number): Bytes {
  const inOrder = [...rows].sort((a, b) => (a.lead < b.lead ? -1 : 1));
  return concat(...inOrder.map(({ sum }) => sum)).slice(0, length);
}
