import assert from 'node:assert/strict';
import { webcrypto } from 'node:crypto';
import { test } from 'node:test';
import { deflateSync } from 'node:zlib';
import type { Certified } from '@jatidiri/core/chain/certified.ts';
import { readCwtClaims } from '@jatidiri/core/cose/cwt.ts';
import { parseSign1, verifySign1 } from '@jatidiri/core/cose/sign1.ts';
import type { JsonObject } from '@jatidiri/core/jose/encodedJson.ts';
import { signJws } from '@jatidiri/core/jose/jws.ts';
import { toNumericDate } from '@jatidiri/core/jose/numericDate.ts';
import { parsePublicJwk } from '@jatidiri/core/jose/publicJwk.ts';
import { fromHex, toBase64url, toHex } from '@jatidiri/core/kit/bytes.ts';
import { ok } from '@jatidiri/core/kit/result.ts';
import { webSuite } from '@jatidiri/core/kit/webSuite.ts';
import {
  emptyStatusArray,
  entriesOf,
  STATUS_SIZES,
  setStatus,
  statusAt,
  statusName,
} from '@jatidiri/core/statuslist/statusList.ts';
import {
  createStatusListToken,
  decodeStatusArray,
  type StatusListTrust,
  verifyStatusListToken,
} from '@jatidiri/core/statuslist/token.ts';
import { webInflate } from '@jatidiri/core/statuslist/zlib.ts';
import fc from 'fast-check';
import { crypto, NOW, newIssuer, newSigner } from '../chain/issuerFixture.ts';
import vectors from '../vectors/token-status-list/vectors.json' with { type: 'json' };

const suite = webSuite(webcrypto.subtle as unknown as SubtleCrypto);
const deflate = (data: Uint8Array) => new Uint8Array(deflateSync(data, { level: 9 }));
const MAX = 2 ** 21;

test('the byte-array examples read and write', async () => {
  for (const { bits, lst, bytes_hex, status } of vectors.small) {
    const array = await decodeStatusArray({ bits, lst }, webInflate, MAX);
    assert.ok(array);
    assert.equal(toHex(array.bytes), bytes_hex);
    assert.deepEqual(
      status.map((_, idx) => statusAt(array, idx)),
      status,
    );
    const written = emptyStatusArray(array.bits, status.length);
    for (const [idx, value] of status.entries()) setStatus(written, idx, value);
    assert.equal(toHex(written.bytes), bytes_hex);
    assert.equal(toBase64url(deflate(written.bytes)), lst);
  }
});

test('the lists of 2^20 entries say what they must', async () => {
  assert.deepEqual(
    vectors.large.map(({ bits }) => bits),
    [...STATUS_SIZES],
  );
  for (const { bits, lst, size, status } of vectors.large) {
    const array = await decodeStatusArray({ bits, lst }, webInflate, MAX);
    assert.ok(array);
    assert.equal(entriesOf(array), size);
    const named = new Map(Object.entries(status).map(([idx, value]) => [Number(idx), value]));
    for (let idx = 0; idx < size; idx++) {
      if (statusAt(array, idx) !== (named.get(idx) ?? 0)) assert.fail(`${bits} bits, entry ${idx}`);
    }
    assert.equal(statusAt(array, size), undefined);
  }
});

test('the signed example verifies with its key', async () => {
  const { d: _, ...jwk } = vectors.example_key;
  const verifyChain = async () => ok({ publicJwk: parsePublicJwk(jwk)! } as Certified);
  const trust = { suite, verifyChain, inflate: webInflate, now: new Date('2024-01-01T00:00:00Z') };
  const outcome = await verifyStatusListToken(
    vectors.status_list_jwt,
    'https://example.com/statuslists/1',
    trust,
  );
  assert.ok(outcome.ok);
  assert.deepEqual(outcome.value.issuedAt, new Date(1686920170_000));
  assert.deepEqual(outcome.value.expiresAt, new Date(2291720170_000));
  assert.equal(outcome.value.ttlSeconds, 43200);
  assert.equal(toHex(outcome.value.bytes), 'b9a3');
});

test('a CWT names its entry; a list as CWT is none that we take', async () => {
  const token = parseSign1(fromHex(vectors.referenced_token_cwt_hex));
  const { d: _, ...jwk } = vectors.example_key;
  assert.ok(token && (await verifySign1(suite, token, parsePublicJwk(jwk)!)));
  assert.deepEqual(readCwtClaims(token.payload)?.status, {
    idx: 0,
    uri: 'https://example.com/statuslists/1',
  });
  const asText = toBase64url(fromHex(vectors.status_list_cwt_hex));
  const verifyChain = async () => ok({ publicJwk: parsePublicJwk(jwk)! } as Certified);
  const trust = { suite, verifyChain, inflate: webInflate, now: NOW };
  const outcome = await verifyStatusListToken(asText, 'https://example.com/statuslists/1', trust);
  assert.deepEqual(outcome, { ok: false, refusal: { code: 'statuslist/malformed' } });
});

