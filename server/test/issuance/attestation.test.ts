import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { toPem } from '@jatidiri/core/chain/createCertificate.ts';
import { signJws } from '@jatidiri/core/jose/jws.ts';
import { toNumericDate } from '@jatidiri/core/jose/numericDate.ts';
import { BATCH_SIZE } from '@jatidiri/core/openid4vci/configurations.ts';
import { clientAuthenticationClientAttestationJwt } from '@openid4vc/oauth2';
import { newIssuer } from '../../../core/test/chain/issuerFixture.ts';
import { originsOf, readConfig } from '../../src/platform/config.ts';
import { walletPolicy } from '../../src/walletPolicy.ts';
import { createTestWorld, type TestWorld } from '../testWorld.ts';
import { foreignWallet } from './foreignWallet.ts';
import { type Key, newKey, ownWallet } from './ownWallet.ts';

const SERVER = 'https://ikd.contoh.invalid/issuance';
const WALLET = 'https://dompet.contoh.invalid';
const ID = { credential_configuration_id: 'ikd-sd-jwt' };
type Provider = Awaited<ReturnType<typeof newIssuer>>;

const folder = mkdtempSync(join(tmpdir(), 'jatidiri-providers-'));
after(() => rmSync(folder, { recursive: true }));

/** An installation that knows one wallet provider, and insists or not. */
async function openWorld(provider: Provider, required: boolean): Promise<TestWorld> {
  const file = join(folder, `${randomUUID()}.pem`);
  writeFileSync(file, `The provider of our tests\n${toPem(provider.rootDer)}`);
  return createTestWorld({
    config: {
      origins: originsOf('https://ikd.contoh.invalid'),
      walletProviders: file,
      requireWalletAttestation: required,
      requireKeyAttestation: required,
    },
  });
}

