import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { DEMO_RESIDENTS } from '../../../seed/demoResidents.ts';
import { tokenIn } from '../mailTrap.ts';
import { createHandset, FORM } from '../testHandset.ts';
import { createOfficer } from '../testOfficer.ts';
import { createTestWorld, type TestWorld } from '../testWorld.ts';

describe('activating an IKD', () => {
  let world: TestWorld;
  before(async () => {
    world = await createTestWorld();
  });
  after(async () => {
    await world.close();
    assert.deepEqual(world.faults, []);
  });

  test('from the form to active, by mail', async () => {
    const handset = await createHandset(world);
    assert.equal((await handset.apply()).body.state, 'dataVerified');
    assert.equal((await handset.sendSelfie()).body.state, 'awaitingOfficer');

    const officer = await createOfficer(world);
    const found = await officer.lookUp(await handset.qr());
    assert.equal(found.status, 200);
    assert.equal(found.body.record.name, FORM.name);
    assert.equal(found.body.record.domicile.kabupatenKota, 'Kota Samarinda');
    const decided = await officer.send(await officer.attestationOf(found.body, { kind: 'confirm' }));
    assert.deepEqual(decided.body, { state: 'attested', confirmation: null });

    await world.runJobs();
    const mail = world.mails.at(-1)!;
    assert.equal(mail.to, FORM.email);
    assert.doesNotMatch(mail.raw, new RegExp(`${FORM.nik}|CONTOH RAHMAWATI`));
    assert.match(mail.raw, /SINTETIS/);

    const confirm = () =>
      world.app.inject({
        method: 'POST',
        url: '/api/activation/confirmations',
        payload: { token: tokenIn(mail) },
      });
    assert.deepEqual((await confirm()).json(), { state: 'active' });
    assert.deepEqual((await confirm()).json(), { state: 'active' }, 'the answer may have been lost');
    world.later(11 * 60_000);
    assert.equal((await confirm()).json().code, 'activation/link-used');
    assert.equal((await handset.status()).body.state, 'active');
    assert.equal((await handset.status()).body.office, 'Disdukcapil Kota Samarinda');
  });

  test('the resident sees who looked, when and for what', async () => {
    const handset = await createHandset(world);
    const { nik, name } = DEMO_RESIDENTS[1]!;
    await handset.apply({ nik, name, email: '' });
    await handset.sendSelfie();
    const officer = await createOfficer(world, 'DEMO-6471-PETUGAS');
    const decided = await officer.decide(await handset.qr(), { kind: 'confirmOnDesk' });
    assert.deepEqual(decided.body, { state: 'active', confirmation: 'desk' });

    const { entries } = (await handset.trail()).body;
    assert.deepEqual(
      entries.map((entry: { kind: string }) => entry.kind),
      ['activation/activated', 'registry/read', 'activation/selfieTaken', 'activation/started'],
    );
    assert.deepEqual(
      [entries[1].who, entries[1].purpose, entries[1].actor],
      ['Disdukcapil Kota Balikpapan', 'activation-desk', 'officer'],
    );
  });

  test('an officer refuses with a reason, and the resident may begin anew', async () => {
    const { nik, name } = DEMO_RESIDENTS[2]!;
    const handset = await createHandset(world);
    await handset.apply({ nik, name });
    await handset.sendSelfie();
    const officer = await createOfficer(world, 'DEMO-6409-PETUGAS');
    const decided = await officer.decide(await handset.qr(), { kind: 'refuse', reason: 'faceDiffers' });
    assert.equal(decided.body.state, 'refused');
    assert.equal((await handset.status()).body.refusedFor, 'faceDiffers');
    const { rows } = await world.database.pool.query('select 1 from selfie where activation_id = $1', [
      handset.state.id,
    ]);
    assert.equal(rows.length, 0, 'no picture is kept of what came to nothing');

    const again = await handset.apply({ nik, name, id: crypto.randomUUID() });
    assert.equal(again.body.state, 'dataVerified');
  });

  test('a handset that waits is told as soon as the officer has decided, and not before', async () => {
    const { nik, name } = DEMO_RESIDENTS[2]!;
    const handset = await createHandset(world);
    await handset.apply({ nik, name, email: '' });
    await handset.sendSelfie();
    const path = `/api/activation/applications/${handset.state.id}?unlike=`;
    const atOnce = await handset.call('GET', `${path}dataVerified`);
    assert.equal(atOnce.body.state, 'awaitingOfficer');

    const waiting = handset.call('GET', `${path}awaitingOfficer`);
    const officer = await createOfficer(world, 'DEMO-6409-PETUGAS');
    await officer.decide(await handset.qr(), { kind: 'refuse', reason: 'selfieUnusable' });
    assert.equal((await waiting).body.state, 'refused');
    const stranger = await createHandset(world);
    assert.equal((await stranger.call('GET', `${path}awaitingOfficer`)).body.code, 'activation/unknown');
  });

  test('a lost telephone: an officer ends the identity there, and the new handset is activated at the same visit', async () => {
    const { nik, name } = DEMO_RESIDENTS[1]!;
    const officer = await createOfficer(world, 'DEMO-6471-PETUGAS');
    const lost = { nik, name, reason: 'lost' };
    const wrong = await officer.call('POST', '/api/activation/endings', { ...lost, name: 'ORANG LAIN' });
    assert.equal(wrong.body.code, 'activation/data-mismatch');
    const ended = await officer.call('POST', '/api/activation/endings', lost);
    assert.deepEqual(ended.body, { state: 'ended', confirmation: null });
    const again = await officer.call('POST', '/api/activation/endings', lost);
    assert.equal(again.body.code, 'activation/nothing-to-end');

    const handset = await createHandset(world);
    await handset.apply({ nik, name });
    await handset.sendSelfie();
    assert.equal((await officer.decide(await handset.qr(), { kind: 'confirmOnDesk' })).body.state, 'active');
  });

  test('whoever gives NIK and name rightly learns precisely what is in the way', async () => {
    const expected = [
      [3, 'activation/not-recorded'],
      [4, 'activation/not-wajib-ktp'],
      [5, 'activation/deceased'],
      [6, 'activation/not-wajib-ktp'],
    ] as const;
    for (const [index, code] of expected) {
      const { nik, name } = DEMO_RESIDENTS[index]!;
      const answer = await (await createHandset(world)).apply({ nik, name });
      assert.equal(answer.body.code, code, name);
    }
    const active = await (await createHandset(world)).apply();
    assert.equal(active.body.code, 'activation/active-on-other-handset');
  });

  test('everybody else gets one and the same answer', async () => {
    const answers = [
      await (await createHandset(world)).apply({ name: 'SITI LAIN' }),
      await (await createHandset(world)).apply({ nik: '6472035203910001' }),
    ];
    for (const { status, body } of answers) {
      assert.equal(status, 422);
      assert.deepEqual(body, answers[0]!.body);
    }
  });

  test('guessing a name ends after five tries, whether the NIK exists or not', async () => {
    for (const nik of [DEMO_RESIDENTS[7]!.nik, '6401044101100001']) {
      const codes: string[] = [];
      for (let i = 0; i < 7; i++)
        codes.push((await (await createHandset(world)).apply({ nik, name: `SALAH ${i}` })).body.code);
      assert.deepEqual(codes, [
        ...Array(5).fill('activation/data-mismatch'),
        ...Array(2).fill('activation/too-many-tries'),
      ]);
    }
    const right = await (await createHandset(world)).apply({
      nik: DEMO_RESIDENTS[7]!.nik,
      name: DEMO_RESIDENTS[7]!.name,
    });
    assert.equal(
      right.body.code,
      'activation/too-many-tries',
      'not even the right answer tells anything now',
    );
    world.later(16 * 60_000);
    const later = await (await createHandset(world)).apply({
      nik: DEMO_RESIDENTS[7]!.nik,
      name: DEMO_RESIDENTS[7]!.name,
    });
    assert.equal(later.status, 201);
  });

  test('an identity that nobody touched for two years is as active as on its first day', async () => {
    const { nik, name } = DEMO_RESIDENTS[2]!;
    const handset = await createHandset(world);
    await handset.apply({ nik, name, email: '' });
    await handset.sendSelfie();
    const officer = await createOfficer(world, 'DEMO-6409-PETUGAS');
    await officer.decide(await handset.qr(), { kind: 'confirmOnDesk' });
    world.later(2 * 365 * 86_400_000);
    await world.settle();
    assert.equal((await handset.status()).body.state, 'active');
    const renewed = await handset.call('POST', '/api/issuance/credential');
    assert.equal(renewed.status, 200);
    assert.ok(new Date(renewed.body.validUntil) > world.clock.now);
  });
});
