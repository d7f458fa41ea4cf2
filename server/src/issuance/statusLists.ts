import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { constants, deflate } from 'node:zlib';
import { statusListUri } from '@jatidiri/core/issuance/wire.ts';
import { emptyStatusArray, setStatus } from '@jatidiri/core/statuslist/statusList.ts';
import { createStatusListToken } from '@jatidiri/core/statuslist/token.ts';
import type { Database } from '../platform/db/database.ts';
import type { Issuer } from './issuer.ts';
import { LIST_ENTRIES, notValidIn, revisionOf } from './statusStore.ts';

export interface StatusListDeps {
  readonly database: Database;
  readonly now: () => Date;
  readonly currentIssuer: () => Promise<Issuer>;
}

/** Valid, revoked, suspended. */
const BITS = 2;
/** A copy older than this should be fetched anew: so a revocation is everywhere online within two of these. */
export const TTL_SECONDS = 60;
/** After this a copy proves nothing. Counters decide for themselves how old they accept one (web/src/verifier). */
const VALID_MS = 30 * 86_400_000;

export interface PublishedList {
  readonly token: string;
  readonly etag: string;
}

interface Kept {
  readonly revision: number;
  readonly signer: string;
  readonly signedAt: number;
  readonly published: Promise<PublishedList>;
}

/**
 * The Status List Tokens by their numbers, from memory. One is made anew when the list has changed, when another
 * issuer signs, or when its `iat` is older than its `ttl`: verifiers measure the age of what they hold by it.
 */
export function statusLists(deps: StatusListDeps): (list: number) => Promise<PublishedList | undefined> {
  const kept = new Map<number, Kept>();

  return async (list) => {
    const revision = await revisionOf(deps.database.read, list);
    if (revision === undefined) return undefined;
    const issuer = await deps.currentIssuer();
    const now = deps.now().getTime();
    const known = kept.get(list);
    const isGood =
      known?.revision === revision &&
      known.signer === issuer.keyName &&
      Math.abs(now - known.signedAt) < TTL_SECONDS * 1000;
    if (isGood) return known.published;

    const published = publish(deps, issuer, list);
    kept.set(list, { revision, signer: issuer.keyName, signedAt: now, published });
    // A database that went away in between must not be remembered as the answer.
    published.catch(() => kept.delete(list));
    return published;
  };
}

async function publish(
  { database, now }: StatusListDeps,
  issuer: Issuer,
  list: number,
): Promise<PublishedList> {
  const array = emptyStatusArray(BITS, LIST_ENTRIES);
  for (const { idx, status } of await notValidIn(database.read, list)) setStatus(array, idx, status);
  const issuedAt = now();
  const token = await createStatusListToken(
    { sign: issuer.sign, x5c: issuer.x5c, deflate: smallest },
    {
      uri: statusListUri(issuer.uri, list),
      issuedAt,
      expiresAt: new Date(issuedAt.getTime() + VALID_MS),
      ttlSeconds: TTL_SECONDS,
    },
    array,
  );
  return { token, etag: `"${createHash('sha256').update(token).digest('base64url').slice(0, 22)}"` };
}

async function smallest(bytes: Uint8Array) {
  return new Uint8Array(await promisify(deflate)(bytes, { level: constants.Z_BEST_COMPRESSION }));
}
