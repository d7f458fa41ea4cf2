import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import sharp from 'sharp';
import { DEMO_RESIDENTS } from '../../../seed/demoResidents.ts';
import { tokenIn } from '../mailTrap.ts';
import { createHandset, FORM, syntheticSelfie } from '../testHandset.ts';
import { createOfficer, type TestOfficer } from '../testOfficer.ts';
import { createTestWorld, type TestWorld } from '../testWorld.ts';

const HOUR = 3_600_000;

describe('bad input gets a clear refusal', () => {
  let world: TestWorld;
  let officer: TestOfficer;

  before(async () => {
    world = await createTestWorld();
    officer = await createOfficer(world);
  });
  after(async () => {
    await world.close();
    assert.deepEqual(world.faults, []);
  });

  const resident = (index: number) => ({
    nik: DEMO_RESIDENTS[index]!.nik,
    name: DEMO_RESIDENTS[index]!.name,
  });

  async function waiting(index = 0) {
    const handset = await createHandset(world);
    await handset.apply(resident(index));
    await handset.sendSelfie();
    return handset;
  }

  test('forms: each field by its name, no value repeated', async () => {
    const cases = [
      [{ nik: '123' }, 'registry/nik-malformed', 'nik'],
      [{ nik: '6472035213919901' }, 'registry/nik-date-impossible', 'nik'],
      [{ nik: '6472035203910000' }, 'registry/nik-serial-zero', 'nik'],
      [{ name: '  ' }, 'activation/name-malformed', 'name'],
      [{ email: 'siti@' }, 'activation/email-malformed', 'email'],
      [{ email: 'siti@contoh' }, 'activation/email-malformed', 'email'],
      [{ phone: '123' }, 'activation/phone-malformed', 'phone'],
      [{ phone: '+1 202 555 0100' }, 'activation/phone-malformed', 'phone'],
    ] as const;
    for (const [form, code, field] of cases) {
      const { status, body } = await (await createHandset(world)).apply(form);
      assert.deepEqual([body.code, body.field], [code, field]);
      assert.ok(status === 400 || status === 422);
      assert.ok(!JSON.stringify(body).includes(FORM.nik));
    }
  });

  test('requests that are none', async () => {
    const handset = await createHandset(world);
    const extra = await handset.call('POST', '/api/activation/applications', {
      id: handset.state.id,
      ...FORM,
      admin: true,
    });
    assert.deepEqual(
      [extra.status, extra.body.code, extra.body.fields],
      [422, 'platform/invalid-request', ['admin']],
    );
    const huge = await handset.call('POST', '/api/activation/applications', {
      ...FORM,
      name: 'A'.repeat(100_000),
    });
    assert.equal(huge.body.code, 'platform/body-too-large');
    const broken = await handset.call('POST', '/api/activation/applications', Buffer.from('{"nik":'));
    assert.equal(broken.body.code, 'platform/malformed-request');
    const type = await handset.call(
      'POST',
      '/api/activation/applications',
      Buffer.from('nik=1'),
      'text/plain',
    );
    assert.equal(type.body.code, 'platform/unsupported-media');
    const nowhere = await handset.call('GET', '/api/nowhere');
    assert.equal(nowhere.body.code, 'platform/not-found');
  });

  test('pictures: none, wrong, too small, too large; a huge one is made smaller and loses its metadata', async () => {
    const handset = await createHandset(world);
    await handset.apply(resident(0));
    const picture = (width: number, height: number) =>
      sharp({ create: { width, height, channels: 3, background: '#888' } });
    const cases = [
      [Buffer.from('no picture at all'), 'activation/selfie-not-an-image'],
      [Buffer.alloc(0), 'activation/selfie-not-an-image'],
      [(await syntheticSelfie()).subarray(0, 300), 'activation/selfie-not-an-image'],
      [await picture(480, 640).gif().toBuffer(), 'activation/selfie-not-an-image'],
      [await picture(200, 400).jpeg().toBuffer(), 'activation/selfie-too-small'],
      [Buffer.alloc(2 * 1024 * 1024 + 1), 'platform/body-too-large'],
    ] as const;
    for (const [bytes, code] of cases) assert.equal((await handset.sendSelfie(bytes)).body.code, code);

    const located = await picture(3000, 4000)
      .withExif({ IFD3: { GPSLatitude: '0/1 30/1 0/1' } })
      .jpeg()
      .toBuffer();
    assert.equal((await handset.sendSelfie(located)).status, 200);
    const { rows } = await world.database.pool.query('select image from selfie where activation_id = $1', [
      handset.state.id,
    ]);
    const kept = await sharp(rows[0].image).metadata();
    assert.deepEqual([kept.width, kept.height, kept.exif], [768, 1024, undefined]);
    await handset.cancel();
  });

  test('registration QR: of another system, altered, old, from a clock that is off, of another handset', async () => {
    const handset = await waiting(0);
    const other = await createHandset(world);
    const codeOf = async (qr: string) => (await officer.lookUp(qr)).body.code;
    assert.equal(await codeOf('https://example.id/menu'), 'activation/qr-other-system');
    assert.equal(await codeOf('IKDREG:abc'), 'activation/qr-other-system');
    assert.equal(
      await codeOf(await handset.qr(new Date(world.clock.now.getTime() - HOUR))),
      'activation/qr-expired',
    );
    assert.equal(
      await codeOf(await handset.qr(new Date(world.clock.now.getTime() + HOUR))),
      'activation/qr-expired',
    );
    other.state.id = handset.state.id;
    assert.equal(await codeOf(await other.qr()), 'activation/qr-other-device');
    const unknown = await createHandset(world);
    assert.equal(await codeOf(await unknown.qr()), 'activation/qr-other-device');
    await handset.cancel();
    const cancelled = await officer.decide(await handset.qr(), { kind: 'confirm' });
    assert.equal(cancelled.body.code, 'activation/cancelled');
  });

  test('a handset sees and moves only its own application', async () => {
    const handset = await waiting(0);
    const thief = await createHandset(world);
    thief.state.id = handset.state.id;
    for (const answer of [
      await thief.status(),
      await thief.sendSelfie(),
      await thief.cancel(),
      await thief.apply(),
    ]) {
      assert.equal(answer.body.code, 'activation/unknown');
    }
    assert.equal((await thief.trail()).body.code, 'rights/no-identity');
    const bare = await world.app.inject({
      method: 'GET',
      url: `/api/activation/applications/${handset.state.id}`,
    });
    assert.equal(bare.json().code, 'device/proof-missing');
    await handset.cancel();
  });

  test('a handset whose clock is off by hours is told, with the server’s time', async () => {
    const handset = await createHandset(world);
    handset.state.clockOffMs = 5 * HOUR;
    const answer = await handset.apply();
    assert.equal(answer.body.code, 'device/clock-off');
    assert.equal(answer.headers.date, world.clock.now.toUTCString());
  });

  test('attestations: of another officer, another selfie, tampered, from the future; the true one still counts', async () => {
    const handset = await waiting(0);
    const found = (await officer.lookUp(await handset.qr())).body;
    const colleague = await createOfficer(world, 'DEMO-6472-KEPALA');
    const signed = await officer.attestationOf(found, { kind: 'confirm' });
    const codeOf = async (who: TestOfficer, attestation: string) => (await who.send(attestation)).body.code;

    assert.equal(await codeOf(colleague, signed), 'activation/attestation-invalid');
    assert.equal(await codeOf(officer, `${signed.slice(0, -6)}AAAAAA`), 'activation/attestation-invalid');
    assert.equal(await codeOf(officer, 'nothing'), 'activation/attestation-invalid');
    const tomorrow = new Date(world.clock.now.getTime() + 24 * HOUR);
    const early = await officer.attestationOf(found, { kind: 'confirm' }, tomorrow);
    assert.equal(await codeOf(officer, early), 'activation/attestation-invalid');

    await handset.sendSelfie(
      await sharp(await syntheticSelfie())
        .flop()
        .jpeg()
        .toBuffer(),
    );
    assert.equal(await codeOf(officer, signed), 'activation/attestation-stale');
    assert.equal((await officer.decide(await handset.qr(), { kind: 'confirm' })).body.state, 'attested');
  });

  test('mail links: unknown, late, twice; another office may not finish; the desk may replace the mail', async () => {
    const confirm = async (token: string) =>
      (
        await world.app.inject({ method: 'POST', url: '/api/activation/confirmations', payload: { token } })
      ).json();
    assert.equal((await confirm('A'.repeat(43))).code, 'activation/link-unknown');
    assert.equal((await confirm('short')).code, 'platform/invalid-request');

    await world.runJobs(); // the mail of the test before
    const late = tokenIn(world.mails.at(-1)!);
    world.later(49 * HOUR);
    assert.equal((await confirm(late)).code, 'activation/expired');
    await world.settle();

    const desk = await createOfficer(world);
    const handset = await waiting(1);
    assert.equal((await desk.decide(await handset.qr(), { kind: 'confirm' })).body.state, 'attested');
    await world.runJobs();
    const elsewhere = await createOfficer(world, 'DEMO-6471-PETUGAS');
    const foreign = await elsewhere.decide(await handset.qr(), { kind: 'confirmOnDesk' });
    assert.deepEqual([foreign.status, foreign.body.code], [403, 'activation/other-office']);
    const replaced = await desk.decide(await handset.qr(), { kind: 'confirmOnDesk' });
    assert.deepEqual(replaced.body, { state: 'active', confirmation: 'desk' });
    assert.equal((await confirm(tokenIn(world.mails.at(-1)!))).code, 'activation/already-active');
  });

  test('an officer suspended between looking and deciding decides nothing', async () => {
    const desk = await createOfficer(world);
    const head = await createOfficer(world, 'DEMO-6472-KEPALA');
    const handset = await waiting(2);
    const found = (await desk.lookUp(await handset.qr())).body;
    const signed = await desk.attestationOf(found, { kind: 'confirm' });
    await head.call('PUT', `/api/office/officers/${desk.officer.id}/suspension`, { suspended: true });
    assert.equal((await desk.send(signed)).body.code, 'office/signed-out', 'a suspension ends the session');
    await head.call('PUT', `/api/office/officers/${desk.officer.id}/suspension`, { suspended: false });
    assert.equal((await handset.status()).body.state, 'awaitingOfficer');
    await handset.cancel();
  });

  test('an application that nobody finishes expires, and the NIK is free again', async () => {
    const handset = await waiting(2);
    world.later(8 * 24 * HOUR);
    const officerLater = await createOfficer(world);
    assert.equal(
      (await officerLater.decide(await handset.qr(), { kind: 'confirm' })).body.code,
      'activation/expired',
    );
    await world.settle();
    assert.equal((await handset.status()).body.state, 'expired');
    assert.equal((await waiting(2)).state.id.length, 36);
  });
});

test('an office serves whom the setting says', async () => {
  const world = await createTestWorld({ config: { serviceArea: 'ownRegion' } });
  const handset = await createHandset(world);
  await handset.apply();
  await handset.sendSelfie();
  const elsewhere = await createOfficer(world, 'DEMO-6471-PETUGAS');
  assert.equal((await elsewhere.lookUp(await handset.qr())).body.code, 'activation/outside-domicile');
  const selfie = await elsewhere.call('GET', `/api/activation/applications/${handset.state.id}/selfie`);
  assert.equal(selfie.body.code, 'activation/unknown');
  await world.close();
});
