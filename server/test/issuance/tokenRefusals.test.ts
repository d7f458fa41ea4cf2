import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { originsOf } from '../../src/platform/config.ts';
import { createTestWorld, type TestWorld } from '../testWorld.ts';
import { type Key, newKey, type OwnWallet, outcome, ownWallet } from './ownWallet.ts';

/** Each error of OpenID4VCI section 6.3, and what leads to it. */
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
});

const details = (id: string) =>
  JSON.stringify([{ type: 'openid_credential', credential_configuration_id: id }]);
