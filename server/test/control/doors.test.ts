import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { IKD_CONFIGURATIONS } from '@jatidiri/core/openid4vci/configurations.ts';
import { DEMO_RESIDENTS } from '../../../seed/demoResidents.ts';
import { ownWallet } from '../issuance/ownWallet.ts';
import { createTestWorld, type TestWorld } from '../testWorld.ts';

const DOORS = [
  ['POST', '/control/offer', { ids: ['ikd-sd-jwt'] }],
  ['GET', '/control/offer/01900000-0000-7000-8000-000000000000', undefined],
  ['GET', '/control/trust', undefined],
  ['POST', '/control/request', { dcql: { credentials: [] } }],
  ['GET', '/control/request/01900000-0000-7000-8000-000000000000', undefined],
] as const;

describe('doors for test suites', () => {
  let world: TestWorld;
  before(async () => {
    world = await createTestWorld();
  });
  after(async () => {
    await world.close();
    assert.deepEqual(world.faults, []);
  });

  const kindsAbout = async (nik: string) => {
    const { rows } = await world.database.pool.query<{ kind: string }>(
      `select kind from ledger_pending join resident on resident.id = subject where nik = $1
       union all select kind from ledger_entry join resident on resident.id = subject where nik = $1`,
      [nik],
    );
    return rows.map(({ kind }) => kind);
  };
  const offer = (payload: object) => world.app.inject({ method: 'POST', url: '/control/offer', payload });

  test('give a demonstration resident an IKD by the steps of anybody’s, once, however many ask', async () => {
    const { nik } = DEMO_RESIDENTS[1]!;
    const answers = await Promise.all([1, 2, 3].map(() => offer({ ids: ['ikd-mdoc'], nik })));
    for (const answer of answers) assert.equal(answer.statusCode, 200, answer.body);
    const kinds = await kindsAbout(nik);
    for (const kind of [
      'activation/started',
      'activation/selfieTaken',
      'activation/activated',
      'issuance/offered',
    ])
      assert.ok(kinds.includes(kind), `${kind} in ${kinds}`);
    assert.equal(kinds.filter((kind) => kind === 'activation/activated').length, 1);
    const { rows } = await world.database.pool.query('select signed from attestation');
    assert.ok(rows.length > 0, 'an officer’s signed decision');
  });

  test('say what is wrong with a request', async () => {
    const cases: readonly [object, number, string][] = [
      [{ ids: [] }, 422, 'platform/invalid-request'],
      [{ ids: ['x'] }, 422, 'platform/invalid-request'],
      [{}, 422, 'platform/invalid-request'],
      [{ ids: ['ikd-mdoc'], grant: 'password' }, 422, 'platform/invalid-request'],
      [{ ids: ['ikd-mdoc'], nik: '1234' }, 404, 'control/resident-unknown'],
    ];
    for (const [body, status, code] of cases) {
      const answer = await offer(body);
      assert.deepEqual([answer.statusCode, answer.json().code], [status, code], JSON.stringify(body));
    }
    const unknown = await world.app.inject('/control/offer/01900000-0000-7000-8000-000000000000');
    assert.deepEqual([unknown.statusCode, unknown.json().code], [404, 'control/session-unknown']);
  });

  test('tell how far a wallet has come', async () => {
    const wallet = ownWallet(world);
    const { code, session } = await wallet.offer();
    const state = async () => (await world.app.inject(`/control/offer/${session}`)).json();
    assert.deepEqual(await state(), { state: 'offered' });
    await wallet.redeem(code);
    assert.deepEqual(await state(), { state: 'authorized' });
  });

  test('hand out what others need in order to trust, and a query for each configuration', async () => {
    const trust = (await world.app.inject('/control/trust')).json();
    assert.deepEqual(trust.configIds, IKD_CONFIGURATIONS);
    assert.deepEqual(Object.keys(trust.dcql), IKD_CONFIGURATIONS);
    for (const pem of [trust.issuerCa, trust.verifierCa]) assert.ok(new X509Certificate(pem).ca);
    assert.notEqual(trust.issuerCa, trust.verifierCa);
  });

  test('are not there in earnest, nor is the form on the page that asks', async () => {
    const earnest = await createTestWorld({ config: { demo: false } });
    try {
      for (const [method, url, payload] of DOORS) {
        const answer = await earnest.app.inject({ method, url, ...(payload && { payload }) });
        assert.deepEqual([answer.statusCode, answer.json().code], [404, 'platform/not-found'], url);
      }
      const request = new URLSearchParams({
        client_id: 'x',
        redirect_uri: 'https://dompet.contoh.invalid/kembali',
        response_type: 'code',
        scope: 'ikd-sd-jwt',
        code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
        code_challenge_method: 'S256',
      });
      const begun = await earnest.app.inject(`/issuance/authorize?${request}`);
      const page = await earnest.app.inject(String(begun.headers.location));
      assert.equal(page.statusCode, 200);
      assert.doesNotMatch(page.body, /demo|Peragaan/);
      const form = await earnest.app.inject({
        method: 'POST',
        url: `${begun.headers.location}/demo`,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: `nik=${DEMO_RESIDENTS[0]!.nik}`,
      });
      assert.equal(form.statusCode, 404);
    } finally {
      await earnest.close();
    }
  });
});
