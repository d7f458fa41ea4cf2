import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { findClient, recordUse } from '../../src/partner/index.ts';
import { createOfficer, type TestOfficer } from '../testOfficer.ts';
import { createTestWorld, type TestWorld } from '../testWorld.ts';
import { testPartner } from './testPartner.ts';
import { APPLICATION, type TestRepresentative, testRepresentative } from './testRepresentative.ts';

const jwks = () => ({
  keys: [generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' })],
});
const TERMS = {
  purposes: [{ id: 'patients', ...APPLICATION.purposes[0] }],
  scopes: ['openid', 'match'],
  nameThreshold: 85,
  quotaPerMonth: 500,
  prices: { match: 1_000, read: 1_000, present: 0, login: 0 },
  endsOn: '2027-12-31',
};

/** From application to production, step by step; each test goes on where the one before stopped. */
describe('an institution joins', () => {
  let world: TestWorld;
  let sari: TestRepresentative;
  let ministry: TestOfficer;
  let id: string;
  before(async () => {
    world = await createTestWorld();
    sari = testRepresentative(world);
    ministry = await createOfficer(world, 'DEMO-64-KEMENTERIAN');
  });
  after(async () => {
    assert.deepEqual(world.faults, []);
    await world.close();
  });

  const client = (environment: string) => ({
    environment,
    name: 'Pendaftaran',
    keys: { kind: 'jwks', jwks: jwks() },
    redirectUris: ['https://rs-mulia.example.id/callback'],
    scopes: ['openid', 'match'],
  });
  const decide = (body: object) => ministry.call('POST', `/api/partner/institutions/${id}/decisions`, body);
  const kindOfState = async () => (await sari.overview()).state.kind;

  it('signs in with a passkey, and has no institution yet', async () => {
    assert.equal((await sari.enrol()).status, 200);
    assert.equal((await sari.call('GET', '/api/partner/me')).body.partner, null);
    assert.equal((await sari.call('GET', '/api/partner/overview')).body.code, 'partner/no-application');
  });

  it('applies once, and adds documents', async () => {
    assert.equal((await sari.call('POST', '/api/partner/applications', APPLICATION)).status, 204);
    const again = await sari.call('POST', '/api/partner/applications', APPLICATION);
    assert.equal(again.body.code, 'partner/already-applied');
    const pdf = { 'content-type': 'application/pdf' };
    const akta = `/api/partner/documents/${encodeURIComponent('Akta pendirian.pdf')}`;
    assert.equal((await sari.send('POST', akta, Buffer.from('%PDF-1.7 akta'), pdf)).statusCode, 204);
    const zip = await sari.send('POST', akta, Buffer.from('PK zip'), pdf);
    assert.equal(zip.json().code, 'partner/not-a-pdf');
    const overview = await sari.overview();
    id = overview.id;
    assert.equal(overview.state.kind, 'applied');
    assert.equal(overview.taxNumber, '012345678901000');
    assert.deepEqual(
      overview.documents.map(({ name }: { name: string }) => name),
      ['Akta pendirian.pdf'],
    );
  });

  it('cannot register keys before it is approved', async () => {
    const refused = await sari.call('POST', '/api/partner/clients', client('sandbox'));
    assert.equal(refused.body.code, 'partner/not-in-this-state');
  });

  it('is seen, with its documents, and approved by the ministry', async () => {
    const { body } = await ministry.call('GET', '/api/partner/institutions');
    assert.equal(body.partners[0].name, APPLICATION.name);
    const seen = (await ministry.call('GET', `/api/partner/institutions/${id}`)).body;
    assert.deepEqual(seen.representatives, [{ name: 'Sari Contoh', email: 'sari@rs-mulia.example.id' }]);
    assert.equal((await decide({ decision: 'approve' })).status, 204);
    assert.equal((await decide({ decision: 'approve' })).body.code, 'partner/not-in-this-state');
    assert.equal(await kindOfState(), 'approved');
  });

  it('accepts the memorandum by the digest of the very text', async () => {
    const { memorandum } = await sari.overview();
    const accept = (sha256: string) =>
      sari.call('POST', '/api/partner/acceptances', { deed: 'memorandum', sha256 });
    assert.equal((await accept('0'.repeat(64))).body.code, 'partner/deed-changed');
    assert.equal((await accept(memorandum.sha256)).status, 204);
    assert.equal((await accept(memorandum.sha256)).body.code, 'partner/not-in-this-state');
    assert.equal((await sari.overview()).memorandum.accepted.by, 'Sari Contoh');
  });

  it('accepts the agreement that the ministry offers', async () => {
    const none = { deed: 'agreement', sha256: '0'.repeat(64) };
    assert.equal(
      (await sari.call('POST', '/api/partner/acceptances', none)).body.code,
      'partner/nothing-offered',
    );
    const offer = (terms: object) =>
      ministry.call('POST', `/api/partner/institutions/${id}/agreements`, terms);
    assert.equal((await offer({ ...TERMS, endsOn: '2020-01-01' })).body.code, 'partner/terms-in-the-past');
    assert.equal((await offer({ ...TERMS, quotaPerMonth: 1 })).status, 204);
    const { offered: first } = await sari.overview();
    assert.equal((await offer(TERMS)).status, 204);
    const old = { deed: 'agreement', sha256: first.deed.sha256 };
    assert.equal(
      (await sari.call('POST', '/api/partner/acceptances', old)).body.code,
      'partner/deed-changed',
    );
    const { offered } = await sari.overview();
    const now = { deed: 'agreement', sha256: offered.deed.sha256 };
    assert.equal((await sari.call('POST', '/api/partner/acceptances', now)).status, 204);
    const overview = await sari.overview();
    assert.equal(overview.state.kind, 'active');
    assert.equal(overview.offered, null);
    assert.equal(overview.inForce.terms.quotaPerMonth, 500);
  });

  let production: string;
  it('tries the sandbox, then opens production', async () => {
    const early = await sari.call('POST', '/api/partner/clients', client('production'));
    assert.equal(early.body.code, 'partner/not-live-yet');
    const sandbox = (await sari.call('POST', '/api/partner/clients', client('sandbox'))).body.id;
    const caller = await testPartner(world, sandbox);
    assert.equal((await caller.call('GET', '/api/partner/access')).body.environment, 'sandbox');
    const found = (await findClient(world.database.read, sandbox, world.clock.now))!;
    assert.ok(found.access.ok);
    const using = { client: found.client, agreement: found.access.value };
    await world.database.write((sql) => recordUse(sql, using, 'match', 1, world.clock.now));
    assert.deepEqual(Object.values((await sari.overview()).goLive), [true, true, true, true]);

    const beyond = { ...client('production'), scopes: ['consent'] };
    assert.equal(
      (await sari.call('POST', '/api/partner/clients', beyond)).body.code,
      'partner/scope-not-agreed',
    );
    const opened = await sari.call('POST', '/api/partner/clients', client('production'));
    assert.equal(opened.status, 201);
    production = opened.body.id;
    const { body } = await (await testPartner(world, production)).call('GET', '/api/partner/access');
    assert.deepEqual(body.scopes, ['openid', 'match']);
    assert.equal(body.quota.limit, 500);
  });

  it('is stopped by the ministry within two seconds, is told why, and comes back', async () => {
    const caller = await testPartner(world, production);
    assert.equal((await decide({ decision: 'suspend', reason: 'Laporan kebocoran' })).status, 204);
    world.later(2_000);
    assert.equal((await caller.call('GET', '/api/partner/access')).body.code, 'partner/suspended');
    assert.deepEqual((await sari.overview()).state, { kind: 'suspended', reason: 'Laporan kebocoran' });
    assert.equal((await decide({ decision: 'resume' })).status, 204);
    world.later(2_000);
    assert.equal((await caller.call('GET', '/api/partner/access')).status, 200);
  });

  it('removes a client at once', async () => {
    const caller = await testPartner(world, production);
    assert.equal((await sari.call('DELETE', `/api/partner/clients/${production}`)).status, 204);
    world.later(2_000);
    assert.equal((await caller.call('GET', '/api/partner/access')).body.code, 'partner/client-unknown');
    const other = await sari.call('DELETE', '/api/partner/clients/clinic-production');
    assert.equal(other.body.code, 'partner/client-missing');
  });

  it('lets a colleague in by a code that works once', async () => {
    const { code } = (await sari.call('POST', '/api/partner/invitations')).body;
    const colleague = testRepresentative(world);
    assert.equal((await colleague.enrol(code)).body.partner, id);
    assert.equal((await testRepresentative(world).enrol(code)).body.code, 'partner/invitation-unknown');
    const fromMinistry = await ministry.call('POST', `/api/partner/institutions/${id}/invitations`);
    assert.equal((await testRepresentative(world).enrol(fromMinistry.body.code)).body.partner, id);
  });

  it('signs in again, and out', async () => {
    assert.equal((await sari.call('DELETE', '/api/partner/sessions/current')).status, 204);
    assert.equal((await sari.call('GET', '/api/partner/me')).body.code, 'partner/signed-out');
    assert.equal((await sari.signIn({ unverified: true })).body.code, 'partner/passkey-refused');
    assert.equal((await sari.signIn()).status, 200);
    assert.equal(await kindOfState(), 'active');
  });

  it('ends for good', async () => {
    assert.equal((await decide({ decision: 'end', reason: 'PKS selesai' })).status, 204);
    assert.equal((await decide({ decision: 'resume' })).body.code, 'partner/not-in-this-state');
    const refused = await sari.call('POST', '/api/partner/clients', client('sandbox'));
    assert.equal(refused.body.code, 'partner/not-in-this-state');
  });

  it('has left one ledger entry a change', async () => {
    const { rows } = await world.database.pool.query(
      `select kind, actor->>'kind' as actor from ledger_pending
       where details->>'partner' = $1 and kind like 'partner/%' order by id`,
      [id],
    );
    assert.deepEqual(
      rows.map(({ kind, actor }) => `${kind.slice(8)} by ${actor}`),
      [
        'applied by partner',
        'document-added by partner',
        'approved by officer',
        'memorandum-accepted by partner',
        'agreement-offered by officer',
        'agreement-offered by officer',
        'agreement-accepted by partner',
        'client-registered by partner',
        'client-registered by partner',
        'suspended by officer',
        'resumed by officer',
        'client-removed by partner',
        'invited by partner',
        'representative-added by stranger',
        'invited by officer',
        'representative-added by stranger',
        'ended by officer',
      ],
    );
  });
});
