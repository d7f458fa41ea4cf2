import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { chainVerifier } from '@jatidiri/core/chain/verifyChain.ts';
import { toBase64url, utf8 } from '@jatidiri/core/kit/bytes.ts';
import { changePartner } from '../../src/partner/changePartner.ts';
import { accessSigners, findClient, readAccessTrust } from '../../src/partner/index.ts';
import { fileKeyStore } from '../../src/platform/keys/keyStore.ts';
import { createTestWorld, type TestWorld } from '../testWorld.ts';

const DAY_MS = 86_400_000;

describe('access certificates', () => {
  let world: TestWorld;
  before(async () => {
    world = await createTestWorld();
  });
  after(() => world.close());

  const depsOf = () => ({
    database: world.database,
    now: () => world.clock.now,
    newId: world.newId,
    keys: fileKeyStore(join(world.config.dataDir, 'keys')),
    random: randomBytes,
    origins: world.config.origins,
  });
  const partnerOf = async (client: string) =>
    (await findClient(world.database.read, client, world.clock.now))!.partner;

  async function verify(x5c: readonly string[]) {
    const answer = await world.app.inject({ method: 'GET', url: '/api/partner/trust' });
    assert.equal(answer.headers['access-control-allow-origin'], '*');
    const anchors = answer
      .json()
      .roots.map((pem: string) => Buffer.from(pem.replaceAll(/-----[^-]+-----|\s/g, ''), 'base64'));
    return chainVerifier(anchors, crypto)(x5c, world.clock.now);
  }

  it('name the partner and the host, and certify the key that signs', async () => {
    const bank = await partnerOf('bank-production');
    const signer = await accessSigners(depsOf()).hosted(bank);
    const verified = await verify(signer.x5c);
    assert.ok(verified.ok);
    assert.equal(
      verified.value.subject,
      'CN=PT Bank Contoh Mahakam\\, Tbk, O=PT Bank Contoh Mahakam\\, Tbk, C=ID',
    );
    assert.deepEqual(verified.value.dnsNames, ['localhost']);
    const signature = await signer.sign(utf8('asked'));
    assert.ok(await world.suite.verifyEs256(verified.value.publicJwk, utf8('asked'), signature));
  });

  it('are kept, and renewed a month before their end', async () => {
    const first = await accessSigners(depsOf()).installation();
    assert.deepEqual((await accessSigners(depsOf()).installation()).x5c, first.x5c);
    const startedAt = world.clock.now;
    world.later(340 * DAY_MS);
    const renewed = await accessSigners(depsOf()).installation();
    assert.notDeepEqual(renewed.x5c, first.x5c);
    assert.ok((await verify(renewed.x5c)).ok);
    world.clock.now = startedAt;
  });

  it('are made once, however many ask at once', async () => {
    const clinic = await partnerOf('clinic-production');
    const made = await Promise.all(Array.from({ length: 5 }, () => accessSigners(depsOf()).hosted(clinic)));
    assert.equal(new Set(made.map(({ x5c }) => x5c[0])).size, 1);
  });

  it('of a suspended partner are published as revoked', async () => {
    const clinic = await partnerOf('clinic-production');
    const { x5c } = await accessSigners(depsOf()).hosted(clinic);
    const digest = toBase64url(await world.suite.sha256(Buffer.from(x5c[0]!, 'base64')));
    const revoked = async () => (await readAccessTrust(depsOf())).revoked;
    assert.deepEqual(await revoked(), []);
    const by = { kind: 'system', task: 'test' } as const;
    await changePartner(depsOf(), clinic.id, { kind: 'suspended', reason: 'Diperiksa' }, by);
    assert.deepEqual(await revoked(), [digest]);
  });
});
