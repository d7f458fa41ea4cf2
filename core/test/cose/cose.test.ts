import assert from 'node:assert/strict';
import { createECDH, webcrypto } from 'node:crypto';
import { test } from 'node:test';
import { inflateSync } from 'node:zlib';
import { type CborMap, decodeCbor } from '@jatidiri/core/cose/cbor.ts';
import { fromCoseKey, toCoseKey } from '@jatidiri/core/cose/coseKey.ts';
import { readCwtClaims } from '@jatidiri/core/cose/cwt.ts';
import { decodeStrict } from '@jatidiri/core/cose/decodeCbor.ts';
import { Encoded, encodeCbor, encodeEach, encodeEmbedded, Sequence } from '@jatidiri/core/cose/encodeCbor.ts';
import { decompressY } from '@jatidiri/core/cose/p256.ts';
import { createSign1, parseSign1, verifySign1 } from '@jatidiri/core/cose/sign1.ts';
import { Tagged } from '@jatidiri/core/cose/tagged.ts';
import { fromBase45 } from '@jatidiri/core/identityqr/base45.ts';
import { parsePublicJwk } from '@jatidiri/core/jose/publicJwk.ts';
import { fromHex, fromUtf8, toBase64url, toHex } from '@jatidiri/core/kit/bytes.ts';
import { Personal } from '@jatidiri/core/kit/personal.ts';
import type { PublicJwk } from '@jatidiri/core/kit/suite.ts';
import { webSuite } from '@jatidiri/core/kit/webSuite.ts';
import { decode, encode, rfc8949EncodeOptions, Tagged as TheirTagged } from 'cborg';
import fc from 'fast-check';
import { newSigner } from '../chain/issuerFixture.ts';
import demographics from '../vectors/claim169/demographics-full.json' with { type: 'json' };
import claim169 from '../vectors/claim169/ecdsa-p256-signed.json' with { type: 'json' };
import ecdsa01 from '../vectors/cose/ecdsa-sig-01.json' with { type: 'json' };
import ecdsa02 from '../vectors/cose/ecdsa-sig-02.json' with { type: 'json' };
import ecdsa04 from '../vectors/cose/ecdsa-sig-04.json' with { type: 'json' };
import fail01 from '../vectors/cose/sign-fail-01.json' with { type: 'json' };
import fail02 from '../vectors/cose/sign-fail-02.json' with { type: 'json' };
import fail03 from '../vectors/cose/sign-fail-03.json' with { type: 'json' };
import fail04 from '../vectors/cose/sign-fail-04.json' with { type: 'json' };
import fail06 from '../vectors/cose/sign-fail-06.json' with { type: 'json' };
import fail07 from '../vectors/cose/sign-fail-07.json' with { type: 'json' };
import pass01 from '../vectors/cose/sign-pass-01.json' with { type: 'json' };
import pass02 from '../vectors/cose/sign-pass-02.json' with { type: 'json' };
import pass03 from '../vectors/cose/sign-pass-03.json' with { type: 'json' };
import cwtA3 from '../vectors/cwt-rfc8392/A_3.json' with { type: 'json' };

const suite = webSuite(webcrypto.subtle as unknown as SubtleCrypto);

interface Vector {
  readonly input: { readonly sign0: { readonly key: { readonly d: string }; readonly external?: string } };
  readonly output: { readonly cbor: string };
}

async function answer({ input, output }: Vector): Promise<string> {
  const message = parseSign1(fromHex(output.cbor));
  if (!message) return 'unreadable';
  const { d: _, ...jwk } = input.sign0.key;
  const external = fromHex(input.sign0.external ?? '');
  const isVerified = await verifySign1(suite, message, parsePublicJwk(jwk)!, external);
  return isVerified ? fromUtf8(message.payload) : 'wrong signature';
}

test('the COSE examples: ES256 over P-256 verifies, everything else does not', async () => {
  for (const vector of [pass02, pass03, ecdsa01]) assert.equal(await answer(vector), 'This is the content.');
  // alg outside the protected header, another tag, other and unknown algorithms
  for (const vector of [pass01, fail01, fail03, fail04, ecdsa02, ecdsa04]) {
    assert.equal(await answer(vector), 'unreadable');
  }
  for (const vector of [fail02, fail06, fail07]) assert.equal(await answer(vector), 'wrong signature');
});

test('the signed CWT of RFC 8392 appendix A.3', async () => {
  const { x_hex, y_hex } = cwtA3.input.sign0.key;
  const key: PublicJwk = {
    kty: 'EC',
    crv: 'P-256',
    x: toBase64url(fromHex(x_hex)),
    y: toBase64url(fromHex(y_hex)),
  };
  const message = parseSign1(fromHex(cwtA3.output.cbor));
  assert.ok(message);
  assert.ok(await verifySign1(suite, message, key));
  const claims = readCwtClaims(message.payload);
  assert.ok(claims);
  const { iss, sub, exp, nbf, iat } = claims;
  assert.deepEqual(
    { iss, sub, exp, nbf, iat },
    { iss: 'coap://as.example.com', sub: 'erikw', exp: 1444064944, nbf: 1443944944, iat: 1443944944 },
  );
});

