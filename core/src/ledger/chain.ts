import { type Bytes, concat, equalBytes, utf8 } from '../kit/bytes.ts';
import type { ChainedEntry, Entry, Json } from './model.ts';

/** What the first entry continues: 32 zero bytes. */
export const GENESIS: Bytes = new Uint8Array(32);

/** JSON with sorted member names and no white space (the part of RFC 8785 that `Json` needs). */
export function canonicalJson(value: Json): string {
  if (value === null || typeof value !== 'object') {
    if (typeof value === 'number' && !Number.isSafeInteger(value)) throw new TypeError('not a safe integer');
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const members = Object.entries(value as { [name: string]: Json })
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`).join(',')}}`;
}

/** hash(n) = SHA-256( hash(n−1) ‖ canonical JSON of entry n with its number ). */
export function chainInput(previous: Uint8Array, seq: number, entry: Entry): Bytes {
  const { id, at, kind, subject, actor, details } = entry;
  const text = canonicalJson({ seq, id, at: at.toISOString(), kind, subject, actor: { ...actor }, details });
  return concat(previous, utf8(text));
}

/**
 * A place where the stored chain and the recomputed one part: what kind of tampering it shows, and where.
 * `altered` names the entry that does not follow; if somebody recomputed its hash too, it is the entry after it.
 */
export type Break =
  | { readonly kind: 'removed'; readonly seq: number }
  | { readonly kind: 'inserted'; readonly seq: number; readonly id: string }
  | { readonly kind: 'altered'; readonly seq: number; readonly id: string };

/** Where a walk along the chain stands; `before` is the hash one entry further back. */
export interface WalkState {
  readonly seq: number;
  readonly hash: Uint8Array;
  readonly before: Uint8Array;
  readonly lastId: string;
  /** Stored number minus original number: an insertion or removal with renumbering moves everything after it. */
  readonly shift: number;
}

export const WALK_START: WalkState = { seq: 0, hash: GENESIS, before: GENESIS, lastId: '', shift: 0 };

/** Follows the chain over one batch and names every break once; afterwards the walk goes on from what is stored. */
export function findBreaks(
  start: WalkState,
  entries: readonly ChainedEntry[],
  sha256: (data: Uint8Array) => Uint8Array,
): { breaks: Break[]; state: WalkState } {
  const breaks: Break[] = [];
  let { seq, hash, before, lastId, shift } = start;
  const follows = (previous: Uint8Array, number: number, entry: ChainedEntry) =>
    equalBytes(sha256(chainInput(previous, number, entry)), entry.hash);

  for (const entry of entries) {
    for (let missing = seq + 1; missing < entry.seq; missing++)
      breaks.push({ kind: 'removed', seq: missing });
    const number = entry.seq - shift;
    const behindGap = entry.seq !== seq + 1; // the previous hash is unknown: the gap itself is the report
    if (!behindGap && !follows(hash, number, entry)) {
      const last = breaks.at(-1);
      if (follows(before, number - 1, entry)) {
        breaks.push({ kind: 'inserted', seq, id: lastId });
        shift += 1;
      } else if (last?.kind === 'altered' && last.seq === seq && follows(hash, number + 1, entry)) {
        // The entry before did not follow because its own predecessor is gone and the rest was renumbered.
        breaks[breaks.length - 1] = { kind: 'removed', seq };
        shift -= 1;
      } else {
        breaks.push({ kind: 'altered', seq: entry.seq, id: entry.id });
      }
    }
    before = hash;
    ({ seq, hash, id: lastId } = entry);
  }
  return { breaks, state: { seq, hash, before, lastId, shift } };
}
