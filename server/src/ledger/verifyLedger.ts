import { parseJws, verifyJws } from '@jatidiri/core/jose/jws.ts';
import { toBase64url } from '@jatidiri/core/kit/bytes.ts';
import type { PublicJwk, Suite } from '@jatidiri/core/kit/suite.ts';
import { type Break, findBreaks, WALK_START } from '@jatidiri/core/ledger/chain.ts';
import type { Sql } from '../platform/db/database.ts';
import { sha256 } from './sequence.ts';
import { chainAfter, readHead } from './store.ts';

const BATCH = 5_000;

export type Finding =
  | Break
  /** A signed head is not what the chain holds at that number: the tail was cut off, or the chain rewritten. */
  | { readonly kind: 'headMissing' | 'headDiffers'; readonly seq: number }
  | { readonly kind: 'headForged' };

export interface LedgerReport {
  readonly entries: number;
  readonly findings: readonly Finding[];
}

/**
 * Recomputes the whole chain and compares it with the signed heads: the database's own, and those kept outside it
 * (`anchors`, the data folder's file), which a database administrator alone cannot rewrite.
 */
export async function verifyLedger(
  sql: Sql,
  anchors: readonly string[],
  headKey: PublicJwk,
  suite: Suite,
  onProgress: (entries: number) => void = () => {},
): Promise<LedgerReport> {
  const findings: Finding[] = [];
  const stored = await readHead(sql);
  const heads = await readHeads([...(stored ? [stored.signed] : []), ...anchors], headKey, suite);
  if (heads.forged) findings.push({ kind: 'headForged' });

  const newestSigned = Math.max(0, ...heads.bySeq.keys());
  let walk = WALK_START;
  let entries = 0;
  for (;;) {
    const batch = await chainAfter(sql, walk.seq, BATCH);
    if (batch.length === 0) break;
    const result = findBreaks(walk, batch, sha256);
    findings.push(...result.breaks);
    for (const entry of batch) {
      const expected = heads.bySeq.get(entry.seq);
      if (expected && expected !== toBase64url(entry.hash))
        findings.push({ kind: 'headDiffers', seq: entry.seq });
      heads.bySeq.delete(entry.seq);
      // The sequencer signs every head it writes: what lies beyond the newest was not put there by it.
      if (entry.seq > newestSigned) findings.push({ kind: 'inserted', seq: entry.seq, id: entry.id });
    }
    walk = result.state;
    entries += batch.length;
    onProgress(entries);
  }
  for (const seq of heads.bySeq.keys()) {
    const alreadyNamed = findings.some((finding) => finding.kind === 'removed' && finding.seq === seq);
    if (!alreadyNamed) findings.push({ kind: 'headMissing', seq });
  }
  return { entries, findings };
}

async function readHeads(signed: readonly string[], key: PublicJwk, suite: Suite) {
  const bySeq = new Map<number, string>();
  let forged = false;
  for (const compact of new Set(signed)) {
    const jws = parseJws(compact);
    const genuine = jws?.header.typ === 'ledger-head+jwt' && (await verifyJws(suite, jws, key));
    if (genuine) bySeq.set(jws.payload.seq as number, jws.payload.hash as string);
    else forged = true;
  }
  return { bySeq, forged };
}
