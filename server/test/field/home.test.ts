import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import type { KitAct, KitEntry } from '@jatidiri/core/field/model.ts';
import { encryptJwe } from '@jatidiri/core/jose/jwe.ts';
import { toIsoDate } from '@jatidiri/core/kit/date.ts';
import { Personal } from '@jatidiri/core/kit/personal.ts';
import type { ResidentChange } from '@jatidiri/core/registry/model.ts';
import { DEMO_RESIDENTS } from '../../../seed/demoResidents.ts';
import { changeResident, findByNik } from '../../src/registry/index.ts';
import { loadWilayah } from '../../src/wilayah/index.ts';
import { createHandset, type TestHandset } from '../testHandset.ts';
import { createOfficer, type TestOfficer } from '../testOfficer.ts';
import { createTestWorld, type TestWorld } from '../testWorld.ts';
import {
  applicationBy,
  confirmation,
  refusal,
  takePicture,
  type Villager,
  villagers,
} from './fieldPeople.ts';
import { announceSession, createKit, digestOf, type TestKit } from './testKit.ts';

const { people, records } = villagers(60);
const NOT_VALID = {
  name: 'test.status',
  text: 'select status from provisional_place where kit = $1 and idx = $2',
};
const PHOTOS = { name: 'test.photos', text: 'select digest from field_photo where kit = $1' };