describe('attestations by a wallet provider', () => {
  let provider: Provider;
  let stranger: Provider;
  let strict: TestWorld;
  let lenient: TestWorld;
  before(async () => {
    [provider, stranger] = [
      await newIssuer('CN=Penyedia dompet (contoh), C=ID'),
      await newIssuer('CN=Lain, C=ID'),
    ];
    strict = await openWorld(provider, true);
    lenient = await openWorld(provider, false);
  });
  after(async () => {
    for (const world of [strict, lenient]) {
      await world.close();
      assert.deepEqual(world.faults, []);
    }
  });

  const now = () => toNumericDate(strict.clock.now);
  async function attestWallet(key: Key, change: object = {}, by = provider): Promise<string> {
    const header = { typ: 'oauth-client-attestation+jwt', x5c: by.x5c };
    const claims = {
      iss: 'https://penyedia.contoh.invalid',
      sub: WALLET,
      exp: now() + 3600,
      wallet_name: 'Dompet Contoh',
    };
    return signJws(by.sign, header, { ...claims, cnf: { jwk: key.jwk }, ...change });
  }
  const prove = (key: Key, change: object = {}) =>
    signJws(
      key.sign,
      { typ: 'oauth-client-attestation-pop+jwt' },
      { iss: WALLET, aud: SERVER, iat: now(), jti: randomUUID(), ...change },
    );
  const attestKeys = (keys: readonly Key[], nonce: string, change: object = {}, by = provider) =>
    signJws(
      by.sign,
      { typ: 'key-attestation+jwt', x5c: by.x5c },
      {
        iat: now(),
        exp: now() + 3600,
        nonce,
        attested_keys: keys.map(({ jwk }) => jwk),
        key_storage: ['iso_18045_moderate'],
        ...change,
      },
    );
  const headersOf = async (key: Key, attestation?: string, proof?: string) => ({
    'oauth-client-attestation': attestation ?? (await attestWallet(key)),
    'oauth-client-attestation-pop': proof ?? (await prove(key)),
  });

  test('the metadata say what is believed and what is demanded', async () => {
    const of = async (world: TestWorld) => {
      const issuer = (await world.app.inject('/.well-known/openid-credential-issuer')).json();
      const server = (await world.app.inject('/.well-known/oauth-authorization-server/issuance')).json();
      const proofs = issuer.credential_configurations_supported['ikd-mdoc'].proof_types_supported;
      return [
        Object.keys(proofs),
        proofs.jwt.key_attestations_required,
        server.token_endpoint_auth_methods_supported,
        server['pre-authorized_grant_anonymous_access_supported'],
      ];
    };
    assert.deepEqual(await of(strict), [['jwt', 'attestation'], {}, ['attest_jwt_client_auth'], false]);
    assert.deepEqual(await of(lenient), [
      ['jwt', 'attestation'],
      undefined,
      ['none', 'attest_jwt_client_auth'],
      true,
    ]);
  });

  test('an attested wallet that others wrote gets in; its provider’s name for it is what the resident reads', async () => {
    const key = await newKey();
    const wallet = foreignWallet(strict);
    const [foreign] = await wallet.makeKeys(1);
    const attestation = await attestWallet(key, { cnf: { jwk: foreign!.jwk } });
    const authenticate = clientAuthenticationClientAttestationJwt({
      clientAttestationJwt: attestation,
      callbacks: wallet.callbacks,
    });
    const attested = foreignWallet(strict, {
      clientAuthentication: authenticate,
      signJwt: wallet.callbacks.signJwt,
    });
    const { code } = await ownWallet(strict).offer();
    assert.ok(code);
    const made = await strict.app.inject({
      method: 'POST',
      url: '/control/offer',
      payload: { ids: ['ikd-sd-jwt'] },
    });
    const { credentialOffer, issuerMetadata } = await attested.resolve(made.json().offer);
    const { accessTokenResponse } = await attested.client.retrievePreAuthorizedCodeAccessTokenFromOffer({
      credentialOffer,
      issuerMetadata,
    });
    assert.ok(accessTokenResponse.access_token);

    const pushed = await ownWallet(strict).form(
      '/issuance/par',
      {
        client_id: WALLET,
        redirect_uri: `${WALLET}/kembali`,
        response_type: 'code',
        scope: 'ikd-sd-jwt',
        code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
        code_challenge_method: 'S256',
      },
      await headersOf(key),
    );
    assert.equal(pushed.statusCode, 201, pushed.body);
    const query = new URLSearchParams({ client_id: WALLET, request_uri: pushed.json().request_uri });
    const begun = await strict.app.inject(`/issuance/authorize?${query}`);
    const page = await strict.app.inject(String(begun.headers.location));
    assert.match(page.body, /<strong>Dompet Contoh<\/strong>/);
  });

  test('a wallet that cannot be relied on is refused, whether an attestation is demanded or not', async () => {
    const key = await newKey();
    const thief = await newKey();
    const cases: readonly [string, () => Promise<Record<string, string>>][] = [
      ['another provider', async () => headersOf(key, await attestWallet(key, {}, stranger))],
      ['over', async () => headersOf(key, await attestWallet(key, { exp: now() - 1 }))],
      ['not yet', async () => headersOf(key, await attestWallet(key, { nbf: now() + 3600 }))],
      ['no key', async () => headersOf(key, await attestWallet(key, { cnf: undefined }))],
      ['another wallet’s proof', async () => headersOf(key, undefined, await prove(thief))],
      [
        'a proof for another server',
        async () => headersOf(key, undefined, await prove(key, { aud: WALLET })),
      ],
      ['an old proof', async () => headersOf(key, undefined, await prove(key, { iat: now() - 3600 }))],
      ['a proof in another name', async () => headersOf(key, undefined, await prove(key, { iss: 'x' }))],
      [
        'a proof without a name of its own',
        async () => headersOf(key, undefined, await prove(key, { jti: undefined })),
      ],
      ['no proof', async () => ({ 'oauth-client-attestation': await attestWallet(key) })],
    ];
    for (const world of [strict, lenient]) {
      const wallet = ownWallet(world);
      const { code } = await wallet.offer();
      for (const [name, headers] of cases) {
        const answer = await wallet.redeem(code, {}, await headers());
        assert.deepEqual([answer.statusCode, answer.json().error], [401, 'invalid_client'], name);
      }
      const asAnother = await wallet.redeem(code, { client_id: 'x' }, await headersOf(key));
      assert.equal(asAnother.json().error, 'invalid_client');
      const headers = await headersOf(key);
      assert.equal((await wallet.redeem(code, {}, headers)).statusCode, 200);
      const replayed = await wallet.redeem((await wallet.offer()).code, {}, headers);
      assert.equal(replayed.json().error, 'invalid_client', 'a replay');
    }
    const bare = await ownWallet(strict).redeem((await ownWallet(strict).offer()).code);
    assert.deepEqual([bare.statusCode, bare.json().error], [401, 'invalid_client']);
    assert.equal((await ownWallet(lenient).redeem((await ownWallet(lenient).offer()).code)).statusCode, 200);
    const inAddress = await strict.app.inject('/issuance/authorize?client_id=x&response_type=code');
    assert.equal(inAddress.statusCode, 401, 'an address carries no attestation');
  });

  async function tokenOf(world: TestWorld): Promise<string> {
    const wallet = ownWallet(world);
    const { code } = await wallet.offer();
    return (await wallet.redeem(code, {}, await headersOf(await newKey()))).json().access_token;
  }

  test('attested keys: by themselves, or with a proof by one of them; a copy for each', async () => {
    const wallet = ownWallet(strict);
    const token = await tokenOf(strict);
    const keys = await Promise.all([newKey(), newKey(), newKey()]);
    const alone = await wallet.ask(token, {
      ...ID,
      proofs: { attestation: [await attestKeys(keys, await wallet.nonce())] },
    });
    assert.equal(alone.json().credentials?.length, 3, alone.body.slice(0, 200));

    const nonce = await wallet.nonce();
    const proof = await proofWith(keys[1]!, nonce, await attestKeys(keys, nonce));
    const together = await wallet.ask(token, { ...ID, proofs: { jwt: [proof] } });
    assert.equal(together.json().credentials?.length, 3, together.body.slice(0, 200));
  });

  const proofWith = (key: Key, nonce: string, attestation: unknown) =>
    signJws(
      key.sign,
      { typ: 'openid4vci-proof+jwt', jwk: key.jwk, key_attestation: attestation },
      { iss: WALLET, aud: 'https://ikd.contoh.invalid', iat: now(), nonce },
    );

  test('keys that cannot be relied on are refused, also where no attestation is demanded', async () => {
    const [key, other] = [await newKey(), await newKey()];
    for (const world of [strict, lenient]) {
      const wallet = ownWallet(world);
      const token = await tokenOf(world);
      const cases: readonly [string, (nonce: string) => Promise<string>][] = [
        ['another provider', (nonce) => attestKeys([key], nonce, {}, stranger)],
        ['over', (nonce) => attestKeys([key], nonce, { exp: now() - 1 })],
        ['no end', (nonce) => attestKeys([key], nonce, { exp: undefined })],
        ['from the future', (nonce) => attestKeys([key], nonce, { iat: now() + 3600 })],
        ['no keys', (nonce) => attestKeys([], nonce)],
        ['other keys', (nonce) => attestKeys([other], nonce)],
        ['keys of another kind', (nonce) => attestKeys([key], nonce, { attested_keys: [{ kty: 'RSA' }] })],
        ['a private key', (nonce) => attestKeys([key], nonce, { attested_keys: [{ ...key.jwk, d: 'AA' }] })],
        ['no nonce', (nonce) => attestKeys([key], nonce, { nonce: undefined })],
      ];
      for (const [name, attestation] of cases) {
        const nonce = await wallet.nonce();
        const proof = await proofWith(key, nonce, await attestation(nonce));
        const answer = await wallet.ask(token, { ...ID, proofs: { jwt: [proof] } });
        assert.deepEqual([answer.statusCode, answer.json().error], [400, 'invalid_proof'], name);
      }
      const stale = await wallet.ask(token, {
        ...ID,
        proofs: { attestation: [await attestKeys([key], 'x')] },
      });
      assert.equal(stale.json().error, 'invalid_nonce');
      const many = await Promise.all(Array.from({ length: BATCH_SIZE + 1 }, newKey));
      const tooMany = await attestKeys(many, await wallet.nonce());
      assert.equal(
        (await wallet.ask(token, { ...ID, proofs: { attestation: [tooMany] } })).json().error,
        'invalid_proof',
      );
      const two = [
        await attestKeys([key], await wallet.nonce()),
        await attestKeys([other], await wallet.nonce()),
      ];
      assert.equal(
        (await wallet.ask(token, { ...ID, proofs: { attestation: two } })).json().error,
        'invalid_proof',
      );
    }
    const bare = async (world: TestWorld) =>
      ownWallet(world).ask(await tokenOf(world), {
        ...ID,
        proofs: { jwt: [await ownWallet(world).proof(key)] },
      });
    assert.equal((await bare(strict)).json().error, 'invalid_proof', 'where it is demanded');
    assert.equal((await bare(lenient)).statusCode, 200);
  });

  test('to demand attestations and believe nobody stops the start', async () => {
    const config = { ...strict.config, walletProviders: undefined };
    assert.deepEqual(walletPolicy(config).walletProviders, []);
    await assert.rejects(createTestWorld({ config: { requireKeyAttestation: true } }), /WALLET_PROVIDERS/);
    assert.equal(readConfig({}).requireWalletAttestation, false);
  });
});
