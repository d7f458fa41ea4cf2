import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { inflateSync } from 'node:zlib';
import { dayInKaltim } from '@jatidiri/core/kit/date.ts';
import type { ResidentId } from '@jatidiri/core/registry/model.ts';
import { statusAt } from '@jatidiri/core/statuslist/statusList.ts';
import { decodeProtectedHeader, importX509, jwtVerify } from 'jose';
import { DEMO_RESIDENTS } from '../../../seed/demoResidents.ts';
import { changeResident } from '../../src/registry/index.ts';
import { loadWilayah } from '../../src/wilayah/index.ts';
import type { TestHandset } from '../testHandset.ts';
import { createTestWorld, type TestWorld } from '../testWorld.ts';
import { activeHandset, fetchIkd, takeTrust } from './activeHandset.ts';

const LIST_1 = '/api/issuance/status-lists/1';
const [SITI, BUDI, ANDI] = DEMO_RESIDENTS;

describe('the status of issued credentials', () => {
  let world: TestWorld;
  before(async () => {
    world = await createTestWorld();
  });
  after(async () => {
    await world.close();
    assert.deepEqual(world.faults, []);
  });

  interface CredentialRow {
    list: number;
    idx: number;
    status: number;
  }
  async function credentialOf(handset: TestHandset): Promise<CredentialRow> {
    const { rows } = await world.database.pool.query<CredentialRow>(
      'select list, idx, status from credential where activation_id = $1',
      [handset.state.id],
    );
    return rows[0]!;
  }
  async function publishedStatus({ list, idx }: CredentialRow): Promise<number | undefined> {
    const { statusLists } = await takeTrust(world);
    const uri = `${world.config.origins.portal}/api/issuance/status-lists/${list}`;
    return statusAt(statusLists.get(uri)!.list, idx);
  }
  async function kindsAbout(handset: TestHandset): Promise<string[]> {
    const { rows } = await world.database.pool.query<{ kind: string }>(
      `select kind from ledger_entry where details ->> 'activation' = $1 order by seq`,
      [handset.state.id],
    );
    return rows.map(({ kind }) => kind);
  }

  test('a released IKD is revoked in the list, once, and its picture is gone', async () => {
    const handset = await activeHandset(world, SITI);
    await fetchIkd(handset);
    const credential = await credentialOf(handset);
    assert.equal(await publishedStatus(credential), 0);

    await handset.release();
    await world.settle();
    assert.equal(await publishedStatus(credential), 1, 'although the list was served a moment ago');
    assert.deepEqual((await kindsAbout(handset)).slice(-2), [
      'activation/ended',
      'issuance/credential-revoked',
    ]);
    const { rows } = await world.database.pool.query('select from portrait where activation_id = $1', [
      handset.state.id,
    ]);
    assert.equal(rows.length, 0);

    const next = await activeHandset(world, SITI);
    await fetchIkd(next);
    assert.deepEqual(
      [await publishedStatus(await credentialOf(next)), await publishedStatus(credential)],
      [0, 1],
    );
  });

  test('the death of a resident revokes as well', async () => {
    const handset = await activeHandset(world, BUDI);
    await fetchIkd(handset);
    const { rows } = await world.database.pool.query<{ id: ResidentId }>(
      'select resident_id as id from activation where id = $1',
      [handset.state.id],
    );
    const wilayah = await loadWilayah(world.database.read);
    const deps = { database: world.database, wilayah, now: () => world.clock.now, newId: world.newId };
    const died = await changeResident(deps, {
      id: rows[0]!.id,
      change: { kind: 'died', on: dayInKaltim(world.clock.now) },
      actor: { kind: 'system', task: 'test' },
      reason: 'civilCertificate',
    });
    assert.ok(died.ok, JSON.stringify(died));
    await world.settle();
    assert.equal(await publishedStatus(await credentialOf(handset)), 1);
  });

  test('whoever fetches while the identity ends is refused or revoked, never left out', async () => {
    for (let round = 0; round < 6; round++) {
      const handset = await activeHandset(world, ANDI);
      if (round % 2 === 0) await fetchIkd(handset);
      const work = [fetchIkd(handset), handset.release(), fetchIkd(handset), world.settle()];
      for (const answer of await Promise.all(work)) {
        if (answer) assert.ok([200, 410].includes(answer.status), JSON.stringify(answer.body));
      }
      await world.settle();
    }
    const { rows } = await world.database.pool.query(
      `select from credential join activation on activation.id = activation_id
       where activation.state = 'ended' and credential.status = 0`,
    );
    assert.equal(rows.length, 0);
  });

  test('whether the identity is still active is asked while nobody can revoke', async () => {
    const handset = await activeHandset(world, ANDI);
    const revoking = await world.database.pool.connect();
    await revoking.query('begin');
    await revoking.query(`select pg_advisory_xact_lock(hashtextextended('credential:' || $1::text, 0))`, [
      handset.state.id,
    ]);
    const fetching = fetchIkd(handset);
    for (let waiting = 0; waiting === 0; ) {
      const { rows } = await revoking.query(
        `select from pg_locks where locktype = 'advisory' and not granted
         and database = (select oid from pg_database where datname = current_database())`,
      );
      waiting = rows.length;
    }
    await handset.release();
    await revoking.query('commit');
    revoking.release();
    assert.equal((await fetching).body.code, 'issuance/identity-ended');
  });

  test('a token that others verify: type, address, times, signature, entries', async () => {
    const { headers, body } = await world.app.inject(LIST_1);
    assert.match(String(headers['content-type']), /^application\/statuslist\+jwt/);
    const { x5c } = decodeProtectedHeader(body);
    const pem = `-----BEGIN CERTIFICATE-----\n${x5c![0]}\n-----END CERTIFICATE-----`;
    const { payload } = await jwtVerify(body, await importX509(pem, 'ES256'), {
      typ: 'statuslist+jwt',
      subject: `${world.config.origins.portal}${LIST_1}`,
      currentDate: world.clock.now,
    });
    assert.deepEqual([payload.ttl, payload.exp! - payload.iat!], [60, 30 * 86_400]);
    const { bits, lst } = payload.status_list as { bits: number; lst: string };
    const bytes = inflateSync(Buffer.from(lst, 'base64url'));
    assert.deepEqual([bits, bytes.length], [2, 32 * 1024]);
    const revoked = [...bytes].reduce((sum, byte) => sum + byte.toString(2).replaceAll('0', '').length, 0);
    const { rows } = await world.database.pool.query('select from credential where status = 1 and list = 1');
    assert.equal(revoked, rows.length);
  });

  test('cacheable for a minute, by anybody, with an entity tag; signed anew after that', async () => {
    const first = await world.app.inject(LIST_1);
    assert.equal(first.headers['cache-control'], 'public, max-age=60');
    assert.equal(first.headers['access-control-allow-origin'], '*');
    assert.equal(first.headers['cross-origin-resource-policy'], 'cross-origin');
    const headers = { 'if-none-match': String(first.headers.etag) };
    assert.equal((await world.app.inject({ url: LIST_1, headers })).statusCode, 304);
    world.later(61_000);
    assert.equal((await world.app.inject({ url: LIST_1, headers })).statusCode, 200);
  });

  test('half full, a list gives way to the next, which verifiers know already', async () => {
    const { reply } = await takeTrust(world);
    assert.equal(reply.statusLists.length, 4, 'two for full credentials, two for provisional cards');
    await world.database.pool.query('update status_list set taken = 65535 where number = 1');
    const [first, second] = [await activeHandset(world, ANDI), await activeHandset(world, DEMO_RESIDENTS[7])];
    await fetchIkd(first);
    await fetchIkd(second);
    assert.deepEqual([(await credentialOf(first)).list, (await credentialOf(second)).list], [1, 2]);
    assert.equal((await takeTrust(world)).reply.statusLists.length, 5);
  });

  test('no such list', async () => {
    const answer = await world.app.inject('/api/issuance/status-lists/4711');
    assert.deepEqual([answer.statusCode, answer.json().code], [404, 'issuance/status-list-unknown']);
    assert.equal(answer.headers['cache-control'], 'no-store');
    assert.equal((await world.app.inject('/api/issuance/status-lists/0')).statusCode, 422);
  });
});
