import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { encodeJson } from '@jatidiri/core/jose/encodedJson.ts';
import { signJws } from '@jatidiri/core/jose/jws.ts';
import { toNumericDate } from '@jatidiri/core/jose/numericDate.ts';
import { BATCH_SIZE } from '@jatidiri/core/openid4vci/configurations.ts';
import { originsOf } from '../../src/platform/config.ts';
import { createTestWorld, type TestWorld } from '../testWorld.ts';
import { type Key, newKey, ownWallet } from './ownWallet.ts';

type Wallet = ReturnType<typeof ownWallet>;

/** Each error of OpenID4VCI sections 6.3, 8.3.1, 9.3 and 11.3, and what leads to it. */
describe('what a wallet does wrong is refused in the words of the specification', () => {
  let world: TestWorld;
  let wallet: Wallet;
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

  const outcome = (answer: { statusCode: number; json(): { error?: string } }) => [
    answer.statusCode,
    answer.statusCode === 200 ? undefined : answer.json().error,
  ];

  describe('at the token endpoint', () => {
    const CASES: readonly [string, (code: string) => Promise<Parameters<typeof outcome>[0]>, string][] = [
      ['another code', () => wallet.redeem('x'), 'invalid_grant'],
      ['no code', () => wallet.redeem(''), 'invalid_request'],
      [
        'a transaction code that nobody asked for',
        (code) => wallet.redeem(code, { tx_code: '1' }),
        'invalid_request',
      ],
      [
        'another grant type',
        (code) => wallet.form('/issuance/token', { grant_type: 'password', code }),
        'unsupported_grant_type',
      ],
      ['no grant type', (code) => wallet.form('/issuance/token', { code }), 'invalid_request'],
      ['JSON', (code) => wallet.post('/issuance/token', { code }), 'invalid_request'],
      [
        'a parameter twice',
        (code) =>
          wallet.post('/issuance/token', `grant_type=a&grant_type=b&code=${code}`, {
            'content-type': 'application/x-www-form-urlencoded',
          }),
        'invalid_request',
      ],
      [
        'details of what was not offered',
        (code) => wallet.redeem(code, { authorization_details: details('ikd-mdoc') }),
        'invalid_authorization_details',
      ],
      [
        'details that are no JSON',
        (code) => wallet.redeem(code, { authorization_details: '{' }),
        'invalid_authorization_details',
      ],
      [
        'a DPoP proof for another address',
        async (code) => wallet.redeem(code, {}, { dpop: await wallet.dpop(key, 'POST', '/issuance/nonce') }),
        'invalid_dpop_proof',
      ],
      [
        'a DPoP proof that is none',
        (code) => wallet.redeem(code, {}, { dpop: 'x.y.z' }),
        'invalid_dpop_proof',
      ],
    ];
    for (const [name, send, error] of CASES) {
      test(`${name}; the offer is still good`, async () => {
        const { code } = await wallet.offer();
        assert.deepEqual(outcome(await send(code)), [400, error]);
        assert.equal((await wallet.redeem(code)).statusCode, 200);
      });
    }

    test('a code is good once, of two at the same moment for one, and for ten minutes', async () => {
      const { code } = await wallet.offer();
      const answers = await Promise.all(Array.from({ length: 8 }, () => wallet.redeem(code)));
      assert.deepEqual(answers.map(({ statusCode }) => statusCode).sort(), [200, ...Array(7).fill(400)]);
      assert.deepEqual(outcome(await wallet.redeem(code)), [400, 'invalid_grant']);
      const late = await wallet.offer();
      world.later(10 * 60_000);
      assert.deepEqual(outcome(await wallet.redeem(late.code)), [400, 'invalid_grant']);
      assert.deepEqual((await world.app.inject(`/control/offer/${late.session}`)).json(), {
        state: 'expired',
      });
    });

    test('a transaction code: asked for, told how it looks, wrong five times and the offer is lost', async () => {
      const { code, grant, txCode, session } = await wallet.offer({ txCode: true });
      assert.deepEqual(grant?.tx_code, { input_mode: 'numeric', length: 6 });
      assert.deepEqual(outcome(await wallet.redeem(code)), [400, 'invalid_request']);
      const other = txCode === '000000' ? '111111' : '000000';
      for (let tries = 0; tries < 5; tries++)
        assert.deepEqual(outcome(await wallet.redeem(code, { tx_code: other })), [400, 'invalid_grant']);
      assert.deepEqual(outcome(await wallet.redeem(code, { tx_code: txCode })), [400, 'invalid_grant']);
      const progress = await world.app.inject(`/control/offer/${session}`);
      assert.deepEqual(progress.json(), { state: 'locked', error: 'invalid_grant' });
      const text = await wallet.offer({ txCode: 'kata-rahasia' });
      assert.deepEqual(text.grant?.tx_code, { input_mode: 'text', length: 12 });
      assert.equal((await wallet.redeem(text.code, { tx_code: 'kata-rahasia' })).statusCode, 200);
    });

    test('an offer by reference, until it is taken up', async () => {
      const { code, link } = await wallet.offer({ byReference: true });
      assert.ok(code);
      const { pathname } = new URL(new URL(link).searchParams.get('credential_offer_uri')!);
      assert.equal((await wallet.redeem(code)).statusCode, 200);
      const gone = await world.app.inject(pathname);
      assert.deepEqual([gone.statusCode, gone.json().error], [404, 'invalid_request']);
    });

    test('no code, token or NIK is kept in clear', async () => {
      const { code } = await wallet.offer();
      const { access_token } = (await wallet.redeem(code)).json();
      const { rows } = await world.database.pool.query(
        `select (select json_agg(o) from credential_offer o)::text || (select json_agg(g) from issuance_grant g)::text as all`,
      );
      for (const secret of [code, access_token]) assert.ok(!rows[0].all.includes(secret));
    });
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

  describe('without the right token', () => {
    const credential = (headers: Record<string, string>) => wallet.post('/issuance/credential', {}, headers);
    test('none, another, one that is over', async () => {
      const none = await credential({});
      assert.deepEqual([none.statusCode, none.headers['www-authenticate']], [401, 'Bearer']);
      const other = await credential({ authorization: 'Bearer x' });
      assert.deepEqual(outcome(other), [401, 'invalid_token']);
      assert.equal(other.headers['www-authenticate'], 'Bearer error="invalid_token"');
      const over = wallet.bearer(await wallet.token());
      world.later(3_600_000);
      assert.deepEqual(outcome(await credential(over)), [401, 'invalid_token']);
    });

    test('bound by DPoP: by its key, for this request, once', async () => {
      const { code } = await wallet.offer();
      const given = await wallet.redeem(
        code,
        {},
        { dpop: await wallet.dpop(key, 'POST', '/issuance/token') },
      );
      const { access_token, token_type } = given.json();
      assert.equal(token_type, 'DPoP');
      const path = '/issuance/credential';
      const send = (scheme: string, dpop?: string) =>
        credential({ authorization: `${scheme} ${access_token}`, ...(dpop && { dpop }) });
      const thief = await newKey();
      for (const answer of [
        await send('Bearer'),
        await send('DPoP'),
        await send('DPoP', await wallet.dpop(thief, 'POST', path, access_token)),
        await send('DPoP', await wallet.dpop(key, 'POST', path)),
        await send('DPoP', await wallet.dpop(key, 'POST', '/issuance/nonce', access_token)),
      ]) {
        assert.equal(answer.statusCode, 401, answer.body);
        assert.match(String(answer.headers['www-authenticate']), /error="invalid_dpop_proof"/);
      }
      const good = await wallet.dpop(key, 'POST', path, access_token);
      assert.deepEqual(outcome(await send('DPoP', good)), [400, 'invalid_credential_request']);
      assert.equal((await send('DPoP', good)).statusCode, 401, 'a replay');
      const unbound = wallet.bearer(await wallet.token()).authorization.replace('Bearer', 'DPoP');
      assert.equal((await credential({ authorization: unbound })).statusCode, 401);
    });

    test('of an identity that ended meanwhile', async () => {
      const { code } = await wallet.offer();
      const accessToken = await wallet.token();
      await world.database.pool.query(
        `update activation set state = 'suspended', suspended_at = now() where state = 'active'`,
      );
      assert.deepEqual(outcome(await wallet.redeem(code)), [400, 'invalid_grant']);
      const proof = await wallet.proof(key);
      const denied = await wallet.ask(accessToken, {
        credential_configuration_id: 'ikd-sd-jwt',
        proofs: { jwt: [proof] },
      });
      assert.deepEqual(outcome(denied), [400, 'credential_request_denied']);
      await world.database.pool.query(`update activation set state = 'active' where state = 'suspended'`);
    });
  });
});

const details = (id: string) =>
  JSON.stringify([{ type: 'openid_credential', credential_configuration_id: id }]);
