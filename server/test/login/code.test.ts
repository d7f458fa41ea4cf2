import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { drawNewHandsetQr } from '@jatidiri/core/recovery/newHandsetQr.ts';
import { parseNik } from '@jatidiri/core/registry/nik.ts';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import * as oidc from 'openid-client';
import { trailOf } from '../../src/ledger/index.ts';
import { findByNik } from '../../src/registry/index.ts';
import { createHandset, type TestHandset } from '../testHandset.ts';
import {
  ANDI,
  answerInWallet,
  BANK_CALLBACK,
  BUDI,
  begin,
  createBrowser,
  createLoginWorld,
  type LoginWorld,
  logIn,
  questionIn,
  type RelyingParty,
  relyingParty,
  SITI,
  signIn,
  walletOf,
} from './relyingParty.ts';

const FOR_A_PERIOD = { decision: 'approve', duration: 'period' };

/** With openid-client, which was written by others: code, PKCE, PAR, DPoP and private_key_jwt, as FAPI 2.0 has it. */
describe('a partner logs a resident in', () => {
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

  const trail = async (nik: string) => {
    const parsed = parseNik(nik);
    assert.ok(parsed.ok);
    return trailOf(world.database.read, (await findByNik(world.database.read, parsed.value))!.id, 500);
  };

  test('the wallet shows who asks for what; the id token says what was checked and who it is, without a number', async () => {
    const begun = await begin(clinic);
    const browser = createBrowser(world.config.origins.portal);
    const shown = await browser.go(begun.url);
    const asked = await answerInWallet(siti, questionIn(shown.html));
    assert.equal(asked.asker.name, 'Klinik Contoh Sehat');
    assert.equal(asked.purpose, 'Pendaftaran pasien');
    assert.deepEqual(asked.attributes, ['name', 'birth_date', 'sex']);
    assert.ok(shown.html.includes(asked.bindingMessage));

    const callback = (await browser.go(shown.url)).url;
    assert.equal(callback.searchParams.get('iss'), world.config.origins.portal);
    const tokens = await oidc.authorizationCodeGrant(
      clinic.config,
      callback,
      begun.checks,
      undefined,
      clinic,
    );
    const claims = tokens.claims()!;
    assert.equal(claims.acr, 'urn:jatidiri:acr:pin-on-device');
    assert.deepEqual(claims.amr, ['pin', 'swk']);
    assert.ok(Math.abs(Number(claims.auth_time) - Date.now() / 1000) < 30);
    assert.match(claims.sub, /^[\w-]{22}$/);
    assert.equal(decodeProtectedHeader(tokens.id_token!).alg, 'ES256');
    assert.equal(tokens.token_type, 'dpop');

    const info = await oidc.fetchUserInfo(clinic.config, tokens.access_token, claims.sub, clinic);
    assert.deepEqual(info, { sub: claims.sub, name: SITI.name, birthdate: '1991-03-12', gender: 'female' });
    const everything = JSON.stringify([shown.html, callback.href, decodeJwt(tokens.id_token!), tokens, info]);
    assert.ok(!everything.includes(SITI.nik));
  });

  test('the resident’s trail names institution, purpose and what was read', async () => {
    const tokens = await logIn(world, siti, clinic);
    await oidc.fetchUserInfo(clinic.config, tokens.access_token, tokens.claims()!.sub, clinic);
    const [read, signedIn] = await trail(SITI.nik);
    assert.equal(read!.kind, 'registry/read');
    assert.deepEqual(read!.details, {
      purpose: 'Pendaftaran pasien',
      elements: ['birthDate', 'name', 'sex'],
    });
    assert.equal(read!.actor.kind, 'partner');
    assert.equal(signedIn!.kind, 'login/signed-in');
    assert.equal(signedIn!.details.asker, 'Klinik Contoh Sehat');
  });

  test('what the resident does not approve is not told, and not read', async () => {
    const begun = await begin(clinic, { scope: 'openid profile address' });
    const callback = await signIn(world, siti, begun, {
      decision: 'approve',
      attributes: ['name', 'address'],
    });
    const tokens = await oidc.authorizationCodeGrant(
      clinic.config,
      callback,
      begun.checks,
      undefined,
      clinic,
    );
    const info = await oidc.fetchUserInfo(clinic.config, tokens.access_token, tokens.claims()!.sub, clinic);
    assert.deepEqual(Object.keys(info), ['sub', 'name']);
    const [read] = await trail(SITI.nik);
    assert.deepEqual(read!.details.elements, ['name']);
  });

  test('the NIK comes only for the purpose whose agreement has it', async () => {
    await assert.rejects(
      begin(clinic, { scope: 'openid nik', purpose: 'appointment' }),
      errorIs('invalid_scope'),
    );
    const tokens = await logIn(world, siti, clinic, { scope: 'openid nik', purpose: 'patient-registration' });
    const info = await oidc.fetchUserInfo(clinic.config, tokens.access_token, tokens.claims()!.sub, clinic);
    assert.equal(info.nik, SITI.nik);
    assert.ok(!JSON.stringify(decodeJwt(tokens.id_token!)).includes(SITI.nik));
  });

  test('what an agreement loses is told no more, also to who was allowed it before', async () => {
    const tokens = await logIn(world, siti, clinic);
    const told = async () =>
      Object.keys(await oidc.fetchUserInfo(clinic.config, tokens.access_token, tokens.claims()!.sub, clinic));
    assert.deepEqual(await told(), ['sub', 'name', 'birthdate', 'gender']);
    const change = (text: string) =>
      world.database.write((sql) => sql.query({ name: `test.${text.length}`, text }));
    await change(`update agreement set terms = replace(terms::text, '"birth_date", ', '')::jsonb`);
    assert.deepEqual(await told(), ['sub', 'name', 'gender']);
    await change(
      `update agreement set terms = replace(terms::text, '"name", ', '"name", "birth_date", ')::jsonb`,
    );
    assert.deepEqual(await told(), ['sub', 'name', 'birthdate', 'gender']);
  });

  test('one claim asked for by name comes in the id token, and is read for it', async () => {
    const claims = JSON.stringify({ id_token: { name: { essential: true } }, userinfo: { birthdate: null } });
    const tokens = await logIn(world, siti, clinic, { scope: 'openid', claims });
    assert.equal(tokens.claims()!.name, SITI.name);
    const info = await oidc.fetchUserInfo(clinic.config, tokens.access_token, tokens.claims()!.sub, clinic);
    assert.deepEqual(Object.keys(info).sort(), ['birthdate', 'sub']);
  });

  test('a resident has one name at each institution, and none that two could compare', async () => {
    const bank = await relyingParty(world, 'bank-production');
    const redirect_uri = BANK_CALLBACK;
    const [atClinic, again, sandbox, atBank] = [
      (await logIn(world, siti, clinic)).claims()!.sub,
      (await logIn(world, siti, clinic)).claims()!.sub,
      (await logIn(world, siti, await relyingParty(world, 'clinic-sandbox'))).claims()!.sub,
      (await logIn(world, siti, bank, { redirect_uri })).claims()!.sub,
    ];
    assert.equal(again, atClinic);
    assert.equal(sandbox, atClinic);
    assert.notEqual(atBank, atClinic);
  });

  test('a refresh goes on without asking, when the resident allowed a period, until it is revoked', async () => {
    const wanted = { scope: 'openid profile offline_access', prompt: 'consent' };
    const once = await logIn(world, siti, clinic, wanted);
    assert.equal(once.refresh_token, undefined, 'this once is this once');
    const tokens = await logIn(world, siti, clinic, wanted, FOR_A_PERIOD);
    const refreshed = await oidc.refreshTokenGrant(clinic.config, tokens.refresh_token!, undefined, clinic);
    const sub = tokens.claims()!.sub;
    assert.equal(
      (await oidc.fetchUserInfo(clinic.config, refreshed.access_token, sub, clinic)).name,
      SITI.name,
    );
    const known = await oidc.tokenIntrospection(clinic.config, refreshed.access_token);
    assert.deepEqual([known.active, known.sub], [true, sub]);

    await oidc.tokenRevocation(clinic.config, tokens.refresh_token!);
    assert.equal((await oidc.tokenIntrospection(clinic.config, tokens.refresh_token!)).active, false);
    const again = oidc.refreshTokenGrant(clinic.config, tokens.refresh_token!, undefined, clinic);
    await assert.rejects(again, errorIs('invalid_grant'));
  });

  test('what was allowed for a period is listed in the wallet, and ends when the resident says so', async () => {
    const wanted = { scope: 'openid profile offline_access', prompt: 'consent' };
    const tokens = await logIn(world, siti, clinic, wanted, FOR_A_PERIOD);
    const standing = async (handset: TestHandset) =>
      (await handset.call('GET', '/api/login/standing')).body.logins as { id: string; institution: string }[];
    const before = await standing(siti);
    assert.equal(before[0]!.institution, 'Klinik Contoh Sehat');
    const end = (handset: TestHandset) => handset.call('POST', `/api/login/standing/${before[0]!.id}/end`);
    const budi = await walletOf(world, BUDI);
    assert.equal((await end(budi)).body.code, 'approval/unknown');
    await budi.release();

    assert.equal((await end(siti)).status, 204);
    assert.equal((await end(siti)).status, 204, 'ended is ended');
    assert.equal((await standing(siti)).length, before.length - 1);
    const refreshed = oidc.refreshTokenGrant(clinic.config, tokens.refresh_token!, undefined, clinic);
    await assert.rejects(refreshed, errorIs('invalid_grant'));
    const info = oidc.fetchUserInfo(clinic.config, tokens.access_token, tokens.claims()!.sub, clinic);
    await assert.rejects(info, { code: 'OAUTH_WWW_AUTHENTICATE_CHALLENGE' });
    assert.equal((await trail(SITI.nik)).filter(({ kind }) => kind === 'login/ended').length, 1);
  });

  test('another client learns nothing about a token', async () => {
    const tokens = await logIn(world, siti, clinic);
    const bank = await relyingParty(world, 'bank-production');
    assert.deepEqual(await oidc.tokenIntrospection(bank.config, tokens.access_token), { active: false });
  });

  test('a resident who declines, or did not start it, sends the browser back with access_denied', async () => {
    for (const decision of ['decline', 'report']) {
      const begun = await begin(clinic);
      const callback = await signIn(world, siti, begun, { decision });
      assert.equal(callback.searchParams.get('error'), 'access_denied');
      const grant = oidc.authorizationCodeGrant(clinic.config, callback, begun.checks, undefined, clinic);
      await assert.rejects(grant, errorIs('access_denied'));
    }
  });

  test('the next person at the same browser is asked anew and is nobody else', async () => {
    const budi = await walletOf(world, BUDI);
    const browser = createBrowser(world.config.origins.portal);
    const subs = [];
    for (const handset of [siti, budi]) {
      const begun = await begin(clinic);
      const callback = await signIn(world, handset, begun, { decision: 'approve' }, browser);
      const tokens = await oidc.authorizationCodeGrant(
        clinic.config,
        callback,
        begun.checks,
        undefined,
        clinic,
      );
      subs.push(tokens.claims()!.sub);
    }
    assert.notEqual(subs[0], subs[1]);
  });

  test('when the identity leaves the handset, its logins end', async () => {
    const andi = await walletOf(world, ANDI);
    const party = await relyingParty(world, 'bank-production');
    const wanted = { redirect_uri: BANK_CALLBACK, scope: 'openid profile offline_access', prompt: 'consent' };
    const tokens = await logIn(world, andi, party, wanted, FOR_A_PERIOD);
    await andi.release();
    const info = oidc.fetchUserInfo(party.config, tokens.access_token, tokens.claims()!.sub, party);
    await assert.rejects(info, { code: 'OAUTH_WWW_AUTHENTICATE_CHALLENGE' });
    const refreshed = oidc.refreshTokenGrant(party.config, tokens.refresh_token!, undefined, party);
    await assert.rejects(refreshed, errorIs('invalid_grant'));
  });

  test('a client that asked for one resident is not given another', async () => {
    const hint = (await logIn(world, siti, clinic)).id_token!;
    const again = await signIn(world, siti, await begin(clinic, { id_token_hint: hint }));
    assert.ok(again.searchParams.has('code'));
    const other = await walletOf(world, ANDI);
    const refused = await signIn(world, other, await begin(clinic, { id_token_hint: hint }));
    assert.equal(refused.searchParams.get('error'), 'login_required');
  });

  test('a page that is loaded twice at the moment of the answer signs in once', async () => {
    const begun = await begin(clinic);
    const browser = createBrowser(world.config.origins.portal);
    const shown = await browser.go(begun.url);
    await answerInWallet(siti, questionIn(shown.html));
    const before = (await trail(SITI.nik)).filter(({ kind }) => kind === 'login/signed-in').length;
    const [first, second] = await Promise.all([browser.go(shown.url), browser.go(shown.url)]);
    const callback = [first.url, second.url].find((url) => url.searchParams.has('code'))!;
    const tokens = await oidc.authorizationCodeGrant(
      clinic.config,
      callback,
      begun.checks,
      undefined,
      clinic,
    );
    assert.ok(tokens.claims()!.sub);
    assert.equal((await trail(SITI.nik)).filter(({ kind }) => kind === 'login/signed-in').length, before + 1);
  });

  test('nobody is signed in without being asked', async () => {
    const begun = await begin(clinic, { prompt: 'none' });
    const shown = await createBrowser(world.config.origins.portal).go(begun.url);
    assert.equal(shown.url.searchParams.get('error'), 'login_required');
  });

  test('a check that nobody makes is refused where it is required, and answered with what was done where it is wished', async () => {
    const acr = { essential: true, values: ['urn:jatidiri:acr:face'] };
    const claims = JSON.stringify({ id_token: { acr } });
    await assert.rejects(begin(clinic, { claims }), errorIs('unmet_authentication_requirements'));
    const tokens = await logIn(world, siti, clinic, { acr_values: 'urn:jatidiri:acr:face' });
    assert.equal(tokens.claims()!.acr, 'urn:jatidiri:acr:pin-on-device');
  });

  test('what a stolen handset has approved signs nobody in once the identity has left it', async () => {
    const begun = await begin(clinic);
    const browser = createBrowser(world.config.origins.portal);
    const shown = await browser.go(begun.url);
    await answerInWallet(siti, questionIn(shown.html));
    const next = await createHandset(world);
    const qr = await drawNewHandsetQr(next.sign, next.jwk, new Date());
    assert.equal((await siti.call('POST', '/api/recovery/moves', { qr })).status, 204);
    const { url } = await browser.go(shown.url);
    assert.deepEqual([url.searchParams.get('error'), url.searchParams.has('code')], ['access_denied', false]);
  });
});

function errorIs(code: string) {
  return (error: { error?: string; cause?: { error?: string } | URLSearchParams }) => {
    assert.equal(error.error, code, JSON.stringify(error));
    return true;
  };
}
