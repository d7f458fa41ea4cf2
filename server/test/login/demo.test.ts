import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import * as oidc from 'openid-client';
import { DEMO_RESIDENTS } from '../../../seed/demoResidents.ts';
import { demoClients } from '../../src/login/demoClients.ts';
import { createTestWorld } from '../testWorld.ts';
import { createBrowser, createLoginWorld, type LoginWorld, questionIn, SITI } from './relyingParty.ts';

const CALLBACK = 'http://127.0.0.1:9999/callback';
const FILE = {
  clients: [{ client_id: 'suite', client_secret: 'a shared secret', redirect_uris: [CALLBACK] }],
};

/** `--login-client FILE`: an ordinary client with a secret, and a sign-in page that a script can fill in. */
describe('a demonstration’s login client', () => {
  let world: LoginWorld;
  let config: oidc.Configuration;

  before(async () => {
    world = await createLoginWorld({ config: { loginClients: JSON.stringify(FILE) } });
    config = await oidc.discovery(
      new URL(world.config.origins.portal),
      'suite',
      'a shared secret',
      undefined,
      {
        execute: [oidc.allowInsecureRequests],
      },
    );
  });
  after(async () => {
    await world.close();
    assert.deepEqual(world.faults, []);
  });

  async function begin(scope = 'openid profile address', more: Record<string, string> = {}) {
    const pkceCodeVerifier = oidc.randomPKCECodeVerifier();
    const expectedState = oidc.randomState();
    const url = oidc.buildAuthorizationUrl(config, {
      redirect_uri: CALLBACK,
      scope,
      state: expectedState,
      code_challenge: await oidc.calculatePKCECodeChallenge(pkceCodeVerifier),
      code_challenge_method: 'S256',
      ...more,
    });
    const browser = createBrowser(world.config.origins.portal);
    const shown = await browser.go(url);
    assert.equal(shown.status, 200, shown.html);
    const form = /action="([^"]+\/demo)"/.exec(shown.html)![1]!;
    return { browser, shown, form, checks: { pkceCodeVerifier, expectedState } };
  }

  test('signs in as a demonstration resident by the form, and says that nothing was checked', async () => {
    const { browser, form, checks } = await begin();
    const { url } = await browser.go(form, { nik: SITI.nik, decision: 'continue' });
    const tokens = await oidc.authorizationCodeGrant(config, url, checks);
    const claims = tokens.claims()!;
    assert.equal(claims.acr, 'urn:jatidiri:acr:demonstration');
    const info = await oidc.fetchUserInfo(config, tokens.access_token, claims.sub);
    assert.equal(info.name, SITI.name);
    assert.equal(info.address?.locality, 'Kota Samarinda');
    assert.ok(!JSON.stringify([info, claims, url.href]).includes(SITI.nik));
  });

  test('an answer that is posted may be posted there, and nowhere else', async () => {
    const { browser, form } = await begin('openid', { response_mode: 'form_post' });
    const posting = await browser.go(form, { nik: SITI.nik, decision: 'continue' });
    assert.match(posting.html, new RegExp(`action="${CALLBACK}"`));
    assert.match(posting.policy, /form-action 'self' http:\/\/127\.0\.0\.1:9999[;]/);
    assert.match(posting.policy, /script-src 'self' 'sha256-/);
  });

  test('declines by the form, and by the page’s own button', async () => {
    const first = await begin();
    const declined = await first.browser.go(first.form, { nik: SITI.nik, decision: 'decline' });
    assert.equal(declined.url.searchParams.get('error'), 'access_denied');
    const second = await begin();
    const cancelled = await second.browser.go(second.form.replace('/demo', '/decline'), {});
    assert.equal(cancelled.url.searchParams.get('error'), 'access_denied');
  });

  const STRANGERS: readonly [string, string][] = [
    ['a number that nobody has', '6472035203910077'],
    ['no number', ''],
    ['nonsense', 'x'.repeat(20)],
    ['somebody who has died', DEMO_RESIDENTS.find(({ label }) => label.en.includes('deceased'))?.nik ?? '0'],
  ];
  for (const [what, nik] of STRANGERS) {
    test(`the form with ${what} says so and stays`, async () => {
      const { browser, form } = await begin();
      const answer = await browser.go(form, { nik, decision: 'continue' });
      assert.equal(answer.status, 422);
      assert.match(answer.html, /bukan milik penduduk contoh/);
    });
  }

  test('another browser that has the address can do nothing with it', async () => {
    const { shown, form } = await begin();
    const stranger = createBrowser(world.config.origins.portal);
    const refused = await stranger.go(shown.url);
    assert.equal(refused.status, 400);
    assert.match(refused.html, /sudah tidak berlaku/);
    const resumed = await stranger.go(`/login/authorization/${shown.url.pathname.split('/').at(-1)}`);
    assert.match(resumed.html, /sudah tidak berlaku/);
    assert.equal((await stranger.go(form, { nik: SITI.nik, decision: 'continue' })).status, 400);
  });

  test('the page brings its own style and script, from the same origin', async () => {
    const { shown } = await begin();
    const files = [...shown.html.matchAll(/(?:href|src)="(\/pages\/[^"]+)"/g)].map(([, file]) => file!);
    assert.equal(files.length, 2);
    for (const file of files) {
      const answer = await world.app.inject(file);
      assert.equal(answer.statusCode, 200, file);
      assert.match(String(answer.headers['content-type']), /^text\/(css|javascript)/);
    }
  });

  test('no other entry’s origin has these pages', async () => {
    const { host } = new URL(world.config.origins.wallet);
    for (const url of ['/login/authorization', '/login/interaction/x', '/.well-known/openid-configuration'])
      assert.equal((await world.app.inject({ url, headers: { host } })).statusCode, 404, url);
  });

  test('a page that is loaded again asks the same question', async () => {
    const { shown, browser } = await begin();
    assert.match(questionIn(shown.html), /^[\w-]{22}$/);
    const again = await browser.go(shown.url);
    assert.equal(questionIn(again.html), questionIn(shown.html), 'a reload asks the same question');
  });

  test('is unknown to an installation in earnest, and so is the form', async () => {
    const earnest = await createTestWorld({ config: { demo: false, loginClients: JSON.stringify(FILE) } });
    try {
      const url = `/login/authorization?client_id=suite&response_type=code&redirect_uri=${encodeURIComponent(CALLBACK)}`;
      const answer = await earnest.app.inject({ url, headers: { accept: 'text/html' } });
      assert.deepEqual([answer.statusCode, /invalid_client/.test(answer.body)], [400, true]);
      const form = await earnest.app.inject({
        method: 'POST',
        url: '/login/interaction/x/demo',
        payload: {},
      });
      assert.equal(form.statusCode, 404);
    } finally {
      await earnest.close();
    }
  });

  test('its file may name things in the short way, alone or in a list; what it cannot be is said', async () => {
    const short = { id: 'a', secret: 's', redirectUris: [CALLBACK] };
    for (const file of [short, [short], { clients: [short] }]) {
      assert.equal((await demoClients(JSON.stringify(file))('a'))?.redirectUris[0], CALLBACK);
    }
    for (const file of ['', '{}', '[{"redirect_uris":[]}]', '{"id":"a","attributes":["x"]}'])
      assert.throws(() => demoClients(file), /--login-client/);
  });
});
