import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { encodeJson } from '@jatidiri/core/jose/encodedJson.ts';
import { signJws } from '@jatidiri/core/jose/jws.ts';
import { toNumericDate } from '@jatidiri/core/jose/numericDate.ts';
import { BATCH_SIZE } from '@jatidiri/core/openid4vci/configurations.ts';
import { originsOf } from '../../src/platform/config.ts';
import { createTestWorld, type TestWorld } from '../testWorld.ts';
import { type Key, newKey, type OwnWallet, outcome, ownWallet } from './ownWallet.ts';

/** Each error of OpenID4VCI section 8.3.1, and what leads to it. */
describe('what a wallet does wrong is refused in the words of the specification', () => {
  let world: TestWorld;
  let wallet: OwnWallet;
  let key: Key;
  before(async () => {
    world = await createTestWorld({ config: { origins: originsOf('https://ikd.contoh.invalid') } });
    wallet = ownWallet(world);
    key = await newKey();
  });
  after(async () => {
    await world.close();
    assert.deepEqual(world.faults, []);
  });

  describe('at the credential endpoint', () => {
    const ID = { credential_configuration_id: 'ikd-sd-jwt' };
    const proofs = (...jwt: unknown[]) => ({ ...ID, proofs: { jwt } });
    const claims = () => ({ aud: world.config.origins.portal, iat: toNumericDate(world.clock.now) });
    const header = () => ({ typ: 'openid4vci-proof+jwt', jwk: key.jwk });
    const signed = async (head: object, body: object, by = key) =>
      signJws(by.sign, { ...header(), ...head } as { typ: string }, {
        ...claims(),
        nonce: await wallet.nonce(),
        ...body,
      });
    const later = (minutes: number) => new Date(world.clock.now.getTime() + minutes * 60_000);

    const CASES: readonly [string, () => object | Promise<object>, string][] = [
      ['nothing asked for', () => ({}), 'invalid_credential_request'],
      ['both ways of asking', () => ({ ...ID, credential_identifier: 'x' }), 'invalid_credential_request'],
      [
        'an identifier where none was given',
        () => ({ credential_identifier: 'x' }),
        'invalid_credential_request',
      ],
      ['a list', () => [1], 'invalid_credential_request'],
      [
        'another configuration',
        () => ({ credential_configuration_id: 'x' }),
        'unknown_credential_configuration',
      ],
      [
        'one that was not offered',
        () => ({ credential_configuration_id: 'ikd-mdoc' }),
        'unknown_credential_configuration',
      ],
      ['no proofs', () => ID, 'invalid_proof'],
      [
        'the draft’s single proof',
        async () => ({ ...ID, proof: { proof_type: 'jwt', jwt: await wallet.proof(key) } }),
        'invalid_proof',
      ],
      ['an empty list of proofs', () => proofs(), 'invalid_proof'],
      [
        'two proof types',
        async () => ({ ...ID, proofs: { jwt: [await wallet.proof(key)], attestation: ['x'] } }),
        'invalid_proof',
      ],
      ['a proof type that is not offered', () => ({ ...ID, proofs: { di_vp: [{}] } }), 'invalid_proof'],
      [
        'attestations, though no provider is known',
        () => ({ ...ID, proofs: { attestation: ['x'] } }),
        'invalid_proof',
      ],
      ['a proof that is no text', () => proofs(1), 'invalid_proof'],
      ['a proof that is no JWT', () => proofs('x'), 'invalid_proof'],
      [
        'alg none',
        async () => proofs(`${encodeJson({ ...header(), alg: 'none' })}.${encodeJson(claims())}.`),
        'invalid_proof',
      ],
      ['a MAC', async () => proofs(await signed({ alg: 'HS256' }, {})), 'invalid_proof'],
      ['another type', async () => proofs(await signed({ typ: 'JWT' }, {})), 'invalid_proof'],
      [
        'a private key in the header',
        async () => proofs(await signed({ jwk: { ...key.jwk, d: 'AA' } }, {})),
        'invalid_proof',
      ],
      ['no key', async () => proofs(await signed({ jwk: undefined }, {})), 'invalid_proof'],
      ['a key and a name of one', async () => proofs(await signed({ kid: 'x' }, {})), 'invalid_proof'],
      [
        'another key than it is signed with',
        async () => proofs(await signed({}, {}, await newKey())),
        'invalid_proof',
      ],
      [
        'for another issuer',
        async () => proofs(await wallet.proof(key, { audience: 'https://x.invalid' })),
        'invalid_proof',
      ],
      ['for no issuer', async () => proofs(await signed({}, { aud: undefined })), 'invalid_proof'],
      [
        'of a client, though nobody said which',
        async () => proofs(await wallet.proof(key, { clientId: 'x' })),
        'invalid_proof',
      ],
      ['made an hour ago', async () => proofs(await wallet.proof(key, {}, later(-60))), 'invalid_proof'],
      ['made in an hour', async () => proofs(await wallet.proof(key, {}, later(60))), 'invalid_proof'],
      ['without a time', async () => proofs(await signed({}, { iat: undefined })), 'invalid_proof'],
      ['without a nonce', async () => proofs(await signed({}, { nonce: undefined })), 'invalid_proof'],
      [
        'with a nonce of somebody else',
        async () => proofs(await wallet.proof(key, { nonce: 'x'.repeat(48) })),
        'invalid_nonce',
      ],
      [
        'with a nonce that was changed',
        async () => proofs(await wallet.proof(key, { nonce: `B${(await wallet.nonce()).slice(1)}` })),
        'invalid_nonce',
      ],
      [
        'one key twice',
        async () => proofs(await wallet.proof(key), await wallet.proof(key)),
        'invalid_proof',
      ],
      [
        'too many proofs',
        async () => proofs(...Array(BATCH_SIZE + 1).fill(await wallet.proof(key))),
        'invalid_proof',
      ],
      [
        'one bad proof among good ones',
        async () => proofs(await wallet.proof(key), await wallet.proof(await newKey(), { audience: 'x' })),
        'invalid_proof',
      ],
      [
        'an encrypted answer to an open request',
        () => ({ ...ID, credential_response_encryption: { jwk: key.jwk, enc: 'A128GCM' } }),
        'invalid_encryption_parameters',
      ],
    ];
    let accessToken: string;
    before(async () => {
      accessToken = await wallet.token();
    });
    for (const [name, message, error] of CASES) {
      test(name, async () => {
        const answer = await wallet.ask(accessToken, await message());
        assert.deepEqual(outcome(answer), [400, error]);
        assert.match(answer.json().error_description, /^[\x20-\x21\x23-\x5b\x5d-\x7e]+$/);
        assert.equal(answer.headers['cache-control'], 'no-store');
      });
    }
    test('none of them has used the token up', async () => {
      const answer = await wallet.ask(accessToken, proofs(await wallet.proof(key)));
      assert.equal(answer.json().credentials.length, 1, answer.body);
    });

    test('no JSON at all', async () => {
      const answer = await wallet.post('/issuance/credential', '{', {
        ...wallet.bearer(accessToken),
        'content-type': 'application/json',
      });
      assert.deepEqual(outcome(answer), [400, 'invalid_credential_request']);
    });

    test('one nonce serves each configuration of an offer once; a nonce used again, elsewhere or late is refused', async () => {
      const both = await wallet.token({ ids: ['ikd-sd-jwt', 'ikd-mdoc'] });
      const nonce = await wallet.nonce();
      const proof = await wallet.proof(key, { nonce });
      const ask = (id: string, by = both) =>
        wallet.ask(by, { credential_configuration_id: id, proofs: { jwt: [proof] } });
      assert.equal((await ask('ikd-sd-jwt')).statusCode, 200);
      assert.equal((await ask('ikd-mdoc')).statusCode, 200);
      assert.deepEqual(outcome(await ask('ikd-sd-jwt')), [400, 'invalid_nonce'], 'a replay');
      assert.deepEqual(
        outcome(await ask('ikd-sd-jwt', await wallet.token())),
        [400, 'invalid_nonce'],
        'another grant',
      );
      const late = await wallet.nonce();
      world.later(5 * 60_000);
      const tooLate = await wallet.ask(both, proofs(await wallet.proof(await newKey(), { nonce: late })));
      assert.deepEqual(outcome(tooLate), [400, 'invalid_nonce']);
    });

    test('the same request twice at once: one batch, not two', async () => {
      const message = proofs(await wallet.proof(await newKey()));
      const answers = await Promise.all([1, 2, 3].map(() => wallet.ask(accessToken, message)));
      assert.deepEqual(answers.map(({ statusCode }) => statusCode).sort(), [200, 400, 400]);
    });

    test('a token gives no more copies than anybody can need', async () => {
      const greedy = await wallet.token();
      for (let batch = 0; batch < 10; batch++) {
        const nonce = await wallet.nonce();
        const keys = await Promise.all(Array.from({ length: BATCH_SIZE }, newKey));
        const jwt = await Promise.all(keys.map((one) => wallet.proof(one, { nonce })));
        assert.equal((await wallet.ask(greedy, { ...ID, proofs: { jwt } })).statusCode, 200);
      }
      const more = await wallet.ask(greedy, proofs(await wallet.proof(await newKey())));
      assert.deepEqual(outcome(more), [400, 'credential_request_denied']);
    });
  });
});
