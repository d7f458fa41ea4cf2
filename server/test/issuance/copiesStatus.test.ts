import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { withdrawnAmong } from '@jatidiri/core/holder/withdrawn.ts';
import { dayInKaltim } from '@jatidiri/core/kit/date.ts';
import { Personal } from '@jatidiri/core/kit/personal.ts';
import type { ResidentChange, ResidentId } from '@jatidiri/core/registry/model.ts';
import { statusAt } from '@jatidiri/core/statuslist/statusList.ts';
import { webInflate } from '@jatidiri/core/statuslist/zlib.ts';
import { DEMO_RESIDENTS, demoResidents } from '../../../seed/demoResidents.ts';
import { originsOf } from '../../src/platform/config.ts';
import { changeResident, takeBatch } from '../../src/registry/index.ts';
import { loadWilayah } from '../../src/wilayah/index.ts';
import { createOfficer, type TestOfficer } from '../testOfficer.ts';
import { createTestWorld, type TestWorld } from '../testWorld.ts';
import { activeHandset, fetchIkd, takeTrust } from './activeHandset.ts';
import { takeCopies } from './foreignWallet.ts';

const [SITI, BUDI, ANDI] = DEMO_RESIDENTS;
const [VALID, REVOKED, SUSPENDED] = [0, 1, 2];

