import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { originsOf } from '../../src/platform/config.ts';
import { createTestWorld, type TestWorld } from '../testWorld.ts';
import { browse } from './browse.ts';

const CLIENT = 'dompet-lain';
const REDIRECT = 'https://dompet.contoh.invalid/kembali';

/** RFC 9126 and OpenID4VCI section 5.1. */
describe('a wallet’s authorization request', () => {
  let world: TestWorld;
  let follow: ReturnType<typeof browse>;
  before(async () => {
    world = await createTestWorld({ config: { origins: originsOf('https://ikd.contoh.invalid') } });
    follow = browse(world);
  });
  after(async () => {
    await world.close();
    assert.deepEqual(world.faults, []);
  });

  const post = (url: string, form: Record<string, string>) =>
    world.app.inject({
      method: 'POST',
      url,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(form).toString(),
    });

  const GOOD = {
    client_id: CLIENT,
    redirect_uri: REDIRECT,
    response_type: 'code',
    scope: 'ikd-sd-jwt',
    code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    code_challenge_method: 'S256',
  };
  const PUSHED: readonly [string, Partial<Record<string, string | undefined>>, string][] = [
    ['no client', { client_id: undefined }, 'invalid_request'],
    ['nowhere to go back to', { redirect_uri: undefined }, 'invalid_request'],
    ['a script to go back to', { redirect_uri: 'javascript:alert(1)' }, 'invalid_request'],
    ['plain http', { redirect_uri: 'http://dompet.contoh.invalid/' }, 'invalid_request'],
    ['a fragment', { redirect_uri: `${REDIRECT}#x` }, 'invalid_request'],
    ['implicit', { response_type: 'token' }, 'unsupported_response_type'],
    ['no PKCE', { code_challenge: undefined }, 'invalid_request'],
    ['PKCE plain', { code_challenge_method: 'plain' }, 'invalid_request'],
    ['nothing asked for', { scope: 'openid' }, 'invalid_scope'],
    ['details of another type', { authorization_details: '[{"type":"x"}]' }, 'invalid_authorization_details'],
    ['details that are no JSON', { authorization_details: '{' }, 'invalid_authorization_details'],
    [
      'details for another issuer',
      {
        authorization_details:
          '[{"type":"openid_credential","credential_configuration_id":"ikd-sd-jwt","locations":["https://x.invalid"]}]',
      },
      'invalid_authorization_details',
    ],
    ['a request in a request', { request_uri: 'urn:x' }, 'invalid_request'],
    ['an issuer state from elsewhere', { issuer_state: 'x' }, 'invalid_request'],
    ['a thumbprint that is none', { dpop_jkt: 'x' }, 'invalid_dpop_proof'],
  ];
  for (const [name, change, error] of PUSHED) {
    test(`refuses to keep a request: ${name}`, async () => {
      const form = Object.fromEntries(
        Object.entries({ ...GOOD, ...change }).filter(
          (entry): entry is [string, string] => entry[1] !== undefined,
        ),
      );
      const answer = await post('/issuance/par', form);
      assert.deepEqual([answer.statusCode, answer.json().error], [400, error], answer.body);
    });
  }

  test('a pushed request is used once, by its client, within its time; the page says so in plain words', async () => {
    const { request_uri } = (await post('/issuance/par', GOOD)).json();
    const open = (client_id: string) =>
      world.app.inject(`/issuance/authorize?${new URLSearchParams({ client_id, request_uri })}`);
    assert.equal((await open('lain')).statusCode, 400);
    assert.equal((await open(CLIENT)).statusCode, 303);
    const again = await open(CLIENT);
    assert.deepEqual([again.statusCode, again.body.includes('tidak dapat dipakai')], [400, true]);
    const late = (await post('/issuance/par', GOOD)).json();
    world.later(91_000);
    const query = new URLSearchParams({ client_id: CLIENT, request_uri: late.request_uri });
    assert.equal((await world.app.inject(`/issuance/authorize?${query}`)).statusCode, 400);
  });

  test('the wallet’s own state comes back with whatever is answered', async () => {
    const { request_uri } = (await post('/issuance/par', { ...GOOD, state: 'keadaan-1' })).json();
    const page = await follow(
      `/issuance/authorize?${new URLSearchParams({ client_id: CLIENT, request_uri })}`,
    );
    const { url } = await follow(`${page.url.pathname}/decline`, {});
    assert.deepEqual(Object.fromEntries(url.searchParams), {
      error: 'access_denied',
      state: 'keadaan-1',
      iss: `${world.config.origins.portal}/issuance`,
    });
  });

  test('a request in the address itself does as well; nobody is sent anywhere by a bad one', async () => {
    const good = await world.app.inject(`/issuance/authorize?${new URLSearchParams(GOOD)}`);
    assert.match(String(good.headers.location), /^\/issuance\/authorize\/[A-Za-z0-9_-]{43}$/);
    const bad = await world.app.inject(
      `/issuance/authorize?${new URLSearchParams({ ...GOOD, response_type: 'x' })}`,
    );
    assert.deepEqual([bad.statusCode, bad.headers.location], [400, undefined]);
  });

  test('a thousand from one address are many; a quarter of an hour later it may again', async () => {
    const from = (remoteAddress: string) =>
      world.app.inject({
        method: 'POST',
        url: '/issuance/par',
        remoteAddress,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: 'client_id=x',
      });
    for (let sent = 0; sent < 1_000; sent++) await from('192.0.2.7');
    const refused = await from('192.0.2.7');
    assert.deepEqual([refused.statusCode, refused.json().error], [429, 'temporarily_unavailable']);
    assert.equal((await from('192.0.2.8')).statusCode, 400);
    world.later(15 * 60_000);
    assert.equal((await from('192.0.2.7')).statusCode, 400);
  });
});
