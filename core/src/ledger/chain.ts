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

/** A place where the stored chain and the recomputed one part: what kind of tampering it shows, and where. */
export type Break =
  | { readonly kind: 'removed'; readonly seq: number }
  | { readonly kind: 'inserted'; readonly seq: number; readonly id: string }
  | { readonly kind: 'altered'; readonly seq: number; readonly id: string };

/**
 * Follows the chain from `head` (the entry before the first of `entries`) and names every break. After an
 * altered entry the walk goes on from the stored hash, so that one alteration is reported once.
 */
export function findBreaks(
  head: { seq: number; hash: Uint8Array },
  entries: readonly ChainedEntry[],
  sha256: (data: Uint8Array) => Uint8Array,
): { breaks: Break[]; head: { seq: number; hash: Uint8Array } } {
  const breaks: Break[] = [];
  let { seq, hash } = head;
  for (const entry of entries) {
    for (let missing = seq + 1; missing < entry.seq; missing++)
      breaks.push({ kind: 'removed', seq: missing });
    const afterGap = entry.seq !== seq + 1;
    // Behind a gap the previous hash is unknown: the gap itself is the report.
    if (!afterGap && !equalBytes(sha256(chainInput(hash, entry.seq, entry)), entry.hash)) {
      breaks.push({ kind: 'altered', seq: entry.seq, id: entry.id });
    }
    ({ seq, hash } = entry);
  }
  return { breaks, head: { seq, hash } };
}
