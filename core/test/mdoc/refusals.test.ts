import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { decodeTaggedCbor } from '@jatidiri/core/cose/cbor.ts';
import { toWholeCoseKey } from '@jatidiri/core/cose/coseKey.ts';
import { encodeCbor, encodeEmbedded } from '@jatidiri/core/cose/encodeCbor.ts';
import { signDetached, signInside } from '@jatidiri/core/cose/sign1.ts';
import { embed, TAG, Tagged } from '@jatidiri/core/cose/tagged.ts';
import { concat } from '@jatidiri/core/kit/bytes.ts';
import { createDeviceResponse } from '@jatidiri/core/mdoc/createDeviceResponse.ts';
import { deviceAuthentication } from '@jatidiri/core/mdoc/deviceAuthentication.ts';
import { dcApiTranscript, openId4VpTranscript } from '@jatidiri/core/mdoc/sessionTranscript.ts';
import { verifyIssuerSigned } from '@jatidiri/core/mdoc/verifyIssuerSigned.ts';
import fc from 'fast-check';
import { newIssuer, VALID_FROM, VALID_TO } from '../chain/issuerFixture.ts';
import {
  DOC_TYPE,
  expected,
  holder,
  issued,
  issuer,
  later,
  NAME_SPACE,
  outcomeOf,
  present,
  session,
  sessionTranscript,
  stranger,
  suite,
  trust,
} from './mdocFixture.ts';