describe('what happens to an identity reaches the list that every verifier reads, within a minute', () => {
  let world: TestWorld;
  let officer: TestOfficer;
  before(async () => {
    world = await createTestWorld({ config: { origins: originsOf('https://ikd.contoh.invalid') } });
    officer = await createOfficer(world);
  });
  after(async () => {
    await world.close();
    assert.deepEqual(world.faults, []);
  });

  const statusOf = (sdJwt: string) =>
    JSON.parse(Buffer.from(sdJwt.split('.')[1]!, 'base64url').toString()).status.status_list as {
      uri: string;
      idx: number;
    };
  /** As published once the followers had their turn: they have one each second, and a list is signed when it changed. */
  async function published(credentials: readonly string[]): Promise<number[]> {
    await world.settle();
    const { statusLists } = await takeTrust(world);
    return credentials.map((credential) => {
      const { uri, idx } = statusOf(credential);
      return statusAt(statusLists.get(uri)!.list, idx)!;
    });
  }
  async function change(nik: string, what: ResidentChange): Promise<void> {
    const { rows } = await world.database.pool.query<{ id: ResidentId }>(
      'select id from resident where nik = $1',
      [nik],
    );
    const wilayah = await loadWilayah(world.database.read);
    const deps = { database: world.database, wilayah, now: () => world.clock.now, newId: world.newId };
    const actor = { kind: 'system', task: 'test' } as const;
    const done = await changeResident(deps, {
      id: rows[0]!.id,
      change: what,
      actor,
      reason: 'civilCertificate',
    });
    assert.ok(done.ok, JSON.stringify(done));
  }
  const at = (path: string, { nik, name }: { nik: string; name: string }, more = {}) =>
    officer.call('POST', `/api/activation/${path}`, { nik, name, ...more });

  test('reported lost: on hold, every copy; found: valid again; and nothing is issued meanwhile', async () => {
    const handset = await activeHandset(world, SITI);
    const kept = (await fetchIkd(handset)).body.sdJwtVc;
    const { credentials } = await takeCopies(world, { nik: SITI!.nik });
    const all = [kept, ...credentials];
    assert.deepEqual(await published(all), [VALID, VALID, VALID]);

    assert.equal((await at('suspensions', SITI!)).body.state, 'suspended');
    assert.deepEqual(await published(all), [SUSPENDED, SUSPENDED, SUSPENDED]);
    assert.equal((await handset.status()).body.state, 'suspended');
    assert.equal((await fetchIkd(handset)).body.code, 'issuance/identity-suspended');
    assert.equal(
      (await handset.call('POST', '/api/issuance/offer')).body.code,
      'issuance/identity-suspended',
    );
    assert.equal((await at('suspensions', SITI!)).body.state, 'suspended', 'again the same');
    assert.deepEqual(await published(all), [SUSPENDED, SUSPENDED, SUSPENDED]);

    assert.equal((await at('resumptions', SITI!)).body.state, 'active');
    assert.deepEqual(await published(all), [VALID, VALID, VALID]);
    assert.equal((await fetchIkd(handset)).status, 200);
    assert.equal((await at('resumptions', SITI!)).body.code, 'activation/nothing-to-resume');
    const { entries } = (await handset.trail()).body;
    const kinds = entries.map(({ kind }: { kind: string }) => kind);
    for (const kind of ['activation/suspended', 'activation/resumed', 'issuance/credential-suspended'])
      assert.ok(kinds.includes(kind), kind);
  });

  test('on hold, and not found: released for good, and a new telephone may be activated', async () => {
    const handset = await activeHandset(world, ANDI);
    const { credentials } = await takeCopies(world, { nik: ANDI!.nik });
    await at('suspensions', ANDI!);
    const another = await activeHandset(world, BUDI);
    const applied = await another.apply({ id: crypto.randomUUID(), nik: ANDI!.nik, name: ANDI!.name });
    assert.equal(applied.body.code, 'activation/suspended-on-other-handset');
    assert.equal((await at('endings', ANDI!, { reason: 'lost' })).body.state, 'ended');
    assert.deepEqual(await published(credentials), [REVOKED, REVOKED]);
    assert.equal((await handset.status()).body.endedFor, 'lost');
    await another.release();
    assert.ok(await activeHandset(world, ANDI));
  });

  test('released from the handset: every copy in every wallet', async () => {
    const handset = await activeHandset(world, BUDI);
    const { credentials } = await takeCopies(world, { nik: BUDI!.nik, count: 5 });
    await handset.release();
    assert.deepEqual(await published(credentials), Array(5).fill(REVOKED));
  });

  test('a corrected name revokes what says the old one; the identity stays and gets new copies', async () => {
    const handset = await activeHandset(world, BUDI);
    const before = (await fetchIkd(handset)).body.sdJwtVc;
    const { credentials } = await takeCopies(world, { nik: BUDI!.nik });
    const mdocs = (await takeCopies(world, { nik: BUDI!.nik, configuration: 'ikd-mdoc' })).credentials;
    await change(BUDI!.nik, {
      kind: 'nameCorrected',
      on: dayInKaltim(world.clock.now),
      name: new Personal('BUDI CONTOH SANTOSA'),
    });
    assert.deepEqual(await published([before, ...credentials]), [REVOKED, REVOKED, REVOKED]);
    assert.equal((await handset.status()).body.state, 'active');

    const renewed = (await fetchIkd(handset)).body.sdJwtVc;
    const { credentials: anew } = await takeCopies(world, { nik: BUDI!.nik });
    assert.deepEqual(await published([renewed, ...anew]), [VALID, VALID, VALID]);
    assert.notDeepEqual(statusOf(renewed), statusOf(before));

    // As a wallet that holds them all finds out.
    const held = [
      ...[before, ...credentials, renewed, ...anew].map((credential) => ({
        format: 'dc+sd-jwt' as const,
        credential,
      })),
      ...mdocs.map((credential) => ({ format: 'mso_mdoc' as const, credential })),
    ];
    const fetchToken = async (uri: string) => (await world.app.inject(new URL(uri).pathname)).body;
    const withdrawn = new Set(await withdrawnAmong(held, fetchToken, webInflate));
    assert.deepEqual(
      held.map((copy) => withdrawn.has(copy)),
      [true, true, true, false, false, false, true, true],
    );
    assert.deepEqual(await withdrawnAmong(held, async () => undefined, webInflate), [], 'no list, no change');
  });

  test('a correction that came with an import counts as well; what a KTP-el does not print does not', async () => {
    await activeHandset(world, DEMO_RESIDENTS[7]);
    const { credentials } = await takeCopies(world, { nik: DEMO_RESIDENTS[7]!.nik });
    const record = demoResidents(dayInKaltim(world.clock.now)).find(
      ({ nik }) => nik.reveal() === DEMO_RESIDENTS[7]!.nik,
    )!;
    const tracing = { now: () => world.clock.now, newId: world.newId };
    const take = (changed: typeof record, batch: number) =>
      world.database.write((sql) =>
        takeBatch(tracing, sql, [changed], { task: 'test', digest: 'again', batch }),
      );
    const moved = { ...record, address: new Personal<string, 'address'>('JL. LAIN NO. 9 RT 002 RW 003') };
    await take({ ...record, relation: 'otherRelative' }, 1);
    assert.deepEqual(await published(credentials), [VALID, VALID]);
    await take(moved, 2);
    assert.deepEqual(await published(credentials), [REVOKED, REVOKED]);
  });

  test('a death takes the identity, and with it every copy', async () => {
    const { credentials } = await takeCopies(world, { nik: SITI!.nik });
    await change(SITI!.nik, { kind: 'died', on: dayInKaltim(world.clock.now) });
    assert.deepEqual(await published(credentials), [REVOKED, REVOKED]);
  });
});