describe('coming home', () => {
  let world: TestWorld;
  let operator: TestOfficer;
  let head: TestOfficer;
  let session: string;
  let used = 0;
  const next = (): Villager => people[used++]!;
  before(async () => {
    world = await createTestWorld({ residents: records });
    operator = await createOfficer(world);
    head = await createOfficer(world, 'DEMO-6472-KEPALA');
    session = await announceSession(head);
  });
  after(async () => {
    assert.deepEqual(world.faults, []);
    await world.close();
  });

  const newKit = (by = operator) => createKit(world, by, session);
  const outcomesOf = (answer: { body: { entries: { outcome: { kind: string; code: string | null } }[] } }) =>
    answer.body.entries.map((one) => one?.outcome && (one.outcome.code ?? one.outcome.kind));
  /** Photographs first: what is sent then is decided at once. */
  async function bring(kit: TestKit, entries = kit.written) {
    for (const digest of kit.photos.keys()) await kit.sendPhoto(digest);
    return outcomesOf(await kit.sendEntries(entries));
  }
  const cardStatus = async (kit: TestKit, idx: number) =>
    (await world.database.read.query<{ status: number }>(NOT_VALID, [kit.request.kit, idx]))[0]!.status;
  const photosKept = async (kit: TestKit) =>
    (await world.database.read.query<{ digest: string }>(PHOTOS, [kit.request.kit])).map(
      ({ digest }) => digest,
    );
  const handover = async (handset: TestHandset) => (await handset.call('GET', '/api/field/handover')).body;
  async function decideFor(
    kit: TestKit,
    person: Villager = next(),
    { act = {}, entry = {} }: { act?: object; entry?: Partial<KitEntry> } = {},
  ) {
    const handset = await createHandset(world);
    const application = await applicationBy(handset, person, world.clock.now);
    const decided = await confirmation(kit, application, act as Partial<KitAct> as object);
    const signed = await kit.write(decided, entry);
    return { handset, application, decided, signed, card: decided.card! };
  }
  const actOn = (kit: TestKit, signed: string, act: object, by = operator) =>
    by.call('POST', kit.path(`/entries/${digestOf(signed)}/acts`), act);
  const change = async (nik: string, what: ResidentChange) => {
    const resident = await findByNik(world.database.read, new Personal(nik));
    const deps = {
      ...world.tracing,
      now: () => world.clock.now,
      wilayah: await loadWilayah(world.database.read),
    };
    const actor = { kind: 'system', task: 'test' } as const;
    const changed = await changeResident(deps, {
      id: resident!.id,
      change: what,
      actor,
      reason: 'civilCertificate',
    });
    assert.ok(changed.ok, JSON.stringify(changed));
  };
  const activeOf = async (nik: string): Promise<number> => {
    const { rows } = await world.database.pool.query(
      `select from activation join resident on resident.id = resident_id
       where nik = $1 and activation.state = 'active'`,
      [nik],
    );
    return rows.length;
  };

  it('waits for the photograph, takes it in parts over a broken line, and then the identity is active', async () => {
    const kit = await newKit();
    const person = next();
    const { handset, signed, decided, card } = await decideFor(kit, person);
    assert.deepEqual(await handover(handset), { state: 'waiting' });
    assert.deepEqual(outcomesOf(await kit.sendEntries()), ['waitsForPhoto']);
    const photo = decided.photo!;
    assert.deepEqual((await kit.status()).body.photosMissing, [photo]);
    assert.deepEqual(await handover(handset), { state: 'waiting' });

    const size = kit.photos.get(photo)!.length;
    const part = async (from: number, to: number) => (await kit.sendPhoto(photo, { from, to })).body;
    assert.deepEqual(await part(0, 1_000), { received: 1_000, complete: false });
    assert.deepEqual(await part(0, 1_000), { received: 1_000, complete: false }, 'again: nothing changes');
    assert.equal((await part(2_000, 3_000)).code, 'field/photo-offset-wrong');
    const known = await operator.call('GET', kit.path(`/photos/${photo}`));
    assert.deepEqual(known.body, { received: 1_000, complete: false });
    assert.deepEqual(await part(900, size), { received: size, complete: true }, 'overlapping');
    assert.equal(await activeOf(person.nik), 1);

    const accepted = await handover(handset);
    assert.equal(accepted.state, 'accepted');
    const credential = await handset.call('POST', '/api/issuance/credential');
    assert.equal(credential.status, 200, JSON.stringify(credential.body));
    assert.equal(await cardStatus(kit, card), 0);
    const { rows } = await world.database.pool.query(
      `select activation.session, attested_at, digest, signed from activation join selfie on selfie.activation_id = id
       join attestation on attestation.activation_id = activation.id where activation.id = $1`,
      [accepted.activation],
    );
    assert.deepEqual([rows[0].session, rows[0].digest, rows[0].signed], [session, photo, signed]);
    assert.deepEqual(
      (await world.database.pool.query('select from field_photo where digest = $1', [photo])).rows,
      [],
    );
    await world.settle();
    const sessions = (await operator.call('GET', '/api/outreach/sessions')).body.sessions;
    assert.equal(sessions.find(({ id }: { id: string }) => id === session).counted, 1);
  });

  it('sent twice, in another order, from two browsers at once: nothing changes, and nothing is done twice', async () => {
    const kit = await newKit();
    const served = [await decideFor(kit), await decideFor(kit), await decideFor(kit)];
    const first = await bring(kit, kit.written.toReversed());
    assert.deepEqual(first, ['accepted', 'accepted', 'accepted']);
    const state = async () =>
      (
        await world.database.pool.query(
          `select (select count(*) from ledger_pending) + (select count(*) from ledger_entry) as entries,
             (select count(*) from activation) as activations, (select count(*) from field_photo) as photos`,
        )
      ).rows[0];
    const before = await state();
    await Promise.all([bring(kit), bring(kit), kit.sendEntries([...kit.written, ...kit.written])]);
    assert.deepEqual(await state(), before);
    for (const { handset } of served) assert.equal((await handover(handset)).state, 'accepted');

    const other = await newKit();
    const fresh = [await decideFor(other), await decideFor(other)];
    for (const digest of other.photos.keys()) await other.sendPhoto(digest);
    await Promise.all([other.sendEntries(), other.sendEntries(), other.sendEntries()]);
    for (const { handset } of fresh) assert.equal((await handover(handset)).state, 'accepted');
  });

  it('keeps a refusal, and the telephone reads why', async () => {
    const kit = await newKit();
    const handset = await createHandset(world);
    const person = next();
    await kit.write(refusal(await applicationBy(handset, person, world.clock.now), 'faceDiffers'));
    assert.deepEqual(await bring(kit), ['accepted']);
    assert.deepEqual(await handover(handset), { state: 'refused', because: 'faceDiffers' });
    assert.equal(await activeOf(person.nik), 0);
  });

  it('goes on with an application that was begun with a network, and confirms one that waits for its mail', async () => {
    const kit = await newKit();
    for (const attested of [false, true]) {
      const handset = await createHandset(world);
      const { nik, name } = next();
      assert.equal((await handset.apply({ nik, name })).status, 201);
      if (attested) {
        await handset.sendSelfie();
        assert.equal((await operator.decide(await handset.qr(), { kind: 'confirm' })).body.state, 'attested');
      }
      const application = await applicationBy(handset, { nik, name }, world.clock.now);
      await kit.write(await confirmation(kit, application));
      assert.deepEqual((await bring(kit)).at(-1), 'accepted');
      assert.equal((await handover(handset)).activation, handset.state.id, 'the very application');
    }
  });

  it('does not go on with what was begun here when the person became active elsewhere in between', async () => {
    const [kit, person] = [await newKit(), next()];
    const begun = await createHandset(world);
    assert.equal((await begun.apply(person)).status, 201);
    await decideFor(kit, person);
    await kit.write(await confirmation(kit, await applicationBy(begun, person, world.clock.now)));
    assert.deepEqual(await bring(kit), ['accepted', 'field/already-active']);
  });

  it('decides by the same rules: each obstacle is a conflict of its own, and suspends the provisional card', async () => {
    const kit = await createKit(world, operator, session, { cards: 20 });
    const [, budi, , dewi, rizky, slamet] = DEMO_RESIDENTS;
    const active = next();
    const elsewhere = await createHandset(world);
    await elsewhere.apply(active);
    await elsewhere.sendSelfie();
    await operator.decide(await elsewhere.qr(), { kind: 'confirmOnDesk' });
    const cases: [Villager, string][] = [
      [active, 'field/already-active'],
      [{ ...next(), name: 'NAMA LAIN CONTOH' }, 'field/data-mismatch'],
      [{ nik: '6472030101909000', name: 'TIDAK ADA CONTOH' }, 'field/data-mismatch'],
      [dewi!, 'field/not-recorded'],
      [rizky!, 'field/not-wajib-ktp'],
      [slamet!, 'field/deceased'],
    ];
    for (const [person, code] of cases) {
      const { card, handset } = await decideFor(kit, person);
      assert.equal((await bring(kit)).at(-1), code);
      assert.equal(await cardStatus(kit, card), 2);
      assert.deepEqual(await handover(handset), { state: 'waiting' }, 'an officer is at it');
    }
    const { signed } = await decideFor(kit, budi!);
    assert.equal((await bring(kit)).at(-1), 'accepted', 'in the province, as the office may');
    const list = await operator.call('GET', kit.path('/entries?kind=conflict'));
    assert.equal(list.body.entries.length, cases.length);
    assert.deepEqual(list.body.entries[0].applicant, { nik: active.nik, name: active.name });
    assert.deepEqual(list.body.entries[0].acts, ['retry', 'giveUp']);
    assert.equal((await actOn(kit, signed, { kind: 'retry' })).body.code, 'field/entry-not-open');
  });

  it('lets an officer put right what was in the way and try again, or give up with a reason', async () => {
    const kit = await newKit();
    const person = next();
    const old = await createHandset(world);
    await old.apply(person);
    await old.sendSelfie();
    await operator.decide(await old.qr(), { kind: 'confirmOnDesk' });
    const { signed, handset, card } = await decideFor(kit, person);
    assert.deepEqual(await bring(kit), ['field/already-active']);
    assert.equal((await actOn(kit, signed, { kind: 'retry' })).body.outcome.code, 'field/already-active');
    assert.equal((await old.release()).status, 200);
    assert.equal((await actOn(kit, signed, { kind: 'retry' })).body.outcome.kind, 'accepted');
    assert.equal(await cardStatus(kit, card), 0, 'good again');
    assert.equal((await handover(handset)).state, 'accepted');

    const lost = await decideFor(kit, { ...next(), name: 'SALAH CONTOH' });
    await bring(kit);
    const reason = 'Warga tidak ditemukan lagi.';
    assert.equal(
      (await actOn(kit, lost.signed, { kind: 'release', reason }, head)).body.code,
      'field/act-not-possible',
    );
    assert.equal(
      (await actOn(kit, lost.signed, { kind: 'release', reason })).body.code,
      'office/not-permitted',
    );
    assert.equal((await actOn(kit, lost.signed, { kind: 'giveUp', reason: 'x' })).status, 422);
    assert.equal((await actOn(kit, lost.signed, { kind: 'giveUp', reason })).body.outcome.kind, 'givenUp');
    assert.deepEqual(await handover(lost.handset), { state: 'refused', because: 'field/data-mismatch' });
    assert.equal(await cardStatus(kit, lost.card), 1);
    assert.deepEqual((await bring(kit)).at(-1), 'field/data-mismatch', 'sent again it stays given up');
  });

  it('gives up what waits for a photograph that never comes', async () => {
    const kit = await newKit();
    const { signed, handset } = await decideFor(kit);
    await kit.sendEntries();
    assert.equal(
      (await actOn(kit, signed, { kind: 'giveUp', reason: 'Foto hilang bersama kit.' })).status,
      200,
    );
    assert.deepEqual(await handover(handset), { state: 'refused', because: 'field/photo-missing' });
  });

  it('doubts a clock, a day, a chain and a number; the head of office may answer for it', async () => {
    const reason = 'Diperiksa bersama petugasnya.';
    const minutes = (more: number) => new Date(world.clock.now.getTime() + more * 60_000);
    world.later(20 * 60_000);
    const kit = await newKit();
    const early = await decideFor(kit, next(), { entry: { at: minutes(-15) } });
    assert.deepEqual(await bring(kit), ['field/clock-wrong']);
    assert.equal(
      (await actOn(kit, early.signed, { kind: 'release', reason }, head)).body.outcome.kind,
      'accepted',
    );
    const ahead = await decideFor(kit, next(), { entry: { at: minutes(30) } });
    assert.equal((await bring(kit)).at(-1), 'field/clock-wrong');
    const tooSoon = await actOn(kit, ahead.signed, { kind: 'release', reason }, head);
    assert.equal(tooSoon.body.outcome.code, 'field/clock-wrong', 'nobody answers for what has not been');

    const broken = await newKit();
    await decideFor(broken);
    const cut = await decideFor(broken, next(), { entry: { prev: digestOf('another entry') } });
    assert.deepEqual(await bring(broken), ['accepted', 'field/chain-broken']);
    assert.equal(
      (await actOn(broken, cut.signed, { kind: 'release', reason }, head)).body.outcome.kind,
      'accepted',
    );

    const copied = await newKit();
    await decideFor(copied);
    const fork = await decideFor(copied, next(), { entry: { n: 1, prev: null } });
    assert.deepEqual(await bring(copied), ['accepted', 'field/number-forked']);
    assert.equal(
      (await actOn(copied, fork.signed, { kind: 'release', reason }, head)).body.outcome.kind,
      'accepted',
    );
    assert.deepEqual((await copied.status(1)).body.gaps, []);
  });

  it('does not take an entry of a day on which the session was not held', async () => {
    const cancelled = await announceSession(head);
    const kit = await createKit(world, operator, cancelled);
    const { signed } = await decideFor(kit, next(), { entry: { session: cancelled } });
    const url = `/api/outreach/sessions/${cancelled}/moves`;
    await head.call('POST', url, { kind: 'cancel', reason: 'Jalan terputus banjir.' });
    assert.deepEqual(await bring(kit), ['field/not-session-day']);
    const released = await actOn(kit, signed, { kind: 'release', reason: 'Tetap dilayani.' }, head);
    assert.equal(released.body.code, 'field/act-not-possible');
  });

  it('takes a card’s place once, and from the kit’s own', async () => {
    const kit = await newKit();
    const first = await decideFor(kit);
    await decideFor(kit, next(), { act: { card: first.card } });
    await decideFor(kit, next(), { act: { card: 131_071 - first.card } });
    assert.deepEqual(await bring(kit), ['accepted', 'field/card-misused', 'field/card-misused']);
    assert.equal(await cardStatus(kit, first.card), 0, 'whoever had it first keeps a good card');
  });

  it('does not believe a telephone’s application that somebody else signed, or a picture that is none', async () => {
    const kit = await newKit();
    const [handset, other] = [await createHandset(world), await createHandset(world)];
    const application = await applicationBy({ jwk: handset.jwk, sign: other.sign }, next(), world.clock.now);
    await kit.write(await confirmation(kit, application));
    const good = await applicationBy(handset, next(), world.clock.now);
    await kit.write(await confirmation(kit, good, { photo: kit.keepPhoto(Buffer.from('bukan foto')) }));
    assert.deepEqual(await bring(kit), ['field/application-forged', 'field/photo-unusable']);
  });

  it('asks again when the record has changed since the kit got it, and refuses who has died since', async () => {
    const [renamed, dead, moved] = [next(), next(), next()];
    const niks = [renamed, dead, moved].map(({ nik }) => nik);
    const kit = await createKit(world, operator, session, { expected: { kind: 'list', niks } });
    const { residents } = (await operator.call('GET', kit.path('/residents'))).body;
    const versionOf = (nik: string) => residents.find((one: Villager) => one.nik === nik).version;
    const on = toIsoDate('2026-11-22');
    const name = new Personal<string, 'name'>('NAMA BARU CONTOH');
    await change(renamed.nik, { kind: 'nameCorrected', on, name });
    await change(dead.nik, { kind: 'died', on });
    await change(moved.nik, { kind: 'recordingAdvanced', on, to: 'printed' }).catch(() => undefined);
    const changed = await decideFor(
      kit,
      { ...renamed, name: 'NAMA BARU CONTOH' },
      { act: { record: versionOf(renamed.nik) } },
    );
    await decideFor(kit, dead, { act: { record: versionOf(dead.nik) } });
    await decideFor(kit, moved, { act: { record: versionOf(moved.nik) } });
    assert.deepEqual(await bring(kit), ['field/record-changed', 'field/deceased', 'accepted']);
    const reason = 'Orangnya sama; namanya baru dibetulkan.';
    assert.equal(
      (await actOn(kit, changed.signed, { kind: 'release', reason }, head)).body.outcome.kind,
      'accepted',
    );
  });

  it('takes what an officer signed before a suspension, and nothing signed after it', async () => {
    const invited = await head.call('POST', '/api/office/officers', {
      name: 'Petugas Baru (contoh)',
      role: 'operator',
    });
    const newcomer = await createOfficer(world, invited.body.code);
    const kit = await createKit(world, newcomer, session);
    await decideFor(kit);
    world.later(60_000);
    const url = `/api/office/officers/${newcomer.officer.id}/suspension`;
    const suspended = await head.call('PUT', url, { suspended: true });
    assert.ok(suspended.status < 300, JSON.stringify(suspended));
    world.later(60_000);
    await decideFor(kit);
    for (const digest of kit.photos.keys()) await kit.sendPhoto(digest, { by: operator });
    assert.deepEqual(outcomesOf(await kit.sendEntries(kit.written, operator)), [
      'accepted',
      'field/officer-suspended',
    ]);
  });

  it('holds back everything of a kit that was lost, until the head of office answers for what was signed before', async () => {
    const kit = await newKit();
    const honest = await decideFor(kit);
    world.later(20 * 60_000);
    const thiefs = await decideFor(kit);
    const lostAt = new Date(world.clock.now.getTime() - 10 * 60_000).toISOString();
    await kit.move({ kind: 'revoke', lostAt });
    assert.equal((await kit.status()).body.command, 'erase');
    assert.deepEqual(await bring(kit), ['field/kit-revoked', 'field/kit-revoked']);
    const reason = 'Ditandatangani sebelum kit hilang.';
    const release = (signed: string) => actOn(kit, signed, { kind: 'release', reason }, head);
    assert.equal((await release(honest.signed)).body.outcome.kind, 'accepted');
    assert.equal(await cardStatus(kit, honest.card), 0);
    assert.equal((await release(thiefs.signed)).body.outcome.code, 'field/kit-revoked');
    assert.notEqual(await cardStatus(kit, thiefs.card), 0);
  });

  it('takes back an entry whichever of the two comes first', async () => {
    const kit = await newKit();
    const [before, behind] = [await decideFor(kit), await decideFor(kit)];
    await kit.write({ kind: 'void', n: 1, reason: 'wrongPerson' });
    await kit.write({ kind: 'void', n: 2, reason: 'residentAsked' });
    for (const digest of kit.photos.keys()) await kit.sendPhoto(digest);
    const [first, second, third, fourth] = kit.written as [string, string, string, string];
    const send = async (...entries: string[]) => outcomesOf(await kit.sendEntries(entries));
    assert.deepEqual(await send(first, third), ['accepted', 'accepted']);
    assert.deepEqual(await send(fourth, second), ['accepted', 'voided']);
    assert.deepEqual(await send(first), ['voided']);
    for (const { handset, card } of [before, behind]) {
      assert.deepEqual(await handover(handset), { state: 'refused', because: 'field/voided' });
      assert.equal(await cardStatus(kit, card), 1);
    }
    // The mistake is put right with the same application: it is decided anew.
    await kit.write(await confirmation(kit, before.application));
    assert.deepEqual((await bring(kit)).at(-1), 'accepted');
    assert.equal((await handover(before.handset)).state, 'accepted');
  });

  it('keeps no photograph that nobody needs, also when it and its entry come at the same moment', async () => {
    const kit = await newKit();
    for (let n = 1; n <= 5; n++) await decideFor(kit);
    for (let n = 1; n <= 5; n++) await kit.write({ kind: 'void', n, reason: 'wrongPerson' });
    const [taken, voids] = [kit.written.slice(0, 5), kit.written.slice(5)];
    assert.deepEqual(new Set(outcomesOf(await kit.sendEntries(voids))), new Set(['accepted']));
    const photos = [...kit.photos.keys()];
    await Promise.all(taken.flatMap((entry, i) => [kit.sendPhoto(photos[i]!), kit.sendEntries([entry])]));
    assert.deepEqual(await photosKept(kit), []);
  });

  it('forgets a photograph whose entry never comes, and takes it once more when it does', async () => {
    const kit = await newKit();
    const { signed } = await decideFor(kit);
    await decideFor(kit);
    const [own, other] = [...kit.photos.keys()] as [string, string];
    for (const photo of [own, other]) await kit.sendPhoto(photo);
    const before = world.clock.now;
    world.later(15 * 86_400_000);
    await world.settle();
    assert.deepEqual(await photosKept(kit), []);
    world.clock.now = before;
    assert.deepEqual(outcomesOf(await kit.sendEntries([signed])), ['waitsForPhoto']);
    assert.equal((await kit.sendPhoto(own)).body.complete, true);
    assert.deepEqual(outcomesOf(await kit.sendEntries([signed])), ['accepted']);
  });

  it('decides an application once, on whichever kit', async () => {
    const [one, other] = [await newKit(), await newKit(head)];
    const handset = await createHandset(world);
    const person = next();
    const application = await applicationBy(handset, person, world.clock.now);
    await one.write(await confirmation(one, application));
    await other.write(await confirmation(other, application));
    const [first, second] = await Promise.all([bring(one), bring(other)]);
    assert.deepEqual([...first, ...second].sort(), ['accepted', 'field/application-decided']);
    assert.equal(await activeOf(person.nik), 1);
  });

  it('decides two applications of one telephone one after the other, whatever was begun on it', async () => {
    const [one, other] = [await newKit(), await newKit(head)];
    const handset = await createHandset(world);
    const person = next();
    // Somebody else's, which the first decision takes away: who waits for it would find nothing afterwards.
    assert.equal((await handset.apply(next())).status, 201);
    for (const kit of [one, other]) {
      await kit.write(await confirmation(kit, await applicationBy(handset, person, world.clock.now)));
      for (const digest of kit.photos.keys()) await kit.sendPhoto(digest);
    }
    const holder = await world.database.pool.connect();
    await holder.query('begin');
    await holder.query('select from activation where id = $1 for update', [handset.state.id]);
    const both = Promise.all([one.sendEntries(), other.sendEntries()]);
    const waiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    while ((await world.database.pool.query(waiting)).rowCount !== 2) await new Promise(setImmediate);
    await holder.query('commit');
    holder.release();
    const outcomes = (await both).flatMap(outcomesOf);
    assert.deepEqual(outcomes.sort(), ['accepted', 'field/application-decided']);
  });

  it('reads a backup that only the server can open, through the same door', async () => {
    const kit = await newKit();
    const served = [await decideFor(kit), await decideFor(kit)];
    const photos = Object.fromEntries(
      [...kit.photos].map(([digest, picture]) => [digest, picture.toString('base64url')]),
    );
    const content = Buffer.from(JSON.stringify({ entries: kit.written, photos }));
    const tools = {
      subtle: crypto.subtle,
      random: (size: number) => crypto.getRandomValues(new Uint8Array(size)),
    };
    const jwe = await encryptJwe(tools, kit.reply.backupKey, 'A256GCM', content);
    const restore = (text: string) => head.call('POST', kit.path('/backup'), { jwe: text });
    const restored = await restore(jwe);
    assert.deepEqual(outcomesOf(restored), ['accepted', 'accepted'], JSON.stringify(restored.body));
    assert.deepEqual(outcomesOf(await restore(jwe)), ['accepted', 'accepted']);
    for (const { handset } of served) assert.equal((await handover(handset)).state, 'accepted');
    assert.equal((await restore(jwe.slice(0, -4))).body.code, 'field/backup-unreadable');
  });

  it('says which numbers are missing, and erases a kit once its session is over and everything is home', async () => {
    const kit = await newKit();
    for (let i = 0; i < 4; i++) await decideFor(kit);
    for (const digest of kit.photos.keys()) await kit.sendPhoto(digest);
    await kit.sendEntries([kit.written[1]!]);
    assert.deepEqual((await kit.status()).body.gaps, [
      { from: 1, to: 1 },
      { from: 3, to: 4 },
    ]);
    assert.equal((await kit.status()).body.command, null);
    const list = (await operator.call('GET', '/api/field/kits')).body.kits;
    const shown = list.find((one: { kit: string }) => one.kit === kit.request.kit);
    assert.deepEqual([shown.entries.accepted, shown.cards, shown.officers.length], [1, 5, 1]);
    await kit.sendEntries();
    assert.deepEqual((await kit.status()).body.gaps, []);
    await kit.move({ kind: 'erase' });
    assert.equal((await kit.status()).body.command, 'erase');
  });

  it('is for the kit’s own office, and takes nothing that its keys did not sign', async () => {
    const foreign = await createOfficer(world, 'DEMO-6471-KEPALA');
    const [kit, other] = [await newKit(), await newKit()];
    const { decided } = await decideFor(kit);
    assert.equal((await kit.sendEntries(kit.written, foreign)).body.code, 'field/kit-unknown');
    assert.equal((await kit.sendPhoto(decided.photo!, { by: foreign })).body.code, 'field/kit-unknown');
    assert.equal((await foreign.call('GET', kit.path('/entries'))).body.code, 'field/kit-unknown');
    assert.deepEqual((await other.sendEntries(kit.written)).body.entries, [null]);
    assert.deepEqual((await kit.sendEntries(['a.b.c'])).body.entries, [null]);
    const wrong = await takePicture();
    other.photos.set(decided.photo!, wrong);
    assert.equal((await other.sendPhoto(decided.photo!)).body.code, 'field/photo-digest-wrong');
    const unknown = await operator.call('POST', kit.path(`/entries/${digestOf('none')}/acts`), {
      kind: 'retry',
    });
    assert.equal(unknown.body.code, 'field/entry-unknown');
    const stranger = await world.app.inject({ url: '/api/field/handover' });
    assert.equal(stranger.json().code, 'device/proof-missing');
    assert.deepEqual(await handover(await createHandset(world)), { state: 'waiting' });
    assert.equal(
      (await operator.call('GET', `/api/field/kits/${randomUUID()}`)).body.code,
      'field/kit-unknown',
    );
  });

  it('takes what was signed on the session’s days weeks after it was closed, and orders the kit to go', async () => {
    const kit = await newKit();
    const { handset } = await decideFor(kit);
    const late = await decideFor(kit);
    const moves = `/api/outreach/sessions/${session}/moves`;
    assert.equal((await head.call('POST', moves, { kind: 'open' })).status, 204);
    world.later(60_000);
    assert.equal((await head.call('POST', moves, { kind: 'close', shortfalls: [], note: '' })).status, 204);
    world.later(60_000);
    const after = await decideFor(kit);
    world.later(21 * 86_400_000);
    operator = await createOfficer(world);
    for (const digest of kit.photos.keys()) await kit.sendPhoto(digest, { by: operator });
    const sent = await kit.sendEntries(kit.written, operator);
    assert.deepEqual(outcomesOf(sent), ['accepted', 'accepted', 'field/not-session-day']);
    assert.equal((await handover(handset)).state, 'accepted');
    assert.equal((await handover(late.handset)).state, 'accepted');
    assert.equal((await handover(after.handset)).state, 'waiting');
    const status = await operator.call('GET', kit.path('?last=3'));
    assert.equal(status.body.command, 'erase');
  });
});
