import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { drawNewHandsetQr } from '@jatidiri/core/recovery/newHandsetQr.ts';
import { clientAuthenticationNone } from '@openid4vc/oauth2';
import { AuthorizationFlow } from '@openid4vc/openid4vci';
import { DEMO_RESIDENTS } from '../../../seed/demoResidents.ts';
import { originsOf } from '../../src/platform/config.ts';
import { createHandset, type TestHandset } from '../testHandset.ts';
import { createTestWorld, type TestWorld } from '../testWorld.ts';
import { activeHandset } from './activeHandset.ts';
import { browse } from './browse.ts';
import { foreignWallet } from './foreignWallet.ts';

const CLIENT = 'dompet-lain';
const REDIRECT = 'https://dompet.contoh.invalid/kembali';
const [SITI, BUDI] = DEMO_RESIDENTS;

describe('a wallet that others wrote takes credentials by the authorization code flow', () => {
  let world: TestWorld;
  let follow: ReturnType<typeof browse>;
  let stolen: TestHandset;
  before(async () => {
    world = await createTestWorld({ config: { origins: originsOf('https://ikd.contoh.invalid') } });
    follow = browse(world);
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
    stolen = handset;
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

  test('what a stolen handset has approved gives no code once the identity has left it', async () => {
    const begun = await begin(await offer());
    const [, question] = /\/pertanyaan\/([A-Za-z0-9_-]{22})/.exec(begun.page.html)!;
    await stolen.call('GET', `/api/approval/questions/${question}`);
    await stolen.call('POST', `/api/approval/questions/${question}/answer`, { decision: 'approve' });
    const next = await createHandset(world);
    const qr = await drawNewHandsetQr(next.sign, next.jwk, world.clock.now);
    assert.equal((await stolen.call('POST', '/api/recovery/moves', { qr })).status, 204);

    const { url } = await follow(begun.page.url.pathname);
    assert.deepEqual([url.searchParams.get('error'), url.searchParams.has('code')], ['access_denied', false]);
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
    assert.equal((await follow(second.page.url.pathname)).status, 400, 'and it is over');
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
});
