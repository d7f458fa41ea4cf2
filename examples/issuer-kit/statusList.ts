import { randomInt } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { deflate } from 'node:zlib';
import { emptyStatusArray, STATUS, setStatus } from '@jatidiri/core/statuslist/statusList.ts';
import { createStatusListToken } from '@jatidiri/core/statuslist/token.ts';
import type { Authority } from './authority.ts';

const ENTRIES = 8_192;
const TTL_SECONDS = 300;
const GOOD_FOR_MS = 24 * 3_600_000;

interface Kept {
  readonly given: number[];
  readonly revoked: number[];
}

/** Which cards were withdrawn (Token Status List). Each card gets an entry at random, so that its place tells nothing. */
export function openStatusList(folder: string, uri: string, authority: Authority, now: () => Date) {
  const file = join(folder, 'status.json');
  const kept: Kept = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { given: [], revoked: [] };
  const save = () => writeFileSync(file, JSON.stringify(kept), { mode: 0o600 });
  return {
    uri,
    place(): number {
      if (kept.given.length >= ENTRIES / 2) throw new Error('the status list is full: begin another');
      let idx: number;
      do idx = randomInt(ENTRIES);
      while (kept.given.includes(idx));
      kept.given.push(idx);
      save();
      return idx;
    },
    revoke(idx: number): void {
      if (!kept.given.includes(idx) || kept.revoked.includes(idx)) return;
      kept.revoked.push(idx);
      save();
    },
    token(): Promise<string> {
      const array = emptyStatusArray(1, ENTRIES);
      for (const idx of kept.revoked) setStatus(array, idx, STATUS.invalid);
      const issuedAt = now();
      const compress = async (data: Uint8Array) =>
        new Uint8Array(await promisify(deflate)(data, { level: 9 }));
      return createStatusListToken(
        { sign: authority.sign, x5c: authority.x5c, deflate: compress },
        { uri, issuedAt, expiresAt: new Date(issuedAt.getTime() + GOOD_FOR_MS), ttlSeconds: TTL_SECONDS },
        array,
      );
    },
  };
}
export type StatusListKeeper = ReturnType<typeof openStatusList>;
