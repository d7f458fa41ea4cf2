import { randomInt } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { deflate } from 'node:zlib';
import { emptyStatusArray, STATUS, setStatus } from '@jatidiri/core/statuslist/statusList.ts';
import { createStatusListToken } from '@jatidiri/core/statuslist/token.ts';
import type { Authority } from './authority.ts';

const ENTRIES = 8_192;
const TTL_SECONDS = 300;
const GOOD_FOR_MS = 24 * 3_600_000;

interface Given {
  readonly idx: number;
  /** The institution's own number of the card. */
  readonly number: string;
  readonly withdrawn: boolean;
}

/** Which cards were withdrawn (Token Status List). Each card gets an entry at random, so that its place tells nothing. */
export function openStatusList(folder: string, uri: string, authority: Authority, now: () => Date) {
  return {
    uri,
    place(number: string): number {
      const given = readGiven(folder);
      if (given.length >= ENTRIES / 2) throw new Error('the status list is full: begin another');
      let idx: number;
      do idx = randomInt(ENTRIES);
      while (given.some((one) => one.idx === idx));
      writeGiven(folder, [...given, { idx, number, withdrawn: false }]);
      return idx;
    },
    token(): Promise<string> {
      const array = emptyStatusArray(1, ENTRIES);
      for (const { idx, withdrawn } of readGiven(folder))
        if (withdrawn) setStatus(array, idx, STATUS.invalid);
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

/** Withdraws every card of this number, also while the issuer runs: it reads the file for each token. Answers how many. */
export function withdrawCards(folder: string, number: string): number {
  const given = readGiven(folder);
  const meant = given.filter((one) => one.number === number && !one.withdrawn);
  if (meant.length > 0)
    writeGiven(
      folder,
      given.map((one) => (meant.includes(one) ? { ...one, withdrawn: true } : one)),
    );
  return meant.length;
}

const fileIn = (folder: string): string => join(folder, 'cards-given.json');

function readGiven(folder: string): readonly Given[] {
  const file = fileIn(folder);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
}

/** Whole or not at all: a crash in the middle must not lose who was given what. */
function writeGiven(folder: string, given: readonly Given[]): void {
  const file = fileIn(folder);
  writeFileSync(`${file}.new`, JSON.stringify(given), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
