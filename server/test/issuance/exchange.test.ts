import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { encryptJwe } from '@jatidiri/core/jose/jwe.ts';
import { parsePublicJwk } from '@jatidiri/core/jose/publicJwk.ts';
import { utf8 } from '@jatidiri/core/kit/bytes.ts';
import { PRE_AUTHORIZED_CODE, readOfferLink } from '@jatidiri/core/openid4vci/offer.ts';
import { compactDecrypt } from 'jose';
import { originsOf } from '../../src/platform/config.ts';
import { createTestWorld, type TestWorld } from '../testWorld.ts';
import { activeHandset } from './activeHandset.ts';
import { newKey, type OwnWallet, ownWallet } from './ownWallet.ts';

const ID = { credential_configuration_id: 'ikd-sd-jwt' };

describe('how copies reach a wallet: encrypted, later, and acknowledged', () => {
  let world: TestWorld;
  let wallet: OwnWallet;
  before(async () => {
    world = await createTestWorld({ config: { origins: originsOf('https://ikd.contoh.invalid') } });
    wallet = ownWallet(world);
  });
  after(async () => {
    await world.close();
    assert.deepEqual(world.faults, []);
  });

  test('encrypted both ways, to the key in the metadata and to the wallet’s own', async () => {
    const metadata = (await world.app.inject('/.well-known/openid-credential-issuer')).json();
    const [jwk] = metadata.credential_request_encryption.jwks.keys;
    const tools = { subtle: crypto.subtle, random: (size: number) => randomBytes(size) };
    const recipient = { jwk: parsePublicJwk({ ...jwk })!, kid: jwk.kid as string };
    const pair = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits']);
    const own = { ...(await crypto.subtle.exportKey('jwk', pair.publicKey)), kid: 'dompet', alg: 'ECDH-ES' };
    const token = await wallet.token();
    const send = async (message: object, to = recipient) =>
      wallet.post(
        '/issuance/credential',
        await encryptJwe(tools, to, 'A256GCM', utf8(JSON.stringify(message))),
        {
          ...wallet.bearer(token),
          'content-type': 'application/jwt',
        },
      );

    const proofs = { jwt: [await wallet.proof(await newKey())] };
    const answer = await send({
      ...ID,
      proofs,
      credential_response_encryption: { jwk: own, enc: 'A128GCM' },
    });
    assert.equal(answer.headers['content-type'], 'application/jwt');
    const { plaintext, protectedHeader } = await compactDecrypt(answer.body, pair.privateKey);
    assert.deepEqual([protectedHeader.kid, protectedHeader.enc], ['dompet', 'A128GCM']);
    assert.equal(JSON.parse(Buffer.from(plaintext).toString()).credentials.length, 1);

    const refused: readonly [object, string][] = [
      [{ jwk: own, enc: 'A128CBC-HS256' }, 'invalid_encryption_parameters'],
      [{ jwk: { ...own, alg: 'RSA-OAEP' }, enc: 'A128GCM' }, 'invalid_encryption_parameters'],
      [{ jwk: { kty: 'RSA' }, enc: 'A128GCM' }, 'invalid_encryption_parameters'],
      [{ jwk: own, enc: 'A128GCM', zip: 'DEF' }, 'invalid_encryption_parameters'],
    ];
    for (const [encryption, error] of refused) {
      const no = await send({ ...ID, proofs, credential_response_encryption: encryption });
      assert.deepEqual([no.statusCode, no.json().error], [400, error]);
    }
    const elsewhere = await send({ ...ID, proofs }, { jwk: (await newKey()).jwk, kid: 'x' });
    assert.deepEqual([elsewhere.statusCode, elsewhere.json().error], [400, 'invalid_credential_request']);
  });

  test('held back: a transaction first, the copies later, once', async () => {
    const { code } = await wallet.offer({ holdSeconds: 30 });
    const token = (await wallet.redeem(code)).json().access_token;
    const proofs = { jwt: [await wallet.proof(await newKey()), await wallet.proof(await newKey())] };
    const first = await wallet.ask(token, { ...ID, proofs });
    assert.equal(first.statusCode, 202, first.body);
    const { transaction_id, interval } = first.json();
    assert.equal(interval, 30);
    const fetchLater = (id = transaction_id, by = token) =>
      wallet.post('/issuance/deferred', { transaction_id: id }, wallet.bearer(by));
    world.later(20_000);
    const waiting = await fetchLater();
    assert.deepEqual([waiting.statusCode, waiting.json()], [202, { transaction_id, interval: 10 }]);
    const stolen = await fetchLater(transaction_id, await wallet.token());
    assert.deepEqual([stolen.statusCode, stolen.json().error], [400, 'invalid_transaction_id']);
    world.later(10_000);
    const [one, other] = await Promise.all([fetchLater(), fetchLater()]);
    assert.deepEqual([one.statusCode, other.statusCode].sort(), [200, 400]);
    const issued = [one, other].find(({ statusCode }) => statusCode === 200)!;
    assert.equal(issued.json().credentials.length, 2);
    assert.equal((await fetchLater()).json().error, 'invalid_transaction_id');
    assert.equal((await fetchLater('x')).json().error, 'invalid_transaction_id');
  });

  test('held back by a setting: for other wallets, not for the handset that holds the identity', async () => {
    const careful = await createTestWorld({ config: { walletHoldSeconds: 60 } });
    try {
      const other = ownWallet(careful);
      const ask = async (code: string) => {
        const { access_token } = (await other.redeem(code)).json();
        const proofs = { jwt: [await other.proof(await newKey())] };
        return (await other.ask(access_token, { ...ID, proofs })).statusCode;
      };
      assert.equal(await ask((await other.offer({ nik: '6471062508849902' })).code), 202);
      const handset = await activeHandset(careful);
      const { offer } = (await handset.call('POST', '/api/issuance/offer')).body;
      const read = readOfferLink(offer);
      const grant = read?.kind === 'value' ? read.offer.grants?.[PRE_AUTHORIZED_CODE] : undefined;
      assert.equal(await ask(grant!['pre-authorized_code']), 200);
    } finally {
      await careful.close();
    }
  });

  test('what a wallet says became of the copies: kept, or not, and then they are revoked', async () => {
    const { code, session } = await wallet.offer();
    const token = (await wallet.redeem(code)).json().access_token;
    const issued = await wallet.ask(token, { ...ID, proofs: { jwt: [await wallet.proof(await newKey())] } });
    const { notification_id } = issued.json();
    const tell = (event: string, id = notification_id, by = token) =>
      wallet.post('/issuance/notification', { notification_id: id, event }, wallet.bearer(by));
    const progress = async () => (await world.app.inject(`/control/offer/${session}`)).json();
    assert.equal((await tell('credential_accepted')).statusCode, 204);
    assert.equal((await tell('credential_accepted')).statusCode, 204, 'the same again');
    assert.deepEqual(await progress(), { state: 'issued' });
    assert.equal((await tell('credential_deleted')).statusCode, 204);
    assert.deepEqual(await progress(), { state: 'failed', error: 'credential_deleted' });
    const { rows } = await world.database.pool.query(
      `select status from credential join credential_response r on r.id = response_id where notified = 'credential_deleted'`,
    );
    assert.deepEqual(rows, [{ status: 1 }]);
    assert.equal((await tell('x')).json().error, 'invalid_notification_request');
    assert.equal((await tell('credential_accepted', 'x')).json().error, 'invalid_notification_id');
    const stranger = await tell('credential_accepted', notification_id, await wallet.token());
    assert.equal(stranger.json().error, 'invalid_notification_id');
    assert.equal((await tell('credential_accepted', notification_id, 'x')).statusCode, 401);
  });
});
