import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import * as oidc from 'openid-client';
import type { TestHandset } from '../testHandset.ts';
import {
  answerInWallet,
  begin,
  createBrowser,
  createLoginWorld,
  type LoginWorld,
  questionIn,
  type RelyingParty,
  relyingParty,
  SITI,
  signIn,
  walletOf,
} from './relyingParty.ts';

/** Tokens for software (client credentials), and logins on screens without a keyboard (device flow). */
describe('software and screens of a partner', () => {
  let world: LoginWorld;
  let siti: TestHandset;
  let clinic: RelyingParty;

  before(async () => {
    world = await createLoginWorld();
    siti = await walletOf(world);
    clinic = await relyingParty(world);
  });
  after(async () => {
    await world.close();
    assert.deepEqual(world.faults, []);
  });

  test('a token for the partner API is a JWT for that API alone, bound to a key, and admits to it', async () => {
    const tokens = await oidc.clientCredentialsGrant(
      clinic.config,
      { scope: 'match present consent' },
      clinic,
    );
    assert.equal(tokens.token_type, 'dpop');
    const claims = decodeJwt(tokens.access_token);
    assert.equal(decodeProtectedHeader(tokens.access_token).typ, 'at+jwt');
    assert.deepEqual(
      [claims.iss, claims.aud, claims.client_id, claims.scope],
      [
        world.config.origins.portal,
        `${world.config.origins.portal}/api`,
        'clinic-production',
        'match present consent',
      ],
    );
    assert.match(String((claims.cnf as { jkt?: string }).jkt), /^[\w-]{43}$/);

    const url = new URL('/api/partner/access', world.config.origins.portal);
    const admitted = await oidc.fetchProtectedResource(
      clinic.config,
      tokens.access_token,
      url,
      'GET',
      undefined,
      undefined,
      clinic,
    );
    assert.equal(admitted.status, 200);
  });

  test('a token carries no scope that was not agreed, and none without DPoP is given', async () => {
    const more = await oidc.clientCredentialsGrant(clinic.config, { scope: 'match everything' }, clinic);
    assert.equal(decodeJwt(more.access_token).scope, 'match');
    await assert.rejects(oidc.clientCredentialsGrant(clinic.config, { scope: 'match' }), {
      error: 'invalid_grant',
    });
    const other = oidc.clientCredentialsGrant(
      clinic.config,
      { scope: 'match', resource: 'https://x.example' },
      clinic,
    );
    await assert.rejects(other, { error: 'invalid_target' });
  });

  test('a screen shows a code; the resident types it elsewhere, compares it and approves in the wallet', async () => {
    const device = await oidc.initiateDeviceAuthorization(clinic.config, { scope: 'openid profile' });
    const browser = createBrowser(world.config.origins.portal);
    const typed = await browser.go(device.verification_uri);
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(typed.html)![1]!;
    const compared = await browser.go('/login/device', { xsrf, user_code: device.user_code.toLowerCase() });
    assert.ok(compared.html.includes(device.user_code) && compared.html.includes('Klinik Contoh Sehat'));
    const shown = await browser.go('/login/device', { xsrf, user_code: device.user_code, confirm: 'yes' });
    await answerInWallet(siti, questionIn(shown.html));
    assert.match((await browser.go(shown.url)).html, /Selesai/);

    const tokens = await oidc.pollDeviceAuthorizationGrant(
      clinic.config,
      { ...device, interval: 0.1 },
      undefined,
      clinic,
    );
    const info = await oidc.fetchUserInfo(clinic.config, tokens.access_token, tokens.claims()!.sub, clinic);
    assert.equal(info.name, SITI.name);
  });

  test('a code that nobody was given is told, in words', async () => {
    const browser = createBrowser(world.config.origins.portal);
    const typed = await browser.go('/login/device');
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(typed.html)![1]!;
    const answer = await browser.go('/login/device', { xsrf, user_code: 'BBBB-BBBB' });
    assert.match(answer.html, /Kode itu tidak dikenal/);
  });

  test('signing out asks first, ends the tokens, and goes back to the institution', async () => {
    const browser = createBrowser(world.config.origins.portal);
    const begun = await begin(clinic);
    const callback = await signIn(world, siti, begun, { decision: 'approve' }, browser);
    const tokens = await oidc.authorizationCodeGrant(
      clinic.config,
      callback,
      begun.checks,
      undefined,
      clinic,
    );
    const address = oidc.buildEndSessionUrl(clinic.config, {
      id_token_hint: tokens.id_token!,
      post_logout_redirect_uri: 'http://localhost:9000/',
      state: 'bye',
    });
    const asked = await browser.go(address);
    assert.match(asked.html, /Anda akan keluar dari layanan <strong>Klinik Contoh Sehat<\/strong>/);
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(asked.html)![1]!;
    const left = await browser.go('/login/end-session/confirm', { xsrf, logout: 'yes' });
    assert.equal(left.url.href, 'http://localhost:9000/?state=bye');
    const info = oidc.fetchUserInfo(clinic.config, tokens.access_token, tokens.claims()!.sub, clinic);
    await assert.rejects(info, { code: 'OAUTH_WWW_AUTHENTICATE_CHALLENGE' });
  });

  test('signing out to somewhere that is not registered is refused', async () => {
    const browser = createBrowser(world.config.origins.portal);
    const elsewhere = oidc.buildEndSessionUrl(clinic.config, {
      post_logout_redirect_uri: 'https://x.example/',
    });
    const refused = await browser.go(elsewhere);
    assert.deepEqual([refused.status, refused.url.origin], [400, world.config.origins.portal]);
  });
});
