import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { LossReport } from '@jatidiri/core/recovery/wire.ts';
import { statusAt } from '@jatidiri/core/statuslist/statusList.ts';
import { activeHandset, fetchIkd, takeTrust } from '../issuance/activeHandset.ts';
import { createHandset, type TestHandset } from '../testHandset.ts';
import { createOfficer } from '../testOfficer.ts';
import { createTestWorld, type TestWorld } from '../testWorld.ts';
import { people, person } from './people.ts';

const PHONE = '0812 3456 7890';

describe('a telephone is reported lost from any other', () => {
  let world: TestWorld;
  before(async () => {
    world = await createTestWorld({ residents: people(9) });
  });
  after(async () => {
    await world.close();
    assert.deepEqual(world.faults, []);
  });

  async function report(entries: LossReport) {
    const answer = await world.app.inject({
      method: 'POST',
      url: '/api/recovery/loss-reports',
      payload: entries,
    });
    return { status: answer.statusCode, code: answer.body ? answer.json().code : undefined };
  }
  const lift = (handset: TestHandset) => handset.call('POST', '/api/recovery/lifts');
  const stateOf = async (handset: TestHandset) =>
    (await handset.call('GET', '/api/activation/identity')).body.state;
  const HELD = { status: 204, code: undefined };

  test('every verifier refuses it within a minute, by the published list', async () => {
    const handset = await activeHandset(world, person(1));
    await fetchIkd(handset);
    const { rows } = await world.database.pool.query<{ list: number; idx: number }>(
      'select list, idx from credential where activation_id = $1',
      [handset.state.id],
    );
    const { list, idx } = rows[0]!;
    const uri = `${world.config.origins.portal}/api/issuance/status-lists/${list}`;
    const published = async () => statusAt((await takeTrust(world)).statusLists.get(uri)!.list, idx);
    assert.equal(await published(), 0);

    assert.deepEqual(await report({ ...person(1), contact: PHONE }), HELD);
    assert.equal((await fetchIkd(handset)).body.code, 'issuance/identity-suspended');
    // A verifier's copy is good for the list's ttl; the follower is a chore of one second.
    world.later(59_000);
    await world.settle();
    assert.equal(await published(), 2, 'suspended');
  });

  test('its owner hears of it on every channel', async () => {
    await world.runJobs();
    assert.match(world.texts.at(-1)!.text, /dibekukan/);
    assert.match(world.mails.at(-1)!.raw, /dibekukan/);
  });

  test('the handset lifts it, and for a week nobody holds it like that again', async () => {
    const handset = await activeHandset(world, person(2));
    const entries = { ...person(2), contact: 'SITI.contoh@jatidiri.invalid' };
    assert.deepEqual(await report(entries), HELD);
    assert.deepEqual(await report(entries), HELD, 'the same again is the same');
    const watched = await handset.call('GET', '/api/recovery/watch');
    assert.deepEqual(watched.body, { recoveries: [], mayLift: true });
    assert.equal((await lift(await createHandset(world))).body.code, 'recovery/nothing-to-lift');
    assert.equal((await lift(handset)).status, 204);
    assert.equal(await stateOf(handset), 'active');

    assert.equal((await report(entries)).code, 'recovery/report-lifted');
    assert.equal(await stateOf(handset), 'active');
    world.later(7 * 86_400_000 + 1);
    assert.deepEqual(await report(entries), HELD);
  });

  test('what the office holds, no handset lifts, also after a report', async () => {
    const handset = await activeHandset(world, person(3));
    const officer = await createOfficer(world);
    const atDesk = (what: string) => officer.call('POST', `/api/activation/${what}`, person(3));
    await report({ ...person(3), contact: PHONE });
    await atDesk('resumptions');
    world.later(1_000);
    await atDesk('suspensions');
    assert.equal((await lift(handset)).body.code, 'recovery/nothing-to-lift');
    assert.deepEqual(await report({ ...person(3), contact: PHONE }), HELD);
    assert.equal((await lift(handset)).body.code, 'recovery/nothing-to-lift');
    await atDesk('resumptions');
    assert.equal(await stateOf(handset), 'active');
  });

  test('one answer for whoever does not know all three, and the tries are counted', async () => {
    const handset = await activeHandset(world, person(4));
    const unknown = { ...person(4), nik: '6472035203910077' };
    const wrong: LossReport[] = [
      { ...unknown, contact: PHONE },
      { ...person(4), name: 'ORANG LAIN', contact: PHONE },
      { ...person(4), contact: '0812 0000 0000' },
      { ...person(4), contact: '' },
      // Exists, but has no IKD.
      { ...person(5), contact: PHONE },
    ];
    for (const entries of wrong)
      assert.deepEqual(await report(entries), { status: 422, code: 'recovery/data-mismatch' });
    assert.equal(await stateOf(handset), 'active');
    for (let nth = 0; nth < 4; nth++) await report({ ...person(4), contact: `0812 0000 000${nth}` });
    const wrongAgain = { ...person(4), contact: '0812 0000 0009' };
    assert.deepEqual(await report(wrongAgain), { status: 429, code: 'recovery/report-unanswered' });
    assert.equal(await stateOf(handset), 'active');
  });

  test('a thief who keeps guessing holds no report back: it is carried out, and nobody is told whether', async () => {
    const handset = await activeHandset(world, person(7));
    for (let nth = 0; nth < 6; nth++) await report({ ...person(7), contact: `0812 0000 000${nth}` });
    const unanswered = { status: 429, code: 'recovery/report-unanswered' };
    assert.deepEqual(await report({ ...person(7), contact: PHONE }), unanswered);
    assert.equal(await stateOf(handset), 'suspended');
    assert.deepEqual(await report({ ...person(7), contact: '0812 0000 0000' }), unanswered, 'nor afterwards');
  });

  test('who knows NIK and name gains no further guesses at the number by asking elsewhere', async () => {
    const handset = await activeHandset(world, person(8));
    const codes: string[] = [];
    for (let nth = 0; nth < 6; nth++) {
      codes.push((await report({ ...person(8), contact: `0812 0000 000${nth}` })).code);
      await (await createHandset(world)).apply(person(8));
    }
    assert.deepEqual([codes[0], codes.at(-1)], ['recovery/data-mismatch', 'recovery/report-unanswered']);
    assert.equal(await stateOf(handset), 'active');
  });

  test('guesses at the doors of the wallet keep nobody from reporting a loss', async () => {
    const handset = await activeHandset(world, person(9));
    for (let nth = 0; nth < 6; nth++)
      await (await createHandset(world)).apply({ ...person(9), name: `TEBAKAN ${'ABCDEF'[nth]}` });
    assert.deepEqual(await report({ ...person(9), contact: PHONE }), HELD);
    assert.equal(await stateOf(handset), 'suspended');
  });

  test('the resident reads who tried', async () => {
    world.later(16 * 60_000);
    const handset = await activeHandset(world, person(6));
    await report({ ...person(6), name: 'ORANG LAIN', contact: PHONE });
    const kinds = (await handset.trail()).body.entries.map((entry: { kind: string }) => entry.kind);
    assert.equal(kinds[0], 'recovery/loss-refused');
  });
});