test('the claim 169 examples read with their integer keys', async () => {
  const read = (qr: string): CborMap => {
    const message = decodeCbor(new Uint8Array(inflateSync(fromBase45(qr)!)).subarray(1)) as Uint8Array[];
    return readCwtClaims(message[2]!)!.all.get(169) as CborMap;
  };
  const identity = read(claim169.qr_data);
  assert.deepEqual([identity.get(1), identity.get(4)], ['ID-ECDSA-001', 'ECDSA Test Person']);
  const full = read(demographics.qr_data);
  const expected = demographics.expected_claim169;
  assert.deepEqual(
    [4, 8, 9, 10, 13, 14, 17].map((key) => full.get(key)),
    [
      expected.fullName,
      expected.dateOfBirth,
      expected.gender,
      expected.address,
      expected.nationality,
      expected.maritalStatus,
      expected.photoFormat,
    ],
  );

  const point = fromHex(claim169.signing_key.public_key_hex);
  const key: PublicJwk = {
    kty: 'EC',
    crv: 'P-256',
    x: toBase64url(point.subarray(1, 33)),
    y: toBase64url(point.subarray(33)),
  };
  const signed = parseSign1(new Uint8Array(inflateSync(fromBase45(claim169.qr_data)!)));
  assert.ok(signed && (await verifySign1(suite, signed, key)));
});

test('a compressed key comes back whole, and x without a point is refused', async () => {
  for (let i = 0; i < 20; i++) {
    const { publicJwk } = await newSigner();
    const bytes = encodeCbor(toCoseKey(publicJwk));
    assert.deepEqual(fromCoseKey(decodeCbor(bytes)), publicJwk);
    const ecdh = createECDH('prime256v1');
    ecdh.generateKeys();
    const compressed = ecdh.getPublicKey(undefined, 'compressed');
    const y = decompressY(compressed.subarray(1), compressed[0] === 3);
    assert.equal(toHex(y!), ecdh.getPublicKey('hex').slice(66));
  }
  assert.equal(decompressY(new Uint8Array(32).fill(0xff), false), undefined);
  const withoutPoint = Array.from({ length: 64 }, (_, i) =>
    decompressY(Uint8Array.of(...new Array(31).fill(0), i), true),
  );
  assert.ok(withoutPoint.some((y) => y === undefined));
  const key = toCoseKey((await newSigner()).publicJwk);
  for (const [label, value] of [
    [1, 1],
    [-1, 2],
    [-2, new Uint8Array(31)],
    [-3, new Uint8Array(33)],
    [-4, key],
  ] as const) {
    assert.equal(fromCoseKey(new Map([...key, [label, value]])), undefined);
  }
});

test('what we sign verifies, and no altered byte does', async () => {
  const { sign, publicJwk } = await newSigner();
  const external = Uint8Array.of(1, 2, 3);
  const message = await createSign1(sign, new Map([[4, Uint8Array.of(7)]]), Uint8Array.of(5, 6), external);
  const verify = async (bytes: Uint8Array, aad = external) => {
    const parsed = parseSign1(bytes);
    return parsed !== undefined && verifySign1(suite, parsed, publicJwk, aad);
  };
  assert.equal(await verify(message), true);
  assert.equal(await verify(message, Uint8Array.of(1, 2)), false);
  for (let at = 0; at < message.length; at++) {
    for (const bit of [1, 32, 128]) {
      const altered = message.slice();
      altered[at]! ^= bit;
      if (await verify(altered)) assert.fail(`byte ${at}, bit ${bit}`);
    }
  }
});

/** Whatever our messages may hold, as the library takes it. */
const scalar = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.integer({ min: -(2 ** 53) + 1, max: 2 ** 53 - 1 }),
  fc.bigInt({ min: -(2n ** 64n), max: 2n ** 64n - 1n }),
  fc.boolean(),
  fc.constant(null),
  fc.uint8Array({ maxLength: 300 }),
);
const valuesOf = (more: fc.Arbitrary<unknown>[] = []) =>
  fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 6 },
      scalar,
      fc.array(tie('value'), { maxLength: 30 }),
      fc.dictionary(fc.string({ unit: 'binary' }), tie('value'), { maxKeys: 30 }),
      fc
        .uniqueArray(fc.oneof(fc.integer(), fc.string()), { maxLength: 30 })
        .chain((keys) => fc.tuple(...keys.map((key) => fc.tuple(fc.constant(key), tie('value')))))
        .map((entries) => new Map(entries)),
      ...more,
    ),
  })).value;
