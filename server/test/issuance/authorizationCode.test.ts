import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { clientAuthenticationNone } from '@openid4vc/oauth2';
import { AuthorizationFlow } from '@openid4vc/openid4vci';
import { DEMO_RESIDENTS } from '../../../seed/demoResidents.ts';
import { originsOf } from '../../src/platform/config.ts';
import { createTestWorld, type TestWorld } from '../testWorld.ts';
import { activeHandset } from './activeHandset.ts';
import { foreignWallet } from './foreignWallet.ts';

const CLIENT = 'dompet-lain';
const REDIRECT = 'https://dompet.contoh.invalid/kembali';
const [SITI, BUDI] = DEMO_RESIDENTS;

describe('a wallet that others wrote takes credentials by the authorization code flow', () => {
  let world: TestWorld;
  before(async () => {
    world = await createTestWorld({ config: { origins: originsOf('https://ikd.contoh.invalid') } });
  });
  after(async () => {
    await world.close();
    assert.deepEqual(world.faults, []);
  });

  async function offer(body: object = {}) {
    const payload = { ids: ['ikd-sd-jwt'], grant: 'authorization_code', ...body };
    const answer = await world.app.inject({ method: 'POST', url: '/control/offer', payload });
    assert.equal(answer.statusCode, 200, answer.body);
    return answer.json() as { offer: string; session: string };
  }

  /** Until the resident's browser shows the question. */
  async function begin(made: { offer: string }, more: { details?: boolean; dpop?: boolean } = {}) {
    const wallet = foreignWallet(world, {
      clientAuthentication: clientAuthenticationNone({ clientId: CLIENT }),
    });
    const { credentialOffer, issuerMetadata } = await wallet.resolve(made.offer);
    const dpop = more.dpop ? await wallet.dpop() : undefined;
    const detail = { type: 'openid_credential', credential_configuration_id: 'ikd-sd-jwt' };
    const begun = await wallet.client.initiateAuthorization({
      credentialOffer,
      issuerMetadata,
      clientId: CLIENT,
      redirectUri: REDIRECT,
      ...(more.details
        ? { additionalRequestPayload: { authorization_details: [detail] } }
        : { scope: 'ikd-sd-jwt' }),
      ...(dpop && { dpop }),
    });
    assert.equal(begun.authorizationFlow, AuthorizationFlow.Oauth2Redirect);
    const { authorizationRequestUrl, pkce } = begun as {
      authorizationRequestUrl: string;
      pkce?: { codeVerifier: string };
    };
    const page = await follow(authorizationRequestUrl);
    return { wallet, credentialOffer, issuerMetadata, dpop, pkce: pkce!, page };
  }
  type Begun = Awaited<ReturnType<typeof begin>>;

  /** As a browser: through redirects on our own origin, with what a form held. */
  async function follow(
    url: string,
    form?: Record<string, string>,
  ): Promise<{ url: URL; html: string; status: number }> {
    const { origin, pathname, search } = new URL(url, world.config.origins.portal);
    if (origin !== world.config.origins.portal) return { url: new URL(url), html: '', status: 200 };
    const answer = await world.app.inject(
      form
        ? {
            method: 'POST',
            url: pathname,
            headers: { 'content-type': 'application/x-www-form-urlencoded' },
            payload: new URLSearchParams(form).toString(),
          }
        : { url: `${pathname}${search}` },
    );
    if (answer.statusCode === 303) return follow(String(answer.headers.location));
    return { url: new URL(pathname, origin), html: answer.body, status: answer.statusCode };
  }

  async function take({ wallet, credentialOffer, issuerMetadata, dpop, pkce }: Begun, back: URL) {
    const answer = wallet.client.parseAndVerifyAuthorizationResponseRedirectUrl({
      url: back.href,
      authorizationServerMetadata: issuerMetadata.authorizationServers[0]!,
    });
    const { accessTokenResponse } = await wallet.client.retrieveAuthorizationCodeAccessTokenFromOffer({
      issuerMetadata,
      credentialOffer,
      authorizationCode: answer.code!,
      pkceCodeVerifier: pkce.codeVerifier,
      redirectUri: REDIRECT,
      ...(dpop && { dpop }),
    });
    const { c_nonce } = await wallet.client.requestNonce({ issuerMetadata });
    const [holder] = await wallet.makeKeys(1);
    const { jwt } = await wallet.client.createCredentialRequestJwtProof({
      issuerMetadata,
      credentialConfigurationId: 'ikd-sd-jwt',
      nonce: c_nonce,
      clientId: CLIENT,
      signer: wallet.signerOf(holder!),
    });
    return { accessTokenResponse, jwt };
  }

  async function copiesOf(begun: Begun, back: URL): Promise<number> {
    const { accessTokenResponse, jwt } = await take(begun, back);
    const { wallet, issuerMetadata, dpop } = begun;
    const { credentialResponse } = await wallet.client.retrieveCredentials({
      issuerMetadata,
      accessToken: accessTokenResponse.access_token,
      credentialConfigurationId: 'ikd-sd-jwt',
      proofs: { jwt: [jwt] },
      ...(dpop && { dpop }),
    });
    return credentialResponse.credentials!.length;
  }

  test('the resident answers in the own wallet: pushed request, PKCE, DPoP, answer with iss', async () => {
    const handset = await activeHandset(world, BUDI);
    const made = await offer();
    const begun = await begin(made, { dpop: true });
    assert.match(begun.page.html, /dompet\.contoh\.invalid/);
    const [, question] = /\/pertanyaan\/([A-Za-z0-9_-]{22})/.exec(begun.page.html)!;
    const state = () => world.app.inject(`${begun.page.url.pathname}/state`);
    assert.deepEqual((await state()).json(), { state: 'waiting' });
    await handset.call('GET', `/api/approval/questions/${question}`);
    const answered = await handset.call('POST', `/api/approval/questions/${question}/answer`, {
      decision: 'approve',
    });
    assert.equal(answered.status, 200, JSON.stringify(answered.body));
    assert.deepEqual((await state()).json(), { state: 'answered' });

    const { url } = await follow(begun.page.url.pathname);
    assert.equal(url.searchParams.get('iss'), `${world.config.origins.portal}/issuance`);
    assert.equal(await copiesOf(begun, url), 1);
    assert.deepEqual((await world.app.inject(`/control/offer/${made.session}`)).json(), { state: 'issued' });
    const { rows } = await world.database.pool.query(
      'select from credential join credential_response r on r.id = response_id where activation_id = $1',
      [handset.state.id],
    );
    assert.equal(rows.length, 1, 'the credential of whoever answered');
  });

  test('in a demonstration a script fills in the form, as any demonstration resident', async () => {
    const begun = await begin(await offer());
    const demo = /action="([^"]+\/demo)"/.exec(begun.page.html)![1]!;
    const wrong = await follow(demo, { nik: '1234', decision: 'continue' });
    assert.deepEqual([wrong.status, wrong.html.includes('bukan milik penduduk contoh')], [422, true]);
    const { url } = await follow(demo, { nik: SITI!.nik, decision: 'continue' });
    assert.equal(await copiesOf(begun, url), 1);
    const again = await follow(begun.page.url.pathname);
    assert.equal(again.status, 400, 'the page is over');
  });

  test('by authorization details: the token names identifiers, and credentials are asked for by them', async () => {
    const begun = await begin(await offer(), { details: true });
    const demo = /action="([^"]+\/demo)"/.exec(begun.page.html)![1]!;
    const { url } = await follow(demo, { decision: 'continue' });
    const { accessTokenResponse, jwt } = await take(begun, url);
    const [detail] = accessTokenResponse.authorization_details as { credential_identifiers: string[] }[];
    const ask = (more: object) =>
      world.app.inject({
        method: 'POST',
        url: '/issuance/credential',
        headers: { authorization: `Bearer ${accessTokenResponse.access_token}` },
        payload: { proofs: { jwt: [jwt] }, ...more },
      });
    const byConfiguration = await ask({ credential_configuration_id: 'ikd-sd-jwt' });
    assert.deepEqual(
      [byConfiguration.statusCode, byConfiguration.json().error],
      [400, 'invalid_credential_request'],
    );
    assert.equal(
      (await ask({ credential_identifier: 'lain' })).json().error,
      'unknown_credential_identifier',
    );
    const given = await ask({ credential_identifier: detail!.credential_identifiers[0] });
    assert.equal(given.json().credentials.length, 1, given.body);
  });

  test('declined in the wallet or on the page: the wallet hears access_denied', async () => {
    const handset = await activeHandset(world, DEMO_RESIDENTS[2]);
    const first = await begin(await offer());
    const [, question] = /\/pertanyaan\/([A-Za-z0-9_-]{22})/.exec(first.page.html)!;
    await handset.call('GET', `/api/approval/questions/${question}`);
    await handset.call('POST', `/api/approval/questions/${question}/answer`, { decision: 'report' });
    const { url } = await follow(first.page.url.pathname);
    assert.equal(url.searchParams.get('error'), 'access_denied');
    const second = await begin(await offer());
    const declined = await follow(`${second.page.url.pathname}/decline`, {});
    assert.equal(declined.url.searchParams.get('error'), 'access_denied');
  });

  test('an offer for one resident is taken up by nobody else', async () => {
    const begun = await begin(await offer({ nik: BUDI!.nik }));
    const demo = /action="([^"]+\/demo)"/.exec(begun.page.html)![1]!;
    assert.equal((await follow(demo, { nik: SITI!.nik, decision: 'continue' })).status, 422);
    const { url } = await follow(demo, { nik: BUDI!.nik, decision: 'continue' });
    assert.ok(url.searchParams.get('code'));
  });

  test('a code that comes twice gives nothing, and ends what it gave', async () => {
    const begun = await begin(await offer());
    const demo = /action="([^"]+\/demo)"/.exec(begun.page.html)![1]!;
    const { url } = await follow(demo, { decision: 'continue' });
    const redeem = () =>
      post('/issuance/token', {
        grant_type: 'authorization_code',
        code: url.searchParams.get('code')!,
        client_id: CLIENT,
        redirect_uri: REDIRECT,
        code_verifier: begun.pkce.codeVerifier,
      });
    const [one, other] = await Promise.all([redeem(), redeem()]);
    assert.deepEqual([one.statusCode, other.statusCode].sort(), [200, 400]);
    const { access_token } = [one, other].find(({ statusCode }) => statusCode === 200)!.json();
    const headers = { authorization: `Bearer ${access_token}` };
    const used = await world.app.inject({
      method: 'POST',
      url: '/issuance/credential',
      headers,
      payload: {},
    });
    assert.deepEqual([used.statusCode, used.json().error], [401, 'invalid_token']);
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

  const REDEEMED: readonly [string, Record<string, string>, string][] = [
    ['another verifier', { code_verifier: 'x'.repeat(43) }, 'invalid_grant'],
    ['no verifier', { code_verifier: '' }, 'invalid_grant'],
    ['another client', { client_id: 'x' }, 'invalid_grant'],
    ['another way back', { redirect_uri: `${REDIRECT}/x` }, 'invalid_grant'],
    ['another code', { code: 'x' }, 'invalid_grant'],
  ];
  test('a code is good for the client, the way back and the verifier that it was made for, and only for a minute', async () => {
    const begun = await begin(await offer());
    const demo = /action="([^"]+\/demo)"/.exec(begun.page.html)![1]!;
    const { url } = await follow(demo, { decision: 'continue' });
    const good = {
      grant_type: 'authorization_code',
      code: url.searchParams.get('code')!,
      client_id: CLIENT,
      redirect_uri: REDIRECT,
      code_verifier: begun.pkce.codeVerifier,
    };
    for (const [name, change, error] of REDEEMED) {
      const answer = await post('/issuance/token', { ...good, ...change });
      assert.deepEqual([answer.statusCode, answer.json().error], [400, error], name);
    }
    world.later(61_000);
    assert.equal((await post('/issuance/token', good)).json().error, 'invalid_grant');
  });

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
});
