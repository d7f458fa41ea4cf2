import assert from 'node:assert/strict';
import { webcrypto } from 'node:crypto';
import { test } from 'node:test';
import { deflateSync } from 'node:zlib';
import { webSuite } from '@jatidiri/core/kit/webSuite.ts';
import { cachedStatusLists } from '@jatidiri/core/statuslist/cachedStatusLists.ts';
import { emptyStatusArray, setStatus, statusAt } from '@jatidiri/core/statuslist/statusList.ts';
import { createStatusListToken } from '@jatidiri/core/statuslist/token.ts';
import { webInflate } from '@jatidiri/core/statuslist/zlib.ts';
import { NOW, newIssuer } from '../chain/issuerFixture.ts';

const suite = webSuite(webcrypto.subtle as unknown as SubtleCrypto);
const issuer = await newIssuer();
const signing = {
  sign: issuer.sign,
  x5c: issuer.x5c,
  deflate: (data: Uint8Array) => new Uint8Array(deflateSync(data, { level: 9 })),
};
const uri = 'https://ikd.example.go.id/status/1';
const ENTRIES = 4096;
const BYTES = (ENTRIES * 2) / 8;

/** A publisher and a clock in the test's hand. */
function publisher(maxKeptBytes?: number) {
  let seconds = 0;
  let fetches = 0;
  const instant = () => new Date(NOW.getTime() + seconds * 1000);
  const published = new Map<string, string>();
  const lists = cachedStatusLists({
    fetchToken: async (from) => {
      fetches += 1;
      if (published.get(from) === 'unreachable') throw new Error('unreachable');
      return published.get(from);
    },
    trust: { suite, verifyChain: issuer.verifyChain, inflate: webInflate },
    now: instant,
    ...(maxKeptBytes && { maxKeptBytes }),
  });
  return {
    publish: async (status: number, terms: { ttlSeconds?: number; at?: Date } = {}, at = uri) => {
      const array = emptyStatusArray(2, ENTRIES);
      setStatus(array, 7, status);
      const { at: issuedAt = instant(), ...ttl } = terms;
      const expiresAt = new Date(issuedAt.getTime() + 30 * 86_400_000);
      published.set(
        at,
        await createStatusListToken(signing, { uri: at, issuedAt, expiresAt, ...ttl }, array),
      );
    },
    put: (token: string) => published.set(uri, token),
    token: (at = uri) => published.get(at)!,
    wait: (more: number) => {
      seconds += more;
    },
    now: instant,
    fetches: () => fetches,
    lists,
    statusOf: async (from = uri) => {
      const fetched = await lists.get(from);
      return fetched && statusAt(fetched.list, 7);
    },
  };
}

test('a list is fetched once while its ttl lasts, and then anew', async () => {
  const { publish, wait, fetches, statusOf } = publisher();
  await publish(0, { ttlSeconds: 60 });
  assert.deepEqual(await Promise.all([statusOf(), statusOf(), statusOf()]), [0, 0, 0]);
  await publish(1, { ttlSeconds: 60 });
  wait(59);
  assert.equal(await statusOf(), 0);
  assert.equal(fetches(), 1);
  wait(1);
  assert.equal(await statusOf(), 1);
  assert.equal(fetches(), 2);
});

test('a list without a ttl is kept five minutes, none longer than a day', async () => {
  const { publish, wait, fetches, statusOf } = publisher();
  await publish(0);
  await statusOf();
  wait(299);
  await statusOf();
  assert.equal(fetches(), 1);
  wait(1);
  await publish(0, { ttlSeconds: 999_999_999 });
  await statusOf();
  wait(86_400);
  await statusOf();
  assert.equal(fetches(), 3);
});

test('an outage of five minutes is borne, a longer one is not', async () => {
  const { publish, put, wait, fetches, statusOf } = publisher();
  await publish(0, { ttlSeconds: 60 });
  await statusOf();
  put('unreachable');
  wait(60);
  assert.equal(await statusOf(), 0);
  assert.equal(await statusOf(), 0);
  assert.equal(fetches(), 2, 'asked again only after a pause');
  wait(299);
  assert.equal(await statusOf(), 0);
  wait(1);
  assert.equal(await statusOf(), undefined);
  wait(10);
  await publish(1, { ttlSeconds: 60 });
  assert.equal(await statusOf(), 1);
});

test('what is not there, or not the list of this address, is no list', async () => {
  const { publish, put, token, wait, statusOf } = publisher();
  assert.equal(await statusOf(), undefined);
  await publish(0, {}, 'https://ikd.example.go.id/status/2');
  for (const bad of [token('https://ikd.example.go.id/status/2'), 'x', '']) {
    put(bad);
    wait(10);
    assert.equal(await statusOf(), undefined);
  }
});

test('an older list does not take the place of a newer one', async () => {
  const { publish, put, token, wait, now, statusOf } = publisher();
  await publish(0, { ttlSeconds: 60, at: new Date(now().getTime() - 1000) });
  const old = token();
  await publish(1, { ttlSeconds: 60 });
  assert.equal(await statusOf(), 1);
  put(old);
  wait(60);
  assert.equal(await statusOf(), 1);
  wait(360);
  assert.equal(await statusOf(), undefined);
});

test('no more is kept than there is room for, what was used last stays', async () => {
  const { publish, fetches, statusOf } = publisher(2 * BYTES);
  const uris = ['/1', '/2', '/3'].map((path) => `https://ikd.example.go.id${path}`);
  for (const each of uris) await publish(0, {}, each);
  const [first, second, third] = uris as [string, string, string];
  await statusOf(first);
  await statusOf(second);
  await statusOf(first);
  await statusOf(third);
  assert.equal(fetches(), 3);
  await statusOf(first);
  await statusOf(third);
  assert.equal(fetches(), 3);
  await statusOf(second);
  assert.equal(fetches(), 4);
});
