import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { IKD_VCT } from '@jatidiri/core/issuance/model.ts';
import type { VerifiedRequest } from '@jatidiri/core/openid4vp/model.ts';
import { createErrorResponse, createResponse } from '@jatidiri/core/openid4vp/response.ts';
import { ikdQuery } from '@jatidiri/core/verification/ikdQuery.ts';
import type { AskReply } from '@jatidiri/core/verification/wire.ts';
import { activeHandset, fetchIkd } from '../issuance/activeHandset.ts';
import { testPartner } from '../partner/testPartner.ts';
import { record } from '../registry/records.ts';
import { FORM, type TestHandset } from '../testHandset.ts';
import { createTestWorld, type TestWorld } from '../testWorld.ts';
import { presentSdJwt, testWallet, webCrypto } from './testWallet.ts';

const REQUESTS = '/api/verification/requests';
const MINUTE = 60_000;
/** Nobody of the test residents: the serial number is an ordinary one. */
const EARNEST = record(1);

describe('a partner asks for a presentation', () => {
  let world: TestWorld;
  let clinic: Awaited<ReturnType<typeof testPartner>>;
  let bank: typeof clinic;
  let siti: TestHandset;
  let sdJwt: string;
  before(async () => {
    world = await createTestWorld({ residents: [EARNEST] });
    [clinic, bank] = [await testPartner(world), await testPartner(world, 'bank-production')];
    siti = await activeHandset(world);
    sdJwt = (await fetchIkd(siti)).body.sdJwtVc;
  });
  after(async () => {
    await world.close();
    assert.deepEqual(world.faults, []);
  });

  async function ask(changes: object = {}): Promise<AskReply> {
    const body = { purpose: 'patient-registration', attributes: ['name', 'birth_date'], ...changes };
    const asked = await clinic.call('POST', REQUESTS, body);
    assert.equal(asked.status, 201, JSON.stringify(asked.body));
    return asked.body;
  }
  const present = (request: VerifiedRequest, shown: readonly string[], changes = {}) =>
    presentSdJwt(request, { sdJwt, sign: siti.sign, shown, now: world.clock.now }, changes);
  const outcome = async (id: string, more = '') =>
    (await clinic.call('GET', `${REQUESTS}/${id}${more}`)).body;
  const wallet = () => testWallet(world);

  for (const responseMode of ['direct_post', 'direct_post.jwt'] as const)
    for (const clientIdPrefix of ['x509_hash', 'x509_san_dns'] as const)
      for (const method of ['get', 'post'] as const)
        test(`${responseMode}, ${clientIdPrefix}, request fetched by ${method}`, async () => {
          const asked = await ask({ responseMode, clientIdPrefix });
          assert.match(asked.link, /^openid4vp:\/\/\?client_id=/);
          assert.equal((await outcome(asked.id)).state, 'created');

          const request = await wallet().open(asked.link, method);
          assert.match(request.verifier.subject, /Klinik Contoh Sehat/);
          assert.equal(request.purpose, 'Pendaftaran pasien');
          assert.equal((await outcome(asked.id)).state, 'fetched');

          const answer = await wallet().answer(request, {
            ikd: [await present(request, ['name', 'birth_date', 'nik'])],
          });
          assert.deepEqual([answer.status, answer.body], [200, {}]);
          const { state, credentials } = await outcome(asked.id);
          assert.equal(state, 'verified');
          const [shown] = credentials.ikd;
          assert.deepEqual(shown.claims, { name: FORM.name, birth_date: '1991-03-12' });
          assert.deepEqual([shown.format, shown.type], ['dc+sd-jwt', IKD_VCT]);
        });

  test('who asked, why and for what stands in the resident’s trail; no value does', async () => {
    const asked = await ask();
    const request = await wallet().open(asked.link);
    await wallet().answer(request, { ikd: [await present(request, ['name', 'birth_date'])] });
    await world.settle();
    const { rows } = await world.database.pool.query(
      `select kind, subject, details, details::text as text from ledger_entry order by seq`,
    );
    const entry = rows.findLast(({ kind }) => kind === 'verification/presented');
    const attested = rows.find(({ kind }) => kind === 'issuance/credential-issued');
    assert.equal(entry.subject, attested.subject);
    const { institution, purpose, elements } = entry.details;
    assert.deepEqual([institution, purpose], ['Klinik Contoh Sehat', 'Pendaftaran pasien']);
    assert.deepEqual(elements, ['name', 'birth_date']);
    assert.ok(rows.every(({ text }) => !text.includes(FORM.name) && !text.includes('1991-03-12')));
  });

  test('the values can be read for ten minutes, and are then deleted', async () => {
    const asked = await ask();
    const request = await wallet().open(asked.link);
    await wallet().answer(request, { ikd: [await present(request, ['name', 'birth_date'])] });
    const read = await outcome(asked.id);
    assert.equal(new Date(read.valuesUntil).getTime() - world.clock.now.getTime(), 10 * MINUTE);
    world.later(10 * MINUTE);
    assert.deepEqual(await outcome(asked.id), { id: asked.id, state: 'verified' });
    await world.settle();
    const { rows } = await world.database.pool.query(
      'select result, encryption_key from presentation_request where id = $1',
      [asked.id],
    );
    assert.deepEqual(rows, [{ result: null, encryption_key: null }]);
  });

  test('on one device the result belongs to the page that the wallet returns to', async () => {
    const returnTo = 'http://localhost:9000/callback';
    const asked = await ask({ flow: 'same-device', returnTo });
    const request = await wallet().open(asked.link);
    const answer = await wallet().answer(request, { ikd: [await present(request, ['name', 'birth_date'])] });
    const redirect = new URL(answer.body.redirect_uri);
    assert.equal(redirect.origin + redirect.pathname, returnTo);
    assert.equal((await outcome(asked.id)).code, 'verification/response-code');
    assert.equal((await outcome(asked.id, '?response_code=AAAA')).code, 'verification/response-code');
    assert.equal((await outcome(asked.id, redirect.search)).state, 'verified');
  });

  test('on one device the hosted page takes no answer from a browser: it may be open in a stranger’s', async () => {
    const asked = await ask({ flow: 'same-device', returnTo: 'http://localhost:9000/callback' });
    const page = `/api/verification/pages/${asked.page.split('/').at(-1)}`;
    assert.equal((await world.app.inject(page)).statusCode, 200);
    const request = await world.app.inject(`${page}/browser-request`);
    assert.equal(request.statusCode, 404, request.body);
    const payload = { response: 'x' };
    const sent = await world.app.inject({ method: 'POST', url: `${page}/browser-response`, payload });
    assert.equal(sent.statusCode, 404, sent.body);
  });

  test('a statement is agreed to with the key of the credential', async () => {
    const asked = await ask({ statements: [{ statement: 'Saya setuju dirawat inap.', reference: 'RI-7' }] });
    const request = await wallet().open(asked.link);
    assert.equal(request.transactionData[0]?.statement, 'Saya setuju dirawat inap.');
    const answer = await wallet().answer(request, { ikd: [await present(request, ['name', 'birth_date'])] });
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    assert.equal((await outcome(asked.id)).state, 'verified');
  });

  test('a resident who says no is heard', async () => {
    const asked = await ask();
    const request = await wallet().open(asked.link);
    const answer = await wallet().post(request.responseUri!, createErrorResponse(request, 'access_denied'));
    assert.equal(answer.status, 200);
    assert.deepEqual(await outcome(asked.id), { id: asked.id, state: 'declined', error: 'access_denied' });
  });

  test('nobody else reads a request, and it ends by itself', async () => {
    const asked = await ask();
    assert.equal((await bank.call('GET', `${REQUESTS}/${asked.id}`)).status, 404);
    assert.equal((await world.app.inject(`/api/verification/counter/${asked.id}`)).statusCode, 404);
    world.later(10 * MINUTE);
    assert.equal((await outcome(asked.id)).state, 'expired');
    const key = new URL(new URLSearchParams(asked.link.split('?')[1]).get('request_uri')!).pathname;
    assert.equal((await world.app.inject(key)).statusCode, 404);
    await world.settle();
    assert.equal((await outcome(asked.id)).state, 'expired');
  });

  test('through the browser: the page that asks, and no other', async () => {
    const origin = 'https://klinik.example';
    const asked = await ask({ origin });
    assert.equal(asked.browserRequest?.protocol, 'openid4vp-v1-signed');
    const request = await wallet().check(asked.browserRequest!.data.request, { kind: 'browser', origin });
    const sealed = async (audience: string) =>
      createResponse(
        webCrypto,
        request,
        new Map([['ikd', [await present(request, ['name', 'birth_date'], { audience })]]]),
      );
    const back = `${REQUESTS}/${asked.id}/browser-response`;
    const answer = await clinic.call('POST', back, await sealed(`origin:${origin}`));
    assert.equal(answer.body.state, 'verified', JSON.stringify(answer.body));

    const other = await ask({ origin });
    const again = await wallet().check(other.browserRequest!.data.request, { kind: 'browser', origin });
    const relayed = await createResponse(
      webCrypto,
      again,
      new Map([
        ['ikd', [await present(again, ['name', 'birth_date'], { audience: 'origin:https://lain.example' })]],
      ]),
    );
    const refused = await clinic.call('POST', `${REQUESTS}/${other.id}/browser-response`, relayed);
    assert.deepEqual([refused.status, refused.body.field], [400, 'sdjwt/key-binding-audience']);
  });

  test('the sandbox is shown test residents alone', async () => {
    const sandbox = await testPartner(world, 'clinic-sandbox');
    const asking = { purpose: 'patient-registration', attributes: ['name', 'birth_date'] };
    const seen = async (handset: TestHandset, credential: string) => {
      const { body } = await sandbox.call('POST', REQUESTS, asking);
      const request = await wallet().open(body.link);
      const shown = {
        sdJwt: credential,
        sign: handset.sign,
        shown: ['name', 'birth_date'],
        now: world.clock.now,
      };
      await wallet().answer(request, { ikd: [await presentSdJwt(request, shown)] });
      const { state, error } = (await sandbox.call('GET', `${REQUESTS}/${body.id}`)).body;
      return [state, error];
    };
    assert.deepEqual(await seen(siti, sdJwt), ['verified', undefined]);
    const person = { nik: EARNEST.nik.reveal(), name: EARNEST.name.reveal() };
    const real = await activeHandset(world, person);
    const issued = (await fetchIkd(real)).body.sdJwtVc;
    assert.deepEqual(await seen(real, issued), ['refused', 'answer/test-residents-only']);
  });

  test('an institution that was suspended in between gets nothing', async () => {
    const asked = await ask();
    const request = await wallet().open(asked.link);
    const clinics = `where application->>'domain' = 'clinic.localhost'`;
    const change = (state: string) => world.database.pool.query(`update partner set ${state} ${clinics}`);
    await change(`state = 'suspended', reason = 'test', suspended_from = 'active'`);
    const answer = await wallet().answer(request, { ikd: [await present(request, ['name', 'birth_date'])] });
    assert.deepEqual([answer.status, answer.body.error_description], [400, 'partner/suspended']);
    await change(`state = 'active', reason = null, suspended_from = null`);
    world.later(MINUTE);
    const { state, error, credentials } = await outcome(asked.id);
    assert.deepEqual([state, error, credentials], ['refused', 'partner/suspended', undefined]);
  });

  test('what was not agreed is not asked', async () => {
    const refused = async (body: object, by = clinic) => {
      const answer = await by.call('POST', REQUESTS, { purpose: 'patient-registration', ...body });
      return `${answer.status} ${answer.body.code}`;
    };
    assert.equal(await refused({ attributes: ['religion'] }), '403 partner/attribute-not-agreed');
    assert.equal(await refused({ dcql: ikdQuery(['religion']) }), '403 partner/attribute-not-agreed');
    assert.equal(await refused({ attributes: ['name'], purpose: 'x' }), '403 partner/purpose-unknown');
    assert.equal(await refused({ dcql: {} }), '422 verification/query-malformed');
    const other = { id: 'x', format: 'ldp_vc', meta: {} };
    assert.equal(await refused({ dcql: { credentials: [other] } }), '422 verification/query-unsupported');
    assert.equal(await refused({ attributes: ['name'], dcql: {} }), '422 platform/invalid-request');
    assert.equal(
      await refused({ attributes: ['name'], flow: 'same-device', returnTo: 'https://lain.example/' }),
      '422 verification/return-address',
    );
    const [statement] = [{ statement: 'x', credentialIds: ['ikd_mdoc'] }];
    assert.equal(
      await refused({ attributes: ['name'], statements: [statement] }),
      '422 verification/transaction-unsupported',
    );
    assert.equal((await world.app.inject({ method: 'POST', url: REQUESTS, payload: {} })).statusCode, 422);
    const present = { purpose: 'patient-registration', attributes: ['name'] };
    assert.equal(
      (await world.app.inject({ method: 'POST', url: REQUESTS, payload: present })).statusCode,
      401,
    );
  });
});
