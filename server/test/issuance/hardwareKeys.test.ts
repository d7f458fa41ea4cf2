import assert from 'node:assert/strict';
import { randomBytes, webcrypto } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { IKD_VCT } from '@jatidiri/core/issuance/model.ts';
import { parseJws, verifyJws } from '@jatidiri/core/jose/jws.ts';
import { webSigner } from '@jatidiri/core/kit/webSuite.ts';
import { readCredential } from '@jatidiri/core/sdjwt/credential.ts';
import { importX509, jwtVerify } from 'jose';
import { rotateIssuer } from '../../src/issuance/index.ts';
import { originsOf } from '../../src/platform/config.ts';
import type { KeyStore, SigningKey } from '../../src/platform/keys/keyStore.ts';
import { createTestWorld, type TestWorld } from '../testWorld.ts';
import { activeHandset, fetchIkd, suite, takeTrust } from './activeHandset.ts';
import { takeCopies } from './foreignWallet.ts';

const { subtle } = webcrypto;
const P256 = { namedCurve: 'P-256' } as const;

/**
 * Keys that never leave where they are and answer after a while, as a PKCS#11 module does: nothing of them is a file,
 * and every signature has to be waited for.
 */
async function distantKeyStore(names: readonly string[]) {
  const signing = new Map<string, SigningKey>();
  const secrets = new Map<string, Buffer>();
  let signatures = 0;
  for (const name of names) {
    const pair = (await subtle.generateKey({ name: 'ECDSA', ...P256 }, false, [
      'sign',
      'verify',
    ])) as webcrypto.CryptoKeyPair;
    const { x, y } = await subtle.exportKey('jwk', pair.publicKey);
    const sign = webSigner(subtle as unknown as SubtleCrypto, pair.privateKey as CryptoKey);
    signing.set(name, {
      publicJwk: { kty: 'EC', crv: 'P-256', x: x!, y: y! },
      async sign(data) {
        signatures++;
        await sleep(2);
        return sign(data);
      },
    });
  }
  const store: KeyStore = {
    signingKey(name) {
      const key = signing.get(name);
      if (!key) throw new Error(`the module holds no key ${name}`);
      return key;
    },
    async decryptionKey() {
      const pair = (await subtle.generateKey({ name: 'ECDH', ...P256 }, false, [
        'deriveBits',
      ])) as webcrypto.CryptoKeyPair;
      const { x, y } = await subtle.exportKey('jwk', pair.publicKey);
      return { publicJwk: { kty: 'EC', crv: 'P-256', x: x!, y: y! }, privateKey: pair.privateKey };
    },
    secret(name) {
      const known = secrets.get(name) ?? randomBytes(32);
      secrets.set(name, known);
      return known;
    },
    newest: () => 1,
    renew() {
      throw new Error('nothing is rotated here');
    },
  };
  return { store, signatures: () => signatures };
}

const NAMES = [
  'issuer-root',
  'issuer-1',
  'issuer-2',
  'partner-root',
  'partner-1',
  'document-1',
  'login-1',
  'ledger-head',
  'verifier',
];

describe('with keys in another store than files', () => {
  let world: TestWorld;
  let keys: Awaited<ReturnType<typeof distantKeyStore>>;
  before(async () => {
    keys = await distantKeyStore(NAMES);
    world = await createTestWorld({
      config: { origins: originsOf('https://ikd.contoh.invalid') },
      keys: keys.store,
    });
  });
  after(async () => {
    await world.close();
    assert.deepEqual(world.faults, []);
  });

  const x5cOf = (sdJwt: string) => parseJws(sdJwt.split('~')[0]!)!.header.x5c as string[];

  /** Chain, signature and dates, with what a verifier takes along now. */
  async function assertGood(sdJwt: string): Promise<void> {
    const { verifyChain, now } = await takeTrust(world);
    const jws = parseJws(sdJwt.split('~')[0]!)!;
    const certified = await verifyChain(jws.header.x5c, now);
    assert.ok(certified.ok, JSON.stringify(certified));
    assert.ok(await verifyJws(suite, jws, certified.value.publicJwk));
    const expected = { vct: [IKD_VCT], now, clockSkewSeconds: 0 };
    assert.ok(readCredential(jws, jws.payload, certified.value, expected).ok);
  }

  test('credentials, copies, status lists and metadata are signed by whoever holds the key', async () => {
    const handset = await activeHandset(world);
    await assertGood((await fetchIkd(handset)).body.sdJwtVc);
    for (const configuration of ['ikd-sd-jwt', 'ikd-mdoc']) {
      const { credentials } = await takeCopies(world, { configuration, count: 3 });
      assert.equal(credentials.length, 3);
      if (configuration === 'ikd-sd-jwt') await assertGood(credentials[2]!);
    }
    const headers = { accept: 'application/jwt' };
    const metadata = await world.app.inject({ url: '/.well-known/openid-credential-issuer', headers });
    assert.equal(metadata.headers['content-type'], 'application/jwt');
    const [leaf] = (await takeTrust(world)).reply.issuers[0]!;
    const key = await importX509(`-----BEGIN CERTIFICATE-----\n${leaf}\n-----END CERTIFICATE-----`, 'ES256');
    const { payload } = await jwtVerify(metadata.body, key, {
      typ: 'openidvci-issuer-metadata+jwt',
      subject: world.config.origins.portal,
      currentDate: world.clock.now,
    });
    assert.equal(payload.credential_issuer, world.config.origins.portal);
    await world.settle();
    assert.ok(keys.signatures() > 10, `${keys.signatures()} signatures were asked for`);
  });

  test('a new issuer key breaks no copy that is out, and signs the next', async () => {
    const before = await takeCopies(world);
    const authority = {
      database: world.database,
      keys: keys.store,
      now: () => world.clock.now,
      newId: world.newId,
      random: randomBytes,
      issuerUri: world.config.origins.portal,
    };
    assert.equal((await rotateIssuer(authority)).keyName, 'issuer-2');
    const afterwards = await takeCopies(world);
    assert.notDeepEqual(x5cOf(before.credentials[0]!), x5cOf(afterwards.credentials[0]!));
    for (const copy of [...before.credentials, ...afterwards.credentials]) await assertGood(copy);
    world.later(179 * 86_400_000);
    await assertGood(before.credentials[0]!);
  });
});
