import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { IKD_VCT } from '@jatidiri/core/issuance/model.ts';
import { ISSUER_URI } from '../../../core/test/chain/issuerFixture.ts';
import { activeHandset, fetchIkd } from '../issuance/activeHandset.ts';
import { FORM, type TestHandset } from '../testHandset.ts';
import { createOfficer, type TestOfficer } from '../testOfficer.ts';
import { createTestWorld, type TestWorld } from '../testWorld.ts';
import { foreignIssuer, VCT } from './foreignIssuer.ts';
import { presentSdJwt, testWallet } from './testWallet.ts';

const START = new Date('2026-11-22T04:00:00Z');
/** Who somebody is and what they may do, in one question: both, or nothing. */
const DCQL = {
  credentials: [
    { id: 'ikd', format: 'dc+sd-jwt', meta: { vct_values: [IKD_VCT] }, claims: [{ path: ['name'] }] },
    { id: 'str', format: 'dc+sd-jwt', meta: { vct_values: [VCT] }, claims: [{ path: ['member'] }] },
  ],
  credential_sets: [{ options: [['ikd', 'str']] }],
};

describe('an identity and a card of a listed institution, proven in one step', () => {
  let world: TestWorld;
  let foreign: Awaited<ReturnType<typeof foreignIssuer>>;
  let ministry: TestOfficer;
  let siti: TestHandset;
  let ikd: string;
  before(async () => {
    foreign = await foreignIssuer(START);
    world = await createTestWorld({ startAt: START, config: { statusHosts: [foreign.host] } });
    ministry = await createOfficer(world, 'DEMO-64-KEMENTERIAN');
    siti = await activeHandset(world, FORM);
    ikd = (await fetchIkd(siti)).body.sdJwtVc;
  });
  after(async () => {
    await foreign.close();
    await world.close();
    assert.deepEqual(world.faults, []);
  });

  async function list(types: string[]): Promise<string> {
    const { partners } = (await ministry.call('GET', '/api/partner/institutions')).body;
    const partner = partners.find(({ name }: { name: string }) => name === 'Klinik Contoh Sehat').id;
    const id = randomUUID();
    const body = { id, partner, issuer: ISSUER_URI, types, group: 'profession', rootPem: foreign.pem };
    const listed = await ministry.call('POST', '/api/partner/card-issuers', body);
    assert.equal(listed.status, 204, JSON.stringify(listed.body));
    return id;
  }
  const end = (id: string) => ministry.call('POST', `/api/partner/card-issuers/${id}/end`);

  async function present(ids: readonly ('ikd' | 'str')[]) {
    const payload = { dcql: DCQL, responseMode: 'direct_post.jwt' };
    const asked = (await world.app.inject({ method: 'POST', url: '/control/request', payload })).json();
    const wallet = testWallet(world);
    const request = await wallet.open(asked.request);
    const now = world.clock.now;
    const made = {
      ikd: () => presentSdJwt(request, { sdJwt: ikd, sign: siti.sign, shown: ['name'], now }),
      str: async () =>
        presentSdJwt(request, {
          sdJwt: await foreign.sdJwt(),
          sign: foreign.holder.sign,
          shown: ['member'],
          now,
        }),
    };
    const cards: Record<string, string[]> = {};
    for (const id of ids) cards[id] = [await made[id]()];
    const { status } = await wallet.answer(request, cards);
    const { error, claims } = (await world.app.inject(`/control/request/${asked.session}`)).json();
    return { status, error, claims };
  }

  test('is believed while the institution is on the list for that type, and no longer', async () => {
    assert.equal((await present(['ikd', 'str'])).error, 'chain/untrusted', 'nobody listed it yet');
    const id = await list([VCT]);
    const both = await present(['ikd', 'str']);
    assert.equal(both.status, 200, JSON.stringify(both));
    assert.match(JSON.stringify(both.claims), new RegExp(FORM.name));
    assert.match(JSON.stringify(both.claims), /"member":true/);
    assert.notEqual((await present(['ikd'])).status, 200, 'one of the two is not enough');
    await end(id);
    assert.equal((await present(['ikd', 'str'])).error, 'chain/untrusted');
  });

  test('is refused for a type that the institution was not admitted for', async () => {
    const id = await list(['https://penerbit.example/vct/lain']);
    assert.equal((await present(['ikd', 'str'])).error, 'chain/untrusted');
    await end(id);
  });
});
