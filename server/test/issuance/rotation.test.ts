import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { showIdentityQr } from '@jatidiri/core/identityqr/envelope.ts';
import { verifyIdentityQr } from '@jatidiri/core/identityqr/verifyIdentityQr.ts';
import { fromBase64url } from '@jatidiri/core/kit/bytes.ts';
import { keepAuthority, rotateIssuer } from '../../src/issuance/index.ts';
import { fileKeyStore } from '../../src/platform/keys/keyStore.ts';
import { createTestWorld, type TestWorld } from '../testWorld.ts';
import { activeHandset, fetchIkd, suite, takeTrust } from './activeHandset.ts';

const DAY_MS = 86_400_000;

describe('rotating the issuer', () => {
  let world: TestWorld;
  before(async () => {
    world = await createTestWorld();
  });
  after(async () => {
    await world.close();
    assert.deepEqual(world.faults, []);
  });

  const authority = (keyFolder = join(world.config.dataDir, 'keys')) => ({
    database: world.database,
    keys: fileKeyStore(keyFolder),
    now: () => world.clock.now,
    newId: world.newId,
    random: randomBytes,
    issuerUri: world.config.origins.portal,
  });
  const x5cOf = (sdJwtVc: string) =>
    JSON.parse(Buffer.from(sdJwtVc.split('.')[0]!, 'base64url').toString()).x5c;

  test('what is out stays good, what is new is signed anew, and the old one leaves when all has expired', async () => {
    const handset = await activeHandset(world);
    const old = (await fetchIkd(handset)).body;
    const rotated = await rotateIssuer(authority());
    assert.equal(rotated.keyName, 'issuer-2');

    const fresh = (await fetchIkd(handset)).body;
    assert.notDeepEqual(x5cOf(fresh.sdJwtVc), x5cOf(old.sdJwtVc), 'a running server signs with the new key');
    const trust = await takeTrust(world);
    assert.deepEqual(trust.reply.issuers, [x5cOf(old.sdJwtVc), x5cOf(fresh.sdJwtVc)]);

    for (const { identityQr } of [old, fresh]) {
      const text = await showIdentityQr(handset.sign, fromBase64url(identityQr.over17), world.clock.now);
      const rules = { maxAgeSeconds: 60, clockSkewSeconds: 30, statusListOldAfterSeconds: 86_400 };
      const outcome = await verifyIdentityQr(text, { ...trust, ...rules }, suite);
      assert.ok(outcome.ok, JSON.stringify(outcome));
    }
    world.later(179 * DAY_MS);
    assert.equal((await takeTrust(world)).reply.issuers.length, 2);
    world.later(2 * DAY_MS);
    assert.deepEqual((await takeTrust(world)).reply.issuers, [x5cOf(fresh.sdJwtVc)]);
  });

  test('an issuer is replaced before it could not outlive what it signs', async () => {
    assert.equal(await keepAuthority(authority()), 0, 'in its first year nothing is to be done');
    world.later(2.4 * 365 * DAY_MS);
    assert.equal(await keepAuthority(authority()), 1);
    assert.equal((await takeTrust(world)).reply.issuers.length, 2);
  });

  test('another public address needs a certificate that names it', async () => {
    const moved = { ...authority(), issuerUri: 'https://ikd.contoh.invalid' };
    assert.equal(await keepAuthority(moved), 2, 'for credentials and for documents');
    assert.equal(await keepAuthority(moved), 0);
  });

  test('two servers that start at once make one authority', async () => {
    const { rows } = await world.database.pool.query(`select from issuer_certificate where role = 'issuer'`);
    world.later(2.9 * 365 * DAY_MS);
    const made = await Promise.all([keepAuthority(authority()), keepAuthority(authority())]);
    assert.deepEqual(made.sort(), [0, 2]);
    const after = await world.database.pool.query(`select from issuer_certificate where role = 'issuer'`);
    assert.equal(after.rows.length, rows.length + 1);
  });

  test('a folder of other keys is refused, and the message says what to do', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'jatidiri-keys-'));
    await assert.rejects(keepAuthority(authority(folder)), /Restore DATA_DIR\/keys/);
    rmSync(folder, { recursive: true });
  });
});
