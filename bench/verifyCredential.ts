// Verification of a presented SD-JWT VC with key binding against two raw ES256 verifications, in one run.
//   node bench/verifyCredential.ts
// Chain cached and status list decoded, as the goal says. The holders are more than the suite keeps keys of, so each
// presentation brings a key that must be imported first; the reference has all its keys at hand.
import { createPublicKey, type KeyObject, randomBytes, verify, webcrypto } from 'node:crypto';
import { createIssuer, createRoot, toX5c } from '@jatidiri/core/chain/createCertificate.ts';
import { chainVerifier } from '@jatidiri/core/chain/verifyChain.ts';
import { parseJws } from '@jatidiri/core/jose/jws.ts';
import { parsePublicJwk } from '@jatidiri/core/jose/publicJwk.ts';
import { Personal } from '@jatidiri/core/kit/personal.ts';
import type { PublicJwk } from '@jatidiri/core/kit/suite.ts';
import { webSigner } from '@jatidiri/core/kit/webSuite.ts';
import { issueCredential } from '@jatidiri/core/sdjwt/issueCredential.ts';
import { bindToHolder, selectDisclosures } from '@jatidiri/core/sdjwt/present.ts';
import { type PresentationTrust, verifyPresentation } from '@jatidiri/core/sdjwt/verifyPresentation.ts';
import { emptyStatusArray } from '@jatidiri/core/statuslist/statusList.ts';
import { nodeSuite } from '../server/src/platform/keys/nodeSuite.ts';

const GOAL = 0.6;
const HOLDERS = 128;
const CACHED_KEYS = 64;
const ROUNDS = 31;
const WARM_UP_ROUNDS = 10;

const crypto = webcrypto as unknown as Crypto;
const P256 = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const now = new Date();
const dayLater = new Date(now.getTime() + 86_400_000);
const issuerUri = 'https://ikd.example.go.id';
const status = { uri: `${issuerUri}/s/1`, idx: 4711 };
const expected = {
  vct: [`${issuerUri}/vct/ktp`],
  audience: 'https://loket.example.go.id',
  nonce: 'n-0S6_WzA2Mj',
};

/** Synthetic; of the size of a KTP-el, of which the holder shows four claims. */
const claims = {
  nik: '6472010101900001',
  name: 'WARGA CONTOH',
  birth_place: 'SAMARINDA',
  birth_date: '1990-01-01',
  sex: 'male',
  blood_type: 'O',
  address: 'JL. CONTOH NO. 1 RT 001/RW 001',
  religion: 'ISLAM',
  marital_status: 'married',
  occupation: 'KARYAWAN SWASTA',
  age_over_17: true,
};
const shown = new Set(['nik', 'name', 'birth_date', 'age_over_17']);

const suite = nodeSuite(CACHED_KEYS);
const newKeys = () => crypto.subtle.generateKey(P256, true, ['sign', 'verify']);
const publicJwkOf = async (key: CryptoKey): Promise<PublicJwk> =>
  parsePublicJwk(await crypto.subtle.exportKey('jwk', key))!;
const keyObjectOf = (key: PublicJwk): KeyObject => createPublicKey({ key: { ...key }, format: 'jwk' });

/** What one raw ES256 verification needs. */
interface Signed {
  readonly key: KeyObject;
  readonly data: Uint8Array;
  readonly signature: Uint8Array;
}

interface Case {
  readonly presentation: string;
  readonly signed: readonly [Signed, Signed];
}

async function prepare(): Promise<{ cases: readonly Case[]; trust: PresentationTrust }> {
  const terms = { notBefore: now, notAfter: dayLater, serial: new Uint8Array(randomBytes(16)) };
  const rootKeys = await newKeys();
  const issuerKeys = await newKeys();
  const rootDer = await createRoot({ ...terms, subject: 'CN=Akar contoh, C=ID' }, rootKeys, crypto);
  const issuerDer = await createIssuer(
    { ...terms, subject: 'CN=Penerbit contoh, C=ID', publicKey: issuerKeys.publicKey, uri: issuerUri },
    { der: rootDer, privateKey: rootKeys.privateKey },
    crypto,
  );
  const tools = {
    sign: webSigner(crypto.subtle, issuerKeys.privateKey),
    suite,
    randomSalt: () => randomBytes(16).toString('base64url'),
  };
  const issuerKey = keyObjectOf(await publicJwkOf(issuerKeys.publicKey));
  const x5c = [toX5c(issuerDer)];

  const cases = await Promise.all(
    Array.from({ length: HOLDERS }, async (): Promise<Case> => {
      const holderKeys = await newKeys();
      const holderKey = await publicJwkOf(holderKeys.publicKey);
      const credential = await issueCredential(tools, {
        vct: expected.vct[0]!,
        issuer: issuerUri,
        issuedAt: now,
        expiresAt: dayLater,
        holderKey,
        status,
        x5c,
        selectable: new Personal(claims),
      });
      const selected = selectDisclosures(credential, shown);
      const signHolder = webSigner(crypto.subtle, holderKeys.privateKey);
      const presentation = await bindToHolder(signHolder, suite, selected, { ...expected, now });
      const parts = presentation.split('~');
      return {
        presentation,
        signed: [signedBy(issuerKey, parts[0]!), signedBy(keyObjectOf(holderKey), parts.at(-1)!)],
      };
    }),
  );

  const verifyChain = chainVerifier([rootDer], crypto);
  const issuer = await verifyChain(x5c, now);
  if (!issuer.ok) throw new Error(issuer.refusal.code);
  const list = { ...emptyStatusArray(2, 1_000_000), uri: status.uri, issuedAt: now, issuer: issuer.value };
  const statusLists = new Map([[status.uri, { list, fetchedAt: now }]]);
  return { cases, trust: { suite, verifyChain, statusLists, now } };
}

function signedBy(key: KeyObject, compact: string): Signed {
  const { signingInput, signature } = parseJws(compact)!;
  return { key, data: Buffer.from(signingInput), signature };
}

async function verifyOurs(cases: readonly Case[], trust: PresentationTrust): Promise<void> {
  for (const { presentation } of cases) {
    const outcome = await verifyPresentation(presentation, expected, trust);
    if (!outcome.ok) throw new Error(outcome.refusal.code);
  }
}

async function verifyRaw(cases: readonly Case[]): Promise<void> {
  for (const { signed } of cases) {
    for (const { key, data, signature } of signed) {
      if (!verify('sha256', data, { key, dsaEncoding: 'ieee-p1363' }, signature))
        throw new Error('signature');
    }
  }
}

/** Processor time, all threads: what it costs on one core, whatever else the machine does meanwhile. */
async function millisecondsOf(work: () => Promise<void>): Promise<number> {
  const started = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000;
}

const median = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1]!;

const { cases, trust } = await prepare();
const ours: number[] = [];
const reference: number[] = [];
for (let round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
  const milliseconds = [
    await millisecondsOf(() => verifyOurs(cases, trust)),
    await millisecondsOf(() => verifyRaw(cases)),
  ] as const;
  if (round < 0) continue;
  ours.push(milliseconds[0]);
  reference.push(milliseconds[1]);
}
const perSecond = (milliseconds: number) => `${Math.round((cases.length * 1000) / milliseconds)}/s`;
const [oursMedian, referenceMedian] = [median(ours), median(reference)];
const ratio = (referenceMedian / oursMedian).toFixed(2);
console.log(
  `verify-credential ratio=${ratio} goal=${GOAL.toFixed(2)} ours=${perSecond(oursMedian)} reference=${perSecond(referenceMedian)}`,
);
