import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { originsOf } from '../../src/platform/config.ts';
import { createTestWorld, type TestWorld } from '../testWorld.ts';
import { foreignWallet } from './foreignWallet.ts';

const ORIGINS = originsOf('https://ikd.contoh.invalid');

describe('a wallet that others wrote takes credentials by a pre-authorized code', () => {
  let world: TestWorld;
  before(async () => {
    world = await createTestWorld({ config: { origins: ORIGINS } });
  });
  after(async () => {
    await world.close();
    assert.deepEqual(world.faults, []);
  });

  const door = async (body: object) => {
    const answer = await world.app.inject({ method: 'POST', url: '/control/offer', payload: body });
    assert.equal(answer.statusCode, 200, answer.body);
    return answer.json();
  };

  for (const isBound of [false, true]) {
    test(`a batch of each format, ${isBound ? 'bound by DPoP' : 'by bearer token'}`, async () => {
      const ids = ['ikd-sd-jwt', 'ikd-mdoc'];
      const { offer, txCode, session } = await door({ ids, txCode: true });
      const wallet = foreignWallet(world);
      const { credentialOffer, issuerMetadata } = await wallet.resolve(offer);
      const dpop = isBound ? await wallet.dpop() : undefined;
      const { accessTokenResponse } = await wallet.client.retrievePreAuthorizedCodeAccessTokenFromOffer({
        credentialOffer,
        issuerMetadata,
        txCode,
        ...(dpop && { dpop }),
      });
      assert.equal(accessTokenResponse.token_type, isBound ? 'DPoP' : 'Bearer');
      for (const id of ids) {
        const { c_nonce } = await wallet.client.requestNonce({ issuerMetadata });
        const holders = await wallet.makeKeys(3);
        const { credentialResponse } = await wallet.client.retrieveCredentials({
          issuerMetadata,
          accessToken: accessTokenResponse.access_token,
          credentialConfigurationId: id,
          proofs: { jwt: await wallet.proofs(issuerMetadata, id, holders, c_nonce) },
          ...(dpop && { dpop }),
        });
        assert.equal(credentialResponse.credentials?.length, 3);
      }
      const progress = await world.app.inject(`/control/offer/${session}`);
      assert.deepEqual(progress.json(), { state: 'issued' });
    });
  }
});
