import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import * as oidc from 'openid-client';
import type { TestHandset } from '../testHandset.ts';
import {
  BANK_CALLBACK,
  begin,
  CALLBACK,
  createBrowser,
  createLoginWorld,
  type LoginWorld,
  type RelyingParty,
  relyingParty,
  signIn,
  walletOf,
} from './relyingParty.ts';

/** What the FAPI 2.0 security profile forbids, one row each. */
describe('a partner’s request that is not as FAPI 2.0 has it', () => {
  let world: LoginWorld;
  let siti: TestHandset;
  let clinic: RelyingParty;
  let bank: RelyingParty;

  before(async () => {
    world = await createLoginWorld();
    siti = await walletOf(world);
    clinic = await relyingParty(world);
    bank = await relyingParty(world, 'bank-production');
  });
  after(async () => {
    await world.close();
    assert.deepEqual(world.faults, []);
  });

  test('discovery says what there is and no more', async () => {
    const { portal } = world.config.origins;
    const about = clinic.config.serverMetadata();
    const wanted = {
      issuer: portal,
      authorization_endpoint: `${portal}/login/authorization`,
      code_challenge_methods_supported: ['S256'],
      subject_types_supported: ['pairwise'],
      response_types_supported: ['code'],
      id_token_signing_alg_values_supported: ['ES256'],
      authorization_response_iss_parameter_supported: true,
      backchannel_token_delivery_modes_supported: ['poll'],
      backchannel_user_code_parameter_supported: false,
      acr_values_supported: ['urn:jatidiri:acr:pin-on-device', 'urn:jatidiri:acr:demonstration'],
    };
    const said = Object.fromEntries(Object.keys(wanted).map((name) => [name, about[name]]));
    assert.deepEqual(said, wanted);
  });

  const PKCE = { code_challenge: 'x'.repeat(43), code_challenge_method: 'S256' };
  const PUSHED: readonly [string, Record<string, string>, string][] = [
    ['no PKCE', {}, 'invalid_request'],
    ['plain PKCE', { ...PKCE, code_challenge_method: 'plain' }, 'invalid_request'],
    ['PKCE without a method', { code_challenge: 'x'.repeat(43) }, 'invalid_request'],
    ['another redirect URI', { ...PKCE, redirect_uri: `${CALLBACK}/` }, 'invalid_request'],
    ['another’s redirect URI', { ...PKCE, redirect_uri: BANK_CALLBACK }, 'invalid_request'],
    ['a token from the front', { ...PKCE, response_type: 'code token' }, 'unsupported_response_type'],
    ['an id token from the front', { ...PKCE, response_type: 'id_token' }, 'unsupported_response_type'],
    ['a request object', { ...PKCE, request: 'a.b.c' }, 'request_not_supported'],
    ['a purpose nobody agreed to', { ...PKCE, purpose: 'marketing' }, 'invalid_request'],
    ['claims beyond the purpose', { ...PKCE, claims: '{"userinfo":{"religion":null}}' }, 'invalid_scope'],
    ['claims that are no JSON', { ...PKCE, claims: '{' }, 'invalid_request'],
    ['a resource', { ...PKCE, resource: 'https://api.example' }, 'invalid_target'],
  ];
  for (const [what, params, error] of PUSHED) {
    test(`${what}: ${error}`, async () => {
      const pushed = push(clinic, { redirect_uri: CALLBACK, scope: 'openid', ...params });
      await assert.rejects(pushed, (thrown: { error?: string }) => {
        assert.equal(thrown.error, error, JSON.stringify(thrown));
        return true;
      });
    });
  }

  test('not pushed: told on a page, and nothing goes to the redirect address', async () => {
    const url = oidc.buildAuthorizationUrl(clinic.config, {
      redirect_uri: CALLBACK,
      scope: 'openid',
      ...PKCE,
    });
    const shown = await createBrowser(world.config.origins.portal).go(url);
    assert.ok(shown.url.searchParams.get('error') === 'invalid_request' || shown.status === 400);
    assert.ok(!shown.url.searchParams.has('code'));
  });

  test('pushed by one, used by another', async () => {
    const { url } = await begin(clinic);
    url.searchParams.set('client_id', 'bank-production');
    const shown = await createBrowser(world.config.origins.portal).go(url);
    assert.equal(shown.status, 400);
    assert.match(shown.html, /invalid_request/);
  });

  test('a code works once; used again, what it brought is worth nothing any more', async () => {
    const begun = await begin(clinic);
    const callback = await signIn(world, siti, begun);
    const redeem = () =>
      oidc.authorizationCodeGrant(clinic.config, callback, begun.checks, undefined, clinic);
    const tokens = await redeem();
    await assert.rejects(redeem(), { error: 'invalid_grant' });
    const info = oidc.fetchUserInfo(clinic.config, tokens.access_token, tokens.claims()!.sub, clinic);
    await assert.rejects(info, { code: 'OAUTH_WWW_AUTHENTICATE_CHALLENGE' });
  });

  test('a code redeemed twice at the same moment brings tokens once at most', async () => {
    for (let round = 0; round < 5; round++) {
      const begun = await begin(clinic);
      const callback = await signIn(world, siti, begun);
      const both = await Promise.allSettled(
        [1, 2].map(() =>
          oidc.authorizationCodeGrant(clinic.config, callback, begun.checks, undefined, clinic),
        ),
      );
      assert.ok(both.filter(({ status }) => status === 'fulfilled').length <= 1);
    }
  });

  const STOLEN: readonly [string, (p: { callback: URL; checks: Checks }) => Promise<unknown>, string][] = [
    [
      'a code at another client',
      ({ callback, checks }) =>
        oidc.authorizationCodeGrant(bank.config, callback, checks, { redirect_uri: CALLBACK }, bank),
      'invalid_grant',
    ],
    [
      'a code without its verifier',
      ({ callback, checks }) =>
        oidc.authorizationCodeGrant(
          clinic.config,
          callback,
          { ...checks, pkceCodeVerifier: oidc.randomPKCECodeVerifier() },
          undefined,
          clinic,
        ),
      'invalid_grant',
    ],
    [
      'a code without DPoP',
      ({ callback, checks }) => oidc.authorizationCodeGrant(clinic.config, callback, checks),
      'invalid_grant',
    ],
    [
      'a code with another DPoP key than the request was pushed with',
      async ({ callback, checks }) =>
        oidc.authorizationCodeGrant(clinic.config, callback, checks, undefined, await otherKey(clinic)),
      'invalid_grant',
    ],
  ];
  for (const [what, steal, error] of STOLEN) {
    test(`${what}: ${error}`, async () => {
      const begun = await begin(clinic);
      const callback = await signIn(world, siti, begun);
      await assert.rejects(steal({ callback, checks: begun.checks }), (thrown: { error?: string }) => {
        assert.equal(thrown.error, error, JSON.stringify(thrown));
        return true;
      });
    });
  }

  test('a code that is a minute old has expired', async () => {
    const { database } = world;
    const begun = await begin(clinic);
    const callback = await signIn(world, siti, begun);
    // The library's clock is the machine's: the code is made older instead.
    await database.write((sql) =>
      sql.query({
        name: 'test.age',
        text: `update login_artifact set payload = payload || jsonb_build_object('exp', (payload->>'exp')::bigint - 61)
               where kind = 'AuthorizationCode'`,
      }),
    );
    const late = oidc.authorizationCodeGrant(clinic.config, callback, begun.checks, undefined, clinic);
    await assert.rejects(late, { error: 'invalid_grant' });
  });

  test('an answer from somebody else’s server is noticed by its issuer (mix-up)', async () => {
    const begun = await begin(clinic);
    const callback = await signIn(world, siti, begun);
    callback.searchParams.set('iss', 'https://other.example');
    const mixed = oidc.authorizationCodeGrant(clinic.config, callback, begun.checks, undefined, clinic);
    await assert.rejects(mixed, { code: 'OAUTH_INVALID_RESPONSE' });
  });

  test('a token with another key’s proof, or with none, tells nothing', async () => {
    const begun = await begin(clinic);
    const callback = await signIn(world, siti, begun);
    const tokens = await oidc.authorizationCodeGrant(
      clinic.config,
      callback,
      begun.checks,
      undefined,
      clinic,
    );
    const sub = tokens.claims()!.sub;
    const stolen = oidc.fetchUserInfo(clinic.config, tokens.access_token, sub, await otherKey(clinic));
    await assert.rejects(stolen, { code: 'OAUTH_WWW_AUTHENTICATE_CHALLENGE' });
    const url = `${world.config.origins.portal}/login/userinfo`;
    const bearer = await fetch(url, { headers: { authorization: `Bearer ${tokens.access_token}` } });
    assert.equal(bearer.status, 401);
  });

  test('a client that shows somebody else’s key is no client', async () => {
    const config = await oidc.discovery(
      new URL(world.config.origins.portal),
      'clinic-production',
      undefined,
      oidc.PrivateKeyJwt({ key: bank.key, kid: bank.kid }),
      { execute: [oidc.allowInsecureRequests] },
    );
    const forged = { ...clinic, config };
    await assert.rejects(push(forged, { redirect_uri: CALLBACK, scope: 'openid', ...PKCE }), {
      error: 'invalid_client',
    });
  });

  test('a suspended partner is refused at once, also with what it holds', async () => {
    const party = await relyingParty(world, 'health-insurance-production');
    const begun = await begin(party, { redirect_uri: 'http://localhost:9200/callback' });
    const callback = await signIn(world, siti, begun);
    const tokens = await oidc.authorizationCodeGrant(party.config, callback, begun.checks, undefined, party);
    await world.database.write((sql) =>
      sql.query({
        name: 'test.suspend',
        text: `update partner set state = 'suspended', reason = 'test', suspended_from = 'active'
               where name = 'Badan Jaminan Kesehatan Contoh'`,
      }),
    );
    await assert.rejects(begin(party, { redirect_uri: 'http://localhost:9200/callback' }), {
      error: 'invalid_client',
    });
    const info = oidc.fetchUserInfo(party.config, tokens.access_token, tokens.claims()!.sub, party);
    await assert.rejects(info, { code: 'OAUTH_WWW_AUTHENTICATE_CHALLENGE' });
  });
});

type Checks = Parameters<typeof oidc.authorizationCodeGrant>[2];

function push({ config, DPoP }: RelyingParty, params: Record<string, string>): Promise<URL> {
  return oidc.buildAuthorizationUrlWithPAR(config, params, { DPoP });
}

async function otherKey({ config }: RelyingParty) {
  return { DPoP: oidc.getDPoPHandle(config, await oidc.randomDPoPKeyPair('ES256')) };
}