const withoutAbsent = (members: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
const item = (digestID: unknown, elementIdentifier: unknown, elementValue: unknown = 'x', more = {}) =>
  encodeCbor(
    withoutAbsent({
      digestID,
      random: new Uint8Array(randomBytes(16)),
      elementIdentifier,
      elementValue,
      ...more,
    }),
  );
const dateTime = (text: string) => new Tagged(TAG.dateTime, text);
const validity = {
  signed: dateTime('2026-11-22T04:00:00Z'),
  validFrom: dateTime('2026-11-22T04:00:00Z'),
  validUntil: dateTime('2026-11-23T04:00:00Z'),
};
const deviceKey = toWholeCoseKey(holder.publicJwk);
const ES256 = encodeCbor(new Map([[1, -7]]));
const name = item(0, 'name');
const nik = item(1, 'nik');

interface Crafted {
  /** What the issuer signed, and what the wallet sends of it. */
  signed?: Record<string, readonly Uint8Array[]>;
  sent?: Record<string, readonly unknown[]>;
  securityObject?: Record<string, unknown>;
  /** Instead of the payload that holds the security object. */
  payload?: Uint8Array;
  unprotectedHeader?: Map<number, unknown>;
  issuerAuth?: (parts: readonly unknown[]) => unknown;
  docType?: string;
  deviceNameSpaces?: unknown;
  deviceAuth?: (signature: readonly unknown[]) => unknown;
  document?: Record<string, unknown>;
  response?: Record<string, unknown>;
}

/** A device response made by hand: whatever an issuer might sign and a wallet might send. */
async function craft({
  signed = { [NAME_SPACE]: [name, nik] },
  sent = Object.fromEntries(Object.entries(signed).map(([space, items]) => [space, items.map(embed)])),
  securityObject = {},
  payload,
  unprotectedHeader = new Map([[33, issuer.der]]),
  issuerAuth = (parts) => parts,
  docType = DOC_TYPE,
  deviceNameSpaces = {},
  deviceAuth = (deviceSignature) => ({ deviceSignature }),
  document = {},
  response = {},
}: Crafted): Promise<Uint8Array> {
  const digests = Object.entries(signed).map(async ([space, items]) => {
    const entries = items.map(
      async (bytes, id) => [id, await suite.sha256(encodeCbor(embed(bytes)))] as const,
    );
    return [space, new Map(await Promise.all(entries))] as const;
  });
  const object = {
    version: '1.0',
    digestAlgorithm: 'SHA-256',
    valueDigests: Object.fromEntries(await Promise.all(digests)),
    deviceKeyInfo: { deviceKey },
    docType: DOC_TYPE,
    validityInfo: validity,
    ...securityObject,
  };
  const parts = await signInside(
    issuer.sign,
    payload ?? encodeEmbedded(withoutAbsent(object)),
    unprotectedHeader,
  );
  const deviceBytes = encodeCbor(deviceNameSpaces);
  const authenticated = deviceAuthentication(sessionTranscript, docType, deviceBytes);
  return encodeCbor({
    version: '1.0',
    documents: [
      withoutAbsent({
        docType,
        issuerSigned: { nameSpaces: sent, issuerAuth: issuerAuth(parts) },
        deviceSigned: {
          nameSpaces: embed(deviceBytes),
          deviceAuth: deviceAuth(await signDetached(holder.sign, authenticated)),
        },
        ...document,
      }),
    ],
    status: 0,
    ...response,
  });
}

const send = (...items: Uint8Array[]) => ({ sent: { [NAME_SPACE]: items.map(embed) } });
const deep = (levels: number): unknown => (levels === 0 ? 1 : [deep(levels - 1)]);
const withHeader = (header: Map<number, unknown>) => (parts: readonly unknown[]) => [
  encodeCbor(header),
  ...parts.slice(1),
];

test('what is made by hand as it should be is accepted', async () => {
  assert.equal(await outcomeOf(await craft({})), 'ok');
  assert.equal(await outcomeOf(await craft({ unprotectedHeader: new Map([[33, [issuer.der]]]) })), 'ok');
  assert.equal(await outcomeOf(await craft({ sent: {} })), 'ok');
  assert.equal(await outcomeOf(await craft({ securityObject: { later: 'edition' } })), 'ok');
});

const refused: Record<string, readonly [string, Crafted][]> = {
  'mdoc/malformed': [
    ['another version', { response: { version: '2.0' } }],
    ['documents of another kind', { response: { documents: {} } }],
    ['too many documents', { response: { documents: Array(9).fill({}) } }],
    ['a document without issuerSigned', { document: { issuerSigned: undefined } }],
    ['a document that is none', { response: { documents: [1] } }],
    ['elements that are not under tag 24', { sent: { [NAME_SPACE]: [name] } }],
    ['an element that is no map', send(encodeCbor(1))],
    ['an element without a salt', send(item(0, 'name', 'x', { random: undefined }))],
    ['an element with a short salt', send(item(0, 'name', 'x', { random: new Uint8Array(15) }))],
    ['an element with something more', send(item(0, 'name', 'x', { hint: 1 }))],
    ['a negative digestID', send(item(-1, 'name'))],
    ['a digestID of another kind', send(item('0', 'name'))],
    ['a name of another kind', send(item(0, 7))],
    ['bytes behind an element', send(concat(name, Uint8Array.of(0)))],
    ['too many elements', send(...Array(257).fill(name))],
    ['arrays in arrays', { signed: { [NAME_SPACE]: [item(0, 'a', deep(16))] } }],
    ['another member in issuerSigned', { document: { issuerSigned: { namespaces: {}, issuerAuth: 1 } } }],
    ['no deviceSigned', { document: { deviceSigned: null } }],
  ],
  'mdoc/no-document': [
    ['an error of the wallet', { response: { status: 10 } }],
    ['no documents', { response: { documents: [] } }],
  ],
  'mdoc/doc-type': [['a type that was not asked for', { docType: 'org.iso.18013.5.1.mDL' }]],
  'mdoc/doc-type-mismatch': [['another type signed', { securityObject: { docType: 'lain' } }]],
  'mdoc/issuer-auth-malformed': [
    ['no chain', { unprotectedHeader: new Map() }],
    ['a chain of another kind', { unprotectedHeader: new Map([[33, 'x']]) }],
    ['EdDSA', { issuerAuth: withHeader(new Map([[1, -8]])) }],
    ['ES384', { issuerAuth: withHeader(new Map([[1, -35]])) }],
    ['HMAC', { issuerAuth: withHeader(new Map([[1, 5]])) }],
    ['the algorithm as text', { issuerAuth: withHeader(new Map([[1, 'ES256' as never]])) }],
    ['no algorithm', { issuerAuth: withHeader(new Map()) }],
    [
      'the algorithm unprotected',
      { issuerAuth: ([, , ...rest]) => [new Uint8Array(0), new Map([[1, -7]]), ...rest] },
    ],
    [
      'two algorithms',
      {
        unprotectedHeader: new Map<number, unknown>([
          [33, issuer.der],
          [1, -8],
        ]),
      },
    ],
    [
      'critical parameters',
      {
        issuerAuth: withHeader(
          new Map<number, unknown>([
            [1, -7],
            [2, [99]],
          ]),
        ),
      },
    ],
    [
      'critical parameters, unprotected',
      {
        unprotectedHeader: new Map<number, unknown>([
          [33, issuer.der],
          [2, [99]],
        ]),
      },
    ],
    ['a detached payload', { issuerAuth: ([head, open, , tail]) => [head, open, null, tail] }],
    ['a short signature', { issuerAuth: ([head, open, body]) => [head, open, body, new Uint8Array(63)] }],
    ['one part more', { issuerAuth: (parts) => [...parts, 0] }],
    ['nothing', { issuerAuth: () => null }],
  ],
  'mdoc/issuer-signature': [
    ['no signature', { issuerAuth: ([head, open, body]) => [head, open, body, new Uint8Array(64)] }],
    [
      'another payload',
      { issuerAuth: ([head, open, , tail]) => [head, open, encodeCbor(embed(ES256)), tail] },
    ],
  ],
  'mdoc/security-object-malformed': [
    ['not under tag 24', { payload: encodeCbor({ version: '1.0' }) }],
    ['no map inside', { payload: encodeEmbedded([]) }],
    ['another version', { securityObject: { version: '2.0' } }],
    ['a type of another kind', { securityObject: { docType: 1 } }],
    ['no digests', { securityObject: { valueDigests: undefined } }],
    [
      'short digests',
      { securityObject: { valueDigests: { [NAME_SPACE]: new Map([[0, new Uint8Array(31)]]) } } },
    ],
    [
      'digests under names',
      { securityObject: { valueDigests: { [NAME_SPACE]: { a: new Uint8Array(32) } } } },
    ],
    ['no dates', { securityObject: { validityInfo: undefined } }],
    [
      'dates without tag',
      { securityObject: { validityInfo: { ...validity, signed: '2026-11-22T04:00:00Z' } } },
    ],
    [
      'dates with fractions',
      { securityObject: { validityInfo: { ...validity, signed: dateTime('2026-11-22T04:00:00.5Z') } } },
    ],
    [
      'a day that is not',
      { securityObject: { validityInfo: { ...validity, validUntil: dateTime('2026-02-30T04:00:00Z') } } },
    ],
    ['a status that names no list', { securityObject: { status: { status_list: { idx: 1 } } } }],
    ['a status of another kind', { securityObject: { status: 1 } }],
  ],
  'mdoc/digest-algorithm': [
    ['SHA-512', { securityObject: { digestAlgorithm: 'SHA-512' } }],
    ['none', { securityObject: { digestAlgorithm: undefined } }],
  ],
  'mdoc/holder-key-missing': [
    ['no key information', { securityObject: { deviceKeyInfo: undefined } }],
    ['no key', { securityObject: { deviceKeyInfo: {} } }],
    ['another curve', { securityObject: { deviceKeyInfo: { deviceKey: new Map([...deviceKey, [-1, 2]]) } } }],
    [
      'its private half',
      { securityObject: { deviceKeyInfo: { deviceKey: new Map([...deviceKey, [-4, name]]) } } },
    ],
  ],
  'mdoc/namespace-unknown': [['moved to another namespace', { sent: { lain: [embed(name)] } }]],
  'mdoc/digest-unknown': [['a digestID that was not signed', send(item(2, 'name'))]],
  'mdoc/digest-mismatch': [
    ['another value', send(item(0, 'name', 'y'))],
    ['moved to another digestID', send(item(1, 'name'))],
    [
      'moved between namespaces that are both signed',
      { signed: { [NAME_SPACE]: [name], lain: [item(0, 'nik')] }, sent: { lain: [embed(name)] } },
    ],
  ],
  'mdoc/digest-repeated': [
    ['one element twice', send(name, name)],
    ['two elements for one digest', send(name, item(0, 'nik'))],
    [
      'one digest in two namespaces, so that its element could be moved',
      { signed: { [NAME_SPACE]: [name], lain: [name] }, sent: { lain: [embed(name)] } },
    ],
    ['one digest under two numbers', { signed: { [NAME_SPACE]: [name, name] }, ...send(name) }],
  ],
  'mdoc/element-repeated': [['one name twice', { signed: { [NAME_SPACE]: [name, item(1, 'name', 'y')] } }]],
  'mdoc/signed-outside-certificate': [
    [
      'before',
      { securityObject: { validityInfo: { ...validity, signed: dateTime('2025-12-31T23:59:59Z') } } },
    ],
    [
      'after',
      { securityObject: { validityInfo: { ...validity, signed: dateTime('2031-01-01T00:00:01Z') } } },
    ],
  ],
  'mdoc/not-yet-valid': [
    [
      'valid from',
      { securityObject: { validityInfo: { ...validity, validFrom: dateTime('2026-11-22T04:00:01Z') } } },
    ],
    [
      'signed',
      { securityObject: { validityInfo: { ...validity, signed: dateTime('2026-11-22T04:00:01Z') } } },
    ],
  ],
  'mdoc/expired': [
    ['now', { securityObject: { validityInfo: { ...validity, validUntil: validity.signed } } }],
  ],
  'mdoc/device-mac': [
    ['a MAC', { deviceAuth: () => ({ deviceMac: [ES256, {}, null, new Uint8Array(32)] }) }],
    ['a MAC beside the signature', { deviceAuth: (deviceSignature) => ({ deviceSignature, deviceMac: [] }) }],
  ],
  'mdoc/device-signed-elements': [
    ['elements of the device', { deviceNameSpaces: { [NAME_SPACE]: { age_over_21: true } } }],
  ],
  'mdoc/device-auth-malformed': [
    ['no signature', { deviceAuth: () => ({}) }],
    [
      'a payload sent along',
      { deviceAuth: ([head, open, , tail]) => ({ deviceSignature: [head, open, name, tail] }) },
    ],
    [
      'another algorithm',
      { deviceAuth: (parts) => ({ deviceSignature: withHeader(new Map([[1, -8]]))(parts) }) },
    ],
  ],
  'mdoc/device-signature': [
    [
      'no signature',
      { deviceAuth: ([head, open, body]) => ({ deviceSignature: [head, open, body, new Uint8Array(64)] }) },
    ],
  ],
};

for (const [code, cases] of Object.entries(refused)) {
  for (const [what, crafted] of cases) {
    test(`${code}: ${what}`, async () => assert.equal(await outcomeOf(await craft(crafted)), code));
  }
}

test('a device signature is good for its own session alone', async () => {
  const code = 'mdoc/device-signature';
  assert.equal(await outcomeOf(await present(issued, ['name'], stranger)), code);
  for (const changes of [
    { nonce: 'lama' },
    { clientId: 'x509_hash:lain' },
    { responseUri: 'https://palsu.example/response' },
    { encryptionKey: holder.publicJwk },
  ]) {
    const other = await openId4VpTranscript(suite, { ...session, ...changes });
    assert.equal(await outcomeOf(await present(issued, ['name'], holder, other)), code);
  }
  const browser = await dcApiTranscript(suite, {
    origin: 'https://loket.example.go.id',
    nonce: session.nonce,
  });
  assert.equal(await outcomeOf(await present(issued, ['name'], holder, browser)), code);
});

test('the issuer must be trusted, now and when it signed', async () => {
  const response = await present();
  assert.equal(await outcomeOf(response, { now: new Date(VALID_TO.getTime() + 1) }), 'chain/expired');
  assert.equal(await outcomeOf(response, { now: new Date(VALID_FROM.getTime() - 1) }), 'chain/not-yet-valid');
  assert.equal(
    await outcomeOf(response, { verifyChain: (await newIssuer()).verifyChain }),
    'chain/signature',
  );
  const reader: typeof trust.verifyChain = async (x5c, now) => {
    const outcome = await issuer.verifyChain(x5c, now);
    return outcome.ok
      ? { ...outcome, value: { ...outcome.value, extendedKeyUsages: ['1.0.18013.5.1.6'] } }
      : outcome;
  };
  assert.equal(await outcomeOf(response, { verifyChain: reader }), 'mdoc/certificate-usage');
});

test('clocks may differ by the skew and no more', async () => {
  const response = await present();
  assert.equal(await outcomeOf(response, { now: later(-60), clockSkewSeconds: 60 }), 'ok');
  assert.equal(await outcomeOf(response, { now: later(-61), clockSkewSeconds: 60 }), 'mdoc/not-yet-valid');
  assert.equal(await outcomeOf(response, { now: later(86_459), clockSkewSeconds: 60 }), 'ok');
  assert.equal(await outcomeOf(response, { now: later(86_460), clockSkewSeconds: 60 }), 'mdoc/expired');
});

test('no altered, missing or added byte is accepted, and none throws', async () => {
  const response = await present(issued, ['name', 'birth_date']);
  assert.equal(await outcomeOf(response), 'ok');
  await fc.assert(
    fc.asyncProperty(fc.nat(response.length - 1), fc.nat(7), async (at, bit) => {
      const altered = response.slice();
      altered[at]! ^= 1 << bit;
      assert.notEqual(await outcomeOf(altered), 'ok', `byte ${at}, bit ${bit}`);
    }),
    { numRuns: 400 },
  );
  for (let at = 0; at < response.length; at += 13) {
    assert.equal(await outcomeOf(response.slice(0, at)), 'mdoc/malformed');
  }
  assert.equal(await outcomeOf(concat(response, Uint8Array.of(0))), 'mdoc/malformed');
});

test('a certificate of any size is refused as any other', async () => {
  for (const chain of [new Uint8Array(200_000), Array(5).fill(issuer.der), []]) {
    assert.equal(
      await outcomeOf(await craft({ unprotectedHeader: new Map([[33, chain]]) })),
      'chain/malformed',
    );
  }
});

test('whatever bytes come, the answer is a refusal', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
      assert.equal(await outcomeOf(bytes), 'mdoc/malformed');
      const read = await verifyIssuerSigned(bytes, DOC_TYPE, trust);
      assert.equal(read.ok, false);
    }),
  );
  const bottomless = new Uint8Array(200_000).fill(0x81);
  assert.equal(await outcomeOf(bottomless), 'mdoc/malformed');
  assert.equal(await outcomeOf(new Uint8Array(262_145)), 'mdoc/malformed');
  const nested = decodeTaggedCbor(await present()) as Map<string, unknown>;
  assert.equal(
    await outcomeOf(encodeCbor(new Map([...nested, ['documents', deep(2000)]]))),
    'mdoc/malformed',
  );
});

test('a wallet shows nothing of what is no mdoc', async () => {
  const mdoc = { issuerSigned: Uint8Array.of(1), shown: {}, sign: holder.sign };
  await assert.rejects(createDeviceResponse([mdoc], expected.sessionTranscript), TypeError);
});