const write = (value: unknown) => new Uint8Array(encode(value, rfc8949EncodeOptions));

test('CBOR is written as the library writes it, in its deterministic form', () => {
  fc.assert(
    fc.property(valuesOf(), fc.nat(70_000), (any, tag) => {
      const theirs = toHex(write(any));
      assert.equal(toHex(encodeCbor(any)), theirs);
      assert.equal(toHex(encodeCbor(new Tagged(tag, any))), toHex(write(new TheirTagged(tag, any))));
      assert.equal(toHex(encodeCbor([new Encoded(encodeCbor(any)), 1])), `82${theirs}01`);
      assert.equal(toHex(encodeCbor(new Sequence(1, any))), `01${theirs}`);
      const embedded = toHex(write(new TheirTagged(24, write(any))));
      assert.equal(toHex(encodeEmbedded(any)), embedded);
      assert.deepEqual(encodeEach([any, 1, any]).map(toHex), [embedded, 'd8184101', embedded]);
    }),
    { numRuns: 500 },
  );
  const objects = [new Date(0), new Personal('x'), Promise.resolve(1), new Set([1])];
  for (const odd of [undefined, 1.5, Number.NaN, 2n ** 64n, () => 1, Symbol('x'), ...objects]) {
    assert.throws(() => encodeCbor(odd), TypeError);
  }
});

/** Theirs in the same strictness, as far as it has it. */
function theirs(bytes: Uint8Array): { value: unknown } | undefined {
  const options = {
    strict: true,
    useMaps: true,
    rejectDuplicateMapKeys: true,
    allowIndefinite: false,
    allowUndefined: false,
    allowNaN: false,
    allowInfinity: false,
    tags: { 24: (read: () => unknown) => new Tagged(24, read()) },
  };
  try {
    return { value: decode(bytes, options) };
  } catch {
    return undefined;
  }
}

function ours(bytes: Uint8Array): { value: unknown } | undefined {
  try {
    return { value: decodeStrict(bytes, new Set([24])) };
  } catch (error) {
    assert.ok(error instanceof RangeError);
    return undefined;
  }
}

test('CBOR is read as the library reads it', () => {
  const float = fc.double({ noNaN: true, noDefaultInfinity: true });
  const half = fc.nat(0xffff).map((bits) => Uint8Array.of(0xf9, bits >> 8, bits & 0xff));
  const tagged = valuesOf([float]).map((any) => new TheirTagged(24, any));
  fc.assert(
    fc.property(fc.oneof(valuesOf([float]).map(write), tagged.map(write), half), (bytes) => {
      assert.deepEqual(ours(bytes), theirs(bytes));
    }),
    { numRuns: 1000 },
  );
});

test('of altered and of random bytes nothing is read that the library refuses, nor read otherwise', () => {
  const altered = fc
    .tuple(valuesOf(), fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 3 }))
    .map(([any, changes]) => {
      const bytes = write(any);
      for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
      return bytes;
    });
  const random = fc.uint8Array({ maxLength: 24 });
  fc.assert(
    fc.property(fc.oneof(altered, random), (bytes) => {
      const read = ours(bytes);
      if (read) assert.deepEqual(read, theirs(bytes));
    }),
    { numRuns: 5000 },
  );
});

test('nesting is bounded, and announced lengths cost nothing', () => {
  const deep = (levels: number) => new Uint8Array(levels + 1).fill(0x81, 0, levels);
  assert.ok(ours(deep(16)));
  assert.equal(ours(deep(17)), undefined);
  assert.equal(ours(deep(1_000_000)), undefined);
  for (const hex of [
    '9b00000000ffffffff',
    'bb7fffffffffffffff',
    '5bffffffffffffffff',
    '7affffffff',
    '61ff',
  ]) {
    assert.equal(ours(fromHex(hex)), undefined, hex);
  }
});

test('CBOR is read in its strict form only', () => {
  const readable = ['a0', '01', '1818', 'a10126', '820102'];
  for (const hex of readable) assert.notEqual(decodeCbor(fromHex(hex)), undefined, hex);
  const refused = {
    '1801': 'a length longer than needed',
    a201010102: 'a repeated key',
    '9f01ff': 'an indefinite length',
    '0101': 'bytes behind the end',
    f7: 'undefined',
    c101: 'a tag',
    f97e00: 'not a number',
    '82': 'a missing end',
    '': 'nothing',
  };
  for (const [hex, why] of Object.entries(refused)) assert.equal(decodeCbor(fromHex(hex)), undefined, why);
  assert.equal(
    toHex(
      encodeCbor(
        new Map<unknown, number>([
          ['b', 1],
          [-1, 2],
          [10, 3],
          ['a', 4],
        ]),
      ),
    ),
    'a40a032002616104616201',
  );
});
