import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { originsOf } from '../../src/platform/config.ts';
import { createTestWorld, type TestWorld } from '../testWorld.ts';
import { type Key, newKey, type OwnWallet, outcome, ownWallet } from './ownWallet.ts';

/** Access tokens: none, another, over, bound by DPoP (RFC 6750 section 3, RFC 9449 section 7). */
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
