import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { createAccessCertificate, toX5c } from '@jatidiri/core/chain/createCertificate.ts';
import { chainVerifier } from '@jatidiri/core/chain/verifyChain.ts';
import {
  BasicConstraintsExtension,
  Extension,
  KeyUsageFlags,
  KeyUsagesExtension,
  X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509';
import fc from 'fast-check';
import {
  crypto,
  ISSUER_URI,
  NOW,
  newIssuer,
  newKeys,
  publicJwkOf,
  VALID_FROM,
  VALID_TO,
} from './issuerFixture.ts';

const { digitalSignature, keyCertSign } = KeyUsageFlags;

/** A certificate of any shape, for the chains that must be refused. */
async function certificate(options: {
  subject: string;
  issuer?: { subject: string; keys: CryptoKeyPair };
  keys: CryptoKeyPair;
  ca?: boolean;
  pathLength?: number;
  usage?: KeyUsageFlags | 'unsaid';
  more?: Extension[];
}): Promise<Uint8Array<ArrayBuffer>> {
  const {
    subject,
    keys,
    issuer = { subject, keys },
    ca = true,
    pathLength,
    usage = keyCertSign,
    more = [],
  } = options;
  const made = await X509CertificateGenerator.create(
    {
      subject,
      issuer: issuer.subject,
      serialNumber: '4a0000000000000001',
      notBefore: VALID_FROM,
      notAfter: VALID_TO,
      publicKey: keys.publicKey,
      signingKey: issuer.keys.privateKey,
      signingAlgorithm: { name: 'ECDSA', hash: 'SHA-256' },
      extensions: [
        new BasicConstraintsExtension(ca, pathLength, true),
        ...(usage === 'unsaid' ? [] : [new KeyUsagesExtension(usage, true)]),
        ...more,
      ],
    },
    crypto,
  );
  return new Uint8Array(made.rawData);
}

const codeOf = (outcome: { ok: boolean; refusal?: { code: string } }) =>
  outcome.ok ? 'ok' : outcome.refusal?.code;

test('the issuer below our root is certified, with its key, names and dates', async () => {
  const issuer = await newIssuer();
  const outcome = await issuer.verifyChain(issuer.x5c, NOW);
  assert.ok(outcome.ok);
  assert.deepEqual(outcome.value.publicJwk, issuer.publicJwk);
  assert.deepEqual(outcome.value.uris, [ISSUER_URI]);
  assert.match(outcome.value.subject, /^CN=Penerbit IKD/);
  assert.deepEqual(
    Buffer.from(outcome.value.certificateSha256),
    createHash('sha256').update(issuer.der).digest(),
  );
  assert.deepEqual([outcome.value.notBefore, outcome.value.notAfter], [VALID_FROM, VALID_TO]);
});

test('a chain that carries its root along is accepted, the root alone is not', async () => {
  const issuer = await newIssuer();
  assert.equal(codeOf(await issuer.verifyChain([...issuer.x5c, toX5c(issuer.rootDer)], NOW)), 'ok');
  assert.equal(codeOf(await issuer.verifyChain([toX5c(issuer.rootDer)], NOW)), 'chain/untrusted');
});

test('the dates are asked at every use, also of a remembered chain', async () => {
  const { verifyChain, x5c } = await newIssuer();
  assert.equal(codeOf(await verifyChain(x5c, NOW)), 'ok');
  assert.equal(codeOf(await verifyChain(x5c, new Date('2025-12-31T23:59:59Z'))), 'chain/not-yet-valid');
  assert.equal(codeOf(await verifyChain(x5c, new Date('2031-01-01T00:00:01Z'))), 'chain/expired');
});

test('a root of the same name with another key is refused', async () => {
  const ours = await newIssuer();
  const theirs = await newIssuer();
  assert.equal(codeOf(await ours.verifyChain(theirs.x5c, NOW)), 'chain/signature');
});

test('whatever is no list of certificates is malformed', async () => {
  const { verifyChain, x5c, der } = await newIssuer();
  const truncated = toX5c(der.subarray(0, der.length - 1));
  const longer = toX5c(new Uint8Array([...der, 0]));
  for (const bad of [undefined, 'text', [], [1], ['!'], [truncated], [longer], Array(5).fill(x5c[0])]) {
    assert.equal(codeOf(await verifyChain(bad, NOW)), 'chain/malformed', String(bad));
  }
});

test('an altered certificate never verifies, its unsigned frame included', async () => {
  const { verifyChain, der } = await newIssuer();
  await fc.assert(
    fc.asyncProperty(fc.nat(der.length - 1), fc.nat(7), async (at, bit) => {
      const altered = der.slice();
      altered[at]! ^= 1 << bit;
      assert.notEqual(codeOf(await verifyChain([toX5c(altered)], NOW)), 'ok');
    }),
    {
      numRuns: 300,
      examples: [
        [4, 7],
        [der.length - 73, 0],
        [der.length - 74, 7],
      ],
    },
  );
});

test('an issuer cannot act as an authority', async () => {
  const issuer = await newIssuer();
  const subject = 'CN=Penerbit IKD (contoh), O=Disdukcapil Sintetis, C=ID';
  const forged = await certificate({
    subject: 'CN=Palsu',
    issuer: { subject, keys: issuer.keys },
    keys: await newKeys(),
    ca: false,
    usage: digitalSignature,
  });
  assert.equal(
    codeOf(await issuer.verifyChain([toX5c(forged), ...issuer.x5c], NOW)),
    'chain/not-an-authority',
  );
});

test('the usage, the length of the path and unknown critical extensions count', async () => {
  const root = { subject: 'CN=Akar', keys: await newKeys() };
  const middle = { subject: 'CN=Tengah', keys: await newKeys() };
  const leafKeys = await newKeys();
  const leafOf = (
    issuer: typeof root,
    usage: KeyUsageFlags | 'unsaid' = digitalSignature,
    more: Extension[] = [],
  ) => certificate({ subject: 'CN=Daun', issuer, keys: leafKeys, ca: false, usage, more });
  const middleDer = await certificate({ ...middle, issuer: root });
  const verify = async (rootDer: Uint8Array, ...chain: Uint8Array[]) =>
    codeOf(await chainVerifier([rootDer], crypto)(chain.map(toX5c), NOW));

  const free = await certificate(root);
  const direct = await certificate({ ...root, pathLength: 0 });
  const notSigning = await certificate({ ...root, usage: digitalSignature });
  const critical = new Extension('1.2.3.4', true, new Uint8Array([5, 0]));

  assert.equal(await verify(free, await leafOf(middle), middleDer), 'ok');
  assert.equal(await verify(direct, await leafOf(root)), 'ok');
  assert.equal(await verify(direct, await leafOf(middle), middleDer), 'chain/path-too-long');
  assert.equal(await verify(notSigning, await leafOf(root)), 'chain/key-usage');
  assert.equal(await verify(free, await leafOf(root, keyCertSign)), 'chain/key-usage');
  assert.equal(
    await verify(free, await leafOf(root, digitalSignature, [critical])),
    'chain/unknown-critical-extension',
  );
  const unsaid = await certificate({ ...root, usage: 'unsaid' });
  assert.equal(await verify(unsaid, await leafOf(root, 'unsaid')), 'ok');
  assert.equal(await verify(free, middleDer, await leafOf(middle)), 'chain/untrusted');
});

test('a key on another curve is malformed', async () => {
  const p384 = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-384' }, true, [
    'sign',
    'verify',
  ]);
  const root = { subject: 'CN=Akar', keys: await newKeys() };
  const leaf = await certificate({
    subject: 'CN=Daun',
    issuer: root,
    keys: p384,
    ca: false,
    usage: digitalSignature,
  });
  const verifyChain = chainVerifier([await certificate(root)], crypto);
  assert.equal(codeOf(await verifyChain([toX5c(leaf)], NOW)), 'chain/malformed');
  await assert.rejects(async () => chainVerifier([new Uint8Array(3)], crypto), TypeError);
  assert.ok(await publicJwkOf(root.keys.publicKey));
});

test('an access certificate names hosts, and the chain the authorities above it', async () => {
  const { rootDer, rootKeys, verifyChain } = await newIssuer();
  const keys = await newKeys();
  const terms = {
    subject: 'CN=Klinik Contoh, O=Klinik Contoh (sintetis), C=ID',
    serial: crypto.getRandomValues(new Uint8Array(16)),
    notBefore: VALID_FROM,
    notAfter: VALID_TO,
    publicKey: keys.publicKey,
    dnsNames: ['klinik.example.id'],
  };
  const der = await createAccessCertificate(terms, { der: rootDer, privateKey: rootKeys.privateKey }, crypto);
  const certified = await verifyChain([toX5c(der)], NOW);
  assert.ok(certified.ok, JSON.stringify(certified));
  assert.deepEqual(certified.value.dnsNames, ['klinik.example.id']);
  assert.deepEqual(certified.value.uris, []);
  const rootKey = await new X509Certificate(rootDer).publicKey.getKeyIdentifier(crypto);
  assert.deepEqual(certified.value.authorityKeyIds, [Buffer.from(rootKey).toString('base64url')]);
});