test('an entry is written without touching its neighbours', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...STATUS_SIZES),
      fc.array(fc.tuple(fc.nat(63), fc.nat(255)), { maxLength: 40 }),
      (bits, writes) => {
        const array = emptyStatusArray(bits, 64);
        const model = new Array<number>(64).fill(0);
        for (const [idx, value] of writes) {
          model[idx] = value % 2 ** bits;
          setStatus(array, idx, model[idx]!);
        }
        assert.deepEqual(
          model.map((_, idx) => statusAt(array, idx)),
          model,
        );
      },
    ),
  );
  const array = emptyStatusArray(2, 8);
  for (const [idx, value] of [
    [8, 0],
    [-1, 0],
    [0.5, 0],
    [0, 4],
    [0, -1],
  ] as const) {
    assert.throws(() => setStatus(array, idx, value), RangeError);
  }
  assert.equal(statusAt(array, -1), undefined);
  assert.deepEqual([0, 1, 2, 3].map(statusName), ['valid', 'invalid', 'suspended', 'application-specific']);
});

const uri = 'https://ikd.example.go.id/status/1';
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);

test('our token goes round, and each thing wrong has its own answer', async () => {
  const issuer = await newIssuer();
  const array = emptyStatusArray(2, 1000);
  setStatus(array, 999, 2);
  const tools = { sign: issuer.sign, deflate, x5c: issuer.x5c };
  const terms = { uri, issuedAt: NOW, expiresAt: later(3600), ttlSeconds: 900 };
  const token = await createStatusListToken(tools, terms, array);
  const { verifyChain } = issuer;
  const verify = async (text: string, changes: Partial<StatusListTrust> = {}, from = uri) => {
    const outcome = await verifyStatusListToken(text, from, {
      suite,
      verifyChain,
      inflate: webInflate,
      now: NOW,
      ...changes,
    });
    return outcome.ok ? outcome.value : outcome.refusal.code;
  };

  const list = await verify(token);
  assert.ok(typeof list === 'object');
  assert.equal(statusAt(list, 999), 2);
  assert.deepEqual([list.uri, list.issuedAt, list.expiresAt, list.ttlSeconds], [uri, NOW, later(3600), 900]);

  assert.equal(await verify(token, {}, `${uri}0`), 'statuslist/other-uri');
  assert.equal(await verify(token, { now: later(3600) }), 'statuslist/expired');
  assert.equal(await verify(token, { now: later(-61) }), 'statuslist/from-the-future');
  assert.equal(await verify(token, { maxBytes: 249 }), 'statuslist/malformed');
  assert.equal(await verify(token, { verifyChain: (await newIssuer()).verifyChain }), 'statuslist/untrusted');
  assert.equal(await verify(token.replaceAll('.', '~')), 'statuslist/malformed');
  assert.equal(await verify(`${token}${' '.repeat(2 ** 25)}`), 'statuslist/malformed');

  const stranger = await newSigner();
  const forged = await createStatusListToken({ ...tools, sign: stranger.sign }, terms, array);
  assert.equal(await verify(forged), 'statuslist/signature');

  const good = { bits: 1, lst: toBase64url(deflate(new Uint8Array(4))) };
  const payload = { sub: uri, iat: toNumericDate(NOW), status_list: good };
  const signed = (changes: JsonObject, typ = 'statuslist+jwt') =>
    signJws(issuer.sign, { typ, x5c: issuer.x5c }, { ...payload, ...changes });
  assert.ok(typeof (await verify(await signed({}))) === 'object');
  assert.equal(await verify(await signed({}, 'jwt')), 'statuslist/malformed');
  for (const changes of [
    { iat: 'now' },
    { exp: 'never' },
    { ttl: 0 },
    { status_list: null },
    { status_list: { ...good, bits: 3 } },
    { status_list: { ...good, lst: 'AAAA' } },
    { status_list: { ...good, lst: 1 } },
  ]) {
    assert.equal(await verify(await signed(changes)), 'statuslist/malformed', JSON.stringify(changes));
  }
});

test('a bomb stops at the limit', async () => {
  const bomb = deflate(new Uint8Array(64 * 1024 * 1024));
  assert.ok(bomb.length < 100_000);
  await assert.rejects(async () => webInflate(bomb, 1024 * 1024), RangeError);
  await assert.rejects(async () => webInflate(crypto.getRandomValues(new Uint8Array(99)), 1024));
});
