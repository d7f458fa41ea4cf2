import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { SignJWT } from 'jose';
import * as oidc from 'openid-client';
import { DEMO_RESIDENTS } from '../../../seed/demoResidents.ts';
import { createHandset, type TestHandset } from '../testHandset.ts';
import {
  createLoginWorld,
  type LoginWorld,
  type RelyingParty,
  relyingParty,
  SITI,
  walletOf,
} from './relyingParty.ts';

const NOBODY = '6472035203910077';

/** OpenID CIBA in poll mode: a counter or a call centre asks, the wallet answers. */
describe('a counter asks a resident who is not at its screen', () => {
  let world: LoginWorld;
  let siti: TestHandset;
  let clinic: RelyingParty;

  before(async () => {
    world = await createLoginWorld({ config: { triesPerNik: 6 } });
    siti = await walletOf(world);
    clinic = await relyingParty(world);
  });
  after(async () => {
    await world.close();
    assert.deepEqual(world.faults, []);
  });

  const hint = (nik: string, { key, kid, clientId } = clinic, claims: object = {}) =>
    new SignJWT({ nik, ...claims })
      .setProtectedHeader({ alg: 'ES256', kid })
      .setIssuer(clientId)
      .setAudience(world.config.origins.portal)
      .setIssuedAt()
      .setExpirationTime('2m')
      .sign(key);
  const ask = async (params: Record<string, string>) =>
    oidc
      .initiateBackchannelAuthentication(clinic.config, { scope: 'openid profile', ...params })
      .then((asked) => ({ ...asked, interval: 0.1 }));
  /** One poll: tokens, or the error that the specification has for it. */
  const poll = async (
    asked: oidc.BackchannelAuthenticationResponse,
  ): Promise<string | oidc.TokenEndpointResponse> => {
    const parameters = { auth_req_id: asked.auth_req_id };
    const grant = 'urn:openid:params:grant-type:ciba';
    return oidc
      .genericGrantRequest(clinic.config, grant, parameters, clinic)
      .catch((error: { error: string }) => error.error);
  };
  const inbox = async (handset: TestHandset) =>
    (await handset.call('GET', '/api/approval/questions')).body.questions;

  test('the wallet shows institution, purpose and message; after the PIN the counter has its tokens', async () => {
    const asked = await ask({
      login_hint_token: await hint(SITI.nik),
      binding_message: 'Loket 3, antrean 27',
    });
    assert.equal(await poll(asked), 'authorization_pending');
    const [question] = await inbox(siti);
    assert.deepEqual(
      [question.asker.name, question.purpose, question.bindingMessage, question.attributes],
      ['Klinik Contoh Sehat', 'Pendaftaran pasien', 'Loket 3, antrean 27', ['name', 'birth_date', 'sex']],
    );
    await siti.call('POST', `/api/approval/questions/${question.id}/answer`, { decision: 'approve' });

    const tokens = await oidc.pollBackchannelAuthenticationGrant(clinic.config, asked, undefined, clinic);
    const claims = tokens.claims()!;
    assert.equal(claims.acr, 'urn:jatidiri:acr:pin-on-device');
    const info = await oidc.fetchUserInfo(clinic.config, tokens.access_token, claims.sub, clinic);
    assert.equal(info.name, SITI.name);
    assert.equal(await poll(asked), 'invalid_grant', 'once');

    // The resident is known to this client now, and needs no number any more.
    const again = await ask({ id_token_hint: tokens.id_token! });
    const [next] = await inbox(siti);
    await siti.call('POST', `/api/approval/questions/${next.id}/answer`, { decision: 'approve' });
    const second = await oidc.pollBackchannelAuthenticationGrant(clinic.config, again, undefined, clinic);
    assert.equal(second.claims()!.sub, claims.sub);
  });

  test('a resident who declines', async () => {
    const asked = await ask({ login_hint_token: await hint(SITI.nik) });
    const [question] = await inbox(siti);
    await siti.call('POST', `/api/approval/questions/${question.id}/answer`, { decision: 'report' });
    assert.equal(await poll(asked), 'access_denied');
  });

  test('a code that the wallet made stands for the resident, once, and no number is said', async () => {
    const { status, body } = await siti.call('POST', '/api/login/counter-codes');
    assert.equal(status, 201);
    assert.match(body.code, /^\d{4} \d{4}$/);
    const asked = await ask({ login_hint: body.code, scope: 'openid' });
    const [question] = await inbox(siti);
    await siti.call('POST', `/api/approval/questions/${question.id}/answer`, { decision: 'approve' });
    const tokens = await oidc.pollBackchannelAuthenticationGrant(clinic.config, asked, undefined, clinic);
    assert.match(tokens.claims()!.sub, /^[\w-]{22}$/);
    for (const used of [body.code.replace(' ', ''), '0000 0000']) {
      const again = await ask({ login_hint: used });
      assert.equal(await poll(again), 'authorization_pending');
      assert.deepEqual(await inbox(siti), []);
    }
    const older = (await siti.call('POST', '/api/login/counter-codes')).body.code;
    await siti.call('POST', '/api/login/counter-codes');
    await ask({ login_hint: older });
    assert.deepEqual(await inbox(siti), [], 'a new code voids the one before');
  });

  test('codes and standing logins are for a handset with an active identity alone', async () => {
    const nobody = await createHandset(world);
    const served = world.app.endpoints.filter(({ path }) => path.startsWith('/api/login/'));
    assert.equal(served.length, 3);
    for (const { method, path } of served) {
      const url = path.replace('{id}', 'A'.repeat(43));
      const bare = await world.app.inject({ method: method as 'GET', url });
      assert.equal(bare.json().code, 'device/proof-missing', path);
      assert.equal((await nobody.call(method as 'GET', url)).body.code, 'approval/no-identity', path);
    }
  });

  const UNANSWERED: readonly [string, string][] = [
    ['a number that nobody has', NOBODY],
    ['no number at all', 'x'],
    ['somebody without a wallet', DEMO_RESIDENTS[1]!.nik],
    ['somebody who has died', DEMO_RESIDENTS.find(({ label }) => label.en === 'deceased')!.nik],
  ];
  for (const [what, nik] of UNANSWERED) {
    test(`${what} is answered as somebody who does not answer`, async () => {
      const known = await ask({ login_hint_token: await hint(SITI.nik) });
      const asked = await ask({ login_hint_token: await hint(nik) });
      assert.equal(asked.expires_in, known.expires_in);
      assert.deepEqual(Object.keys(asked).sort(), Object.keys(known).sort());
      assert.equal(asked.auth_req_id.length, known.auth_req_id.length);
      assert.deepEqual([await poll(asked), await poll(known)], Array(2).fill('authorization_pending'));
      await makeOlder(301);
      assert.deepEqual([await poll(asked), await poll(known)], Array(2).fill('expired_token'));
    });
  }

  /** The library's clock is the machine's: what it keeps is made older instead. */
  const makeOlder = (seconds: number) =>
    world.database.write((sql) =>
      sql.query(
        {
          name: 'test.older',
          text: `update login_artifact set payload = payload || jsonb_build_object('exp', (payload->>'exp')::bigint - $1)
                 where kind = 'BackchannelAuthenticationRequest'`,
        },
        [seconds],
      ),
    );

  test('it takes no longer to ask somebody than to ask nobody', async () => {
    const fresh = await createLoginWorld({ config: { triesPerNik: 1e6, triesPerAddress: 1e6 } });
    try {
      await walletOf(fresh);
      const party = await relyingParty(fresh);
      const times: Record<string, number[]> = { [SITI.nik]: [], [NOBODY]: [] };
      for (let round = 0; round < 60; round++) {
        for (const nik of round % 2 ? [SITI.nik, NOBODY] : [NOBODY, SITI.nik]) {
          const login_hint_token = await new SignJWT({ nik })
            .setProtectedHeader({ alg: 'ES256', kid: party.kid })
            .setIssuer(party.clientId)
            .setAudience(fresh.config.origins.portal)
            .setIssuedAt()
            .setExpirationTime('2m')
            .sign(party.key);
          const startedAt = performance.now();
          await oidc.initiateBackchannelAuthentication(party.config, { scope: 'openid', login_hint_token });
          times[nik]!.push(performance.now() - startedAt);
        }
      }
      const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
      const ratio = median(times[SITI.nik]!) / median(times[NOBODY]!);
      assert.ok(ratio > 0.7 && ratio < 1.43, `medians differ: ${ratio.toFixed(2)}`);
    } finally {
      await fresh.close();
    }
  });

  test('too many questions to one resident, or to a number that nobody has, are refused alike', async () => {
    for (const nik of [DEMO_RESIDENTS[2]!.nik, '6472035203910088']) {
      const answers: string[] = [];
      for (let i = 0; i < 8; i++) {
        const asked = ask({ login_hint_token: await hint(nik) });
        answers.push(
          await asked.then(
            () => 'asked',
            (error: { error: string }) => error.error,
          ),
        );
      }
      assert.deepEqual(answers, [...Array(6).fill('asked'), ...Array(2).fill('access_denied')]);
    }
  });

  test('a hint that this client did not sign, or signed long ago, is none', async () => {
    const bank = await relyingParty(world, 'bank-production');
    const old = { iat: Math.floor(Date.now() / 1000) - 900 };
    const expired = new SignJWT({ nik: SITI.nik, ...old })
      .setProtectedHeader({ alg: 'ES256', kid: clinic.kid })
      .setIssuer(clinic.clientId)
      .setAudience(world.config.origins.portal)
      .setExpirationTime(old.iat + 60)
      .sign(clinic.key);
    const bad: readonly [Record<string, string>, string][] = [
      [{ login_hint_token: await hint(DEMO_RESIDENTS[4]!.nik, bank) }, 'invalid_request'],
      [
        { login_hint_token: await hint(DEMO_RESIDENTS[4]!.nik, { ...bank, clientId: clinic.clientId }) },
        'invalid_request',
      ],
      [{ login_hint_token: await expired }, 'expired_login_hint_token'],
      [{ login_hint_token: 'a.b.c' }, 'invalid_request'],
      [{ login_hint: DEMO_RESIDENTS[4]!.nik }, 'invalid_request'],
      [{}, 'invalid_request'],
      [
        { login_hint_token: await hint(DEMO_RESIDENTS[4]!.nik), binding_message: '<b>'.repeat(20) },
        'invalid_binding_message',
      ],
      [{ login_hint_token: await hint(DEMO_RESIDENTS[4]!.nik), user_code: '1' }, 'invalid_request'],
      [
        { login_hint_token: await hint(DEMO_RESIDENTS[4]!.nik), scope: 'openid nik', purpose: 'appointment' },
        'invalid_scope',
      ],
    ];
    for (const [params, error] of bad) {
      const refused = ask(params).then(
        () => 'asked',
        (thrown: { error: string }) => thrown.error,
      );
      assert.equal(await refused, error, JSON.stringify(Object.keys(params)));
    }
  });

  test('the number is kept with none of the provider’s things', async () => {
    const rows = await world.database.read.query({
      name: 'test.niks',
      text: `select kind from login_artifact where payload::text like '%${SITI.nik}%'`,
    });
    assert.deepEqual(rows, []);
  });
});
