import assert from 'node:assert/strict';
import type { VerifiedRequest } from '@jatidiri/core/openid4vp/model.ts';
import { bindToHolder, type KeyBindingContext } from '@jatidiri/core/sdjwt/present.ts';
import { suite } from '../issuance/activeHandset.ts';
import { createTestWorld } from '../testWorld.ts';
import { DOCTYPE, foreignIssuer, VCT } from './foreignIssuer.ts';
import { presentSdJwt, testWallet } from './testWallet.ts';

export const START = new Date('2026-11-22T04:00:00Z');
/** A card as SD-JWT VC or as mdoc. */
export const dcql = {
  credentials: [
    { id: 'card', format: 'dc+sd-jwt', meta: { vct_values: [VCT] }, claims: [{ path: ['name'] }] },
    {
      id: 'mdoc',
      format: 'mso_mdoc',
      meta: { doctype_value: DOCTYPE },
      claims: [{ path: [DOCTYPE, 'name'] }],
    },
  ],
  credential_sets: [{ options: [['card'], ['mdoc']] }],
};

export type Present = (request: VerifiedRequest) => Promise<string>;

/** A verifier that trusts a foreign issuer, and a wallet that sends it whatever a test makes. */
export async function openForeignCards() {
  const foreign = await foreignIssuer(START);
  const config = { trustedIssuers: [foreign.pem], statusHosts: [foreign.host] };
  const world = await createTestWorld({ startAt: START, config });
  const wallet = testWallet(world);

  async function ask(responseMode = 'direct_post.jwt') {
    const payload = { dcql, responseMode };
    const asked = await world.app.inject({ method: 'POST', url: '/control/request', payload });
    assert.equal(asked.statusCode, 200, asked.body);
    const { request: link, session } = asked.json();
    return { session, request: await wallet.open(link) };
  }
  const stateOf = async (session: string) => (await world.app.inject(`/control/request/${session}`)).json();

  /** Sends one presentation, and says how it ended: the claims, or the refusal that wallet and asker hear alike. */
  async function sent(make: Present, id: string): Promise<string> {
    const { request, session } = await ask();
    const answer = await wallet.answer(request, { [id]: [await make(request)] });
    const { state, error, claims } = await stateOf(session);
    if (answer.status === 200) {
      assert.equal(state, 'verified');
      return JSON.stringify(claims);
    }
    assert.deepEqual([answer.status, answer.body.error, state], [400, 'invalid_request', 'refused']);
    assert.equal(answer.body.error_description.replace(` (${id})`, ''), error);
    assert.equal(claims, undefined);
    return error;
  }

  return {
    foreign,
    world,
    wallet,
    ask,
    stateOf,
    /** The named claims, bound to the request by the holder unless a test wants it otherwise. */
    bound: (
      request: VerifiedRequest,
      sdJwt: string,
      changes: Partial<KeyBindingContext> = {},
      by = foreign.holder,
    ) =>
      presentSdJwt(
        request,
        { sdJwt, sign: by.sign, shown: ['name', 'secret'], now: world.clock.now },
        changes,
      ),
    /** With every disclosure, whatever it is. */
    whole: ({ audience, nonce }: VerifiedRequest, sdJwt: string) =>
      bindToHolder(foreign.holder.sign, suite, sdJwt, { audience, nonce, now: world.clock.now }),
    expectSent: async (make: Present, expected: string, id = 'card') =>
      assert.equal(await sent(make, id), expected),
    async close() {
      await foreign.close();
      await world.close();
      assert.deepEqual(world.faults, []);
    },
  };
}
