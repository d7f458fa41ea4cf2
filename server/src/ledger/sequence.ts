import { createHash } from 'node:crypto';
import { signJws } from '@jatidiri/core/jose/jws.ts';
import { toBase64url } from '@jatidiri/core/kit/bytes.ts';
import type { SignEs256 } from '@jatidiri/core/kit/suite.ts';
import { chainInput, GENESIS } from '@jatidiri/core/ledger/chain.ts';
import type { ChainedEntry } from '@jatidiri/core/ledger/model.ts';
import type { Database } from '../platform/db/database.ts';
import { insertChained, readHead, takePending, trySequencerLock, writeHead } from './store.ts';

const BATCH = 1_000;

export const sha256 = (data: Uint8Array): Buffer => createHash('sha256').update(data).digest();

export interface SequencerDeps {
  readonly database: Database;
  readonly now: () => Date;
  /** Signs each new head, so that a chain whose tail was cut off betrays itself. */
  readonly signHead: SignEs256;
  /** Told of each signed head, to keep it where the database's owner does not reach. */
  readonly anchor: (signedHead: string) => void;
}

/** Joins what writers left to the chain, one batch; returns how many entries (0: nothing to do, or another process does it). */
export async function sequence({ database, now, signHead, anchor }: SequencerDeps): Promise<number> {
  const done = await database.write(async (sql) => {
    if (!(await trySequencerLock(sql))) return undefined;
    const pending = await takePending(sql, BATCH);
    if (pending.length === 0) return undefined;

    let { seq, hash }: { seq: number; hash: Uint8Array } = (await readHead(sql)) ?? { seq: 0, hash: GENESIS };
    const chained = pending.map((entry): ChainedEntry => {
      seq += 1;
      hash = sha256(chainInput(hash, seq, entry));
      return { ...entry, seq, hash };
    });

    const signed = await signedHead(signHead, seq, hash, now());
    await insertChained(sql, chained);
    await writeHead(sql, seq, hash, signed);
    return { count: chained.length, signed };
  });
  if (!done) return 0;
  anchor(done.signed);
  return done.count;
}

/** Until nothing is left: for tests, commands and an orderly stop. */
export async function sequenceAll(deps: SequencerDeps): Promise<void> {
  while ((await sequence(deps)) > 0);
}

function signedHead(sign: SignEs256, seq: number, hash: Uint8Array, at: Date): Promise<string> {
  return signJws(
    sign,
    { typ: 'ledger-head+jwt' },
    { seq, hash: toBase64url(hash), iat: Math.floor(at.getTime() / 1000) },
  );
}
