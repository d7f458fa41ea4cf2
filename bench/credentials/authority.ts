import { KeyObject, randomBytes, webcrypto } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { createIssuer, createRoot, toPem, toX5c } from '@jatidiri/core/chain/createCertificate.ts';
import { emptyStatusArray } from '@jatidiri/core/statuslist/statusList.ts';
import { createStatusListToken } from '@jatidiri/core/statuslist/token.ts';
import { createVerifier } from '@jatidiri/core/verify/createVerifier.ts';
import { type SigningKey, signingKeyOf } from '../../server/src/platform/keys/keyStore.ts';
import { nodeSuite } from '../../server/src/platform/keys/nodeSuite.ts';

const crypto = webcrypto as unknown as Crypto;
const P256 = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const DAY_MS = 86_400_000;
const LIST_ENTRIES = 1_000_000;

export const ISSUER_URI = 'https://ikd.example.go.id';
/** More holders than the suite keeps keys of: each presentation brings a key that must be imported first. */
export const HOLDERS = 128;
const CACHED_KEYS = Number(process.env.CK ?? 64);
export const suite = nodeSuite(CACHED_KEYS);

/** A signer with its keys as Node has them, for the bare reference. */
export interface Signer extends SigningKey {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

const newKeys = () => crypto.subtle.generateKey(P256, true, ['sign', 'verify']);
const keyObjectOf = (key: CryptoKey) => KeyObject.from(key as unknown as webcrypto.CryptoKey);

function signerOf({ privateKey, publicKey }: CryptoKeyPair): Signer {
  const [inside, outside] = [keyObjectOf(privateKey), keyObjectOf(publicKey)];
  return { ...signingKeyOf(inside), privateKey: inside, publicKey: outside };
}

export const newHolder = async (): Promise<Signer> => signerOf(await newKeys());

/** An issuer below its root, and a verifier that trusts it, its chain and status list at hand. */
export async function newAuthority(now: Date) {
  const dayLater = new Date(now.getTime() + DAY_MS);
  const terms = { notBefore: now, notAfter: dayLater, serial: new Uint8Array(randomBytes(16)) };
  const [rootKeys, issuerKeys] = [await newKeys(), await newKeys()];
  const rootDer = await createRoot({ ...terms, subject: 'CN=Akar contoh, C=ID' }, rootKeys, crypto);
  const issuerTerms = { ...terms, subject: 'CN=Penerbit contoh, C=ID', publicKey: issuerKeys.publicKey };
  const root = { der: rootDer, privateKey: rootKeys.privateKey };
  const issuerDer = await createIssuer({ ...issuerTerms, uri: ISSUER_URI }, root, crypto);

  const issuer = signerOf(issuerKeys);
  const x5c = [toX5c(issuerDer)];
  const status = { uri: `${ISSUER_URI}/s/1`, idx: 4711 };
  const deflate = (data: Uint8Array) => new Uint8Array(deflateSync(data));
  const token = await createStatusListToken(
    { sign: issuer.sign, deflate, x5c },
    { uri: status.uri, issuedAt: now, expiresAt: dayLater, ttlSeconds: 3600 },
    emptyStatusArray(2, LIST_ENTRIES),
  );
  const verifier = createVerifier({
    trustAnchors: [toPem(rootDer)],
    fetchStatusList: async () => token,
    now: () => now,
    crypto,
    suite,
  });
  return { issuer, x5c, status, verifier, issuedAt: now, expiresAt: dayLater };
}
