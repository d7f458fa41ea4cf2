import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { DeviceThumbprint } from '@jatidiri/core/activation/model.ts';
import { signSharing } from '@jatidiri/core/activation/sharedHandset.ts';
import { thumbprint } from '@jatidiri/core/jose/thumbprint.ts';
import { activeHandset, suite } from '../issuance/activeHandset.ts';
import { people, person } from '../recovery/people.ts';
import { createHandset, type TestHandset } from '../testHandset.ts';
import { createOfficer } from '../testOfficer.ts';
import { createTestWorld, type TestWorld } from '../testWorld.ts';

describe('whoever has no mail, no number, no telephone of their own, or help', () => {
  let world: TestWorld;
  before(async () => {
    world = await createTestWorld({ residents: people(10), config: { identitiesPerHandset: 3 } });
  });
  after(async () => {
    await world.close();
    assert.deepEqual(world.faults, []);
  });

  const kindsOf = async (handset: TestHandset): Promise<{ kind: string; who: string | null }[]> =>
    (await handset.trail()).body.entries;

  test('is activated without address and number, by a code on paper', async () => {
    const handset = await createHandset(world);
    await handset.apply({ ...person(1), email: '', phone: '' });
    await handset.sendSelfie();
    const officer = await createOfficer(world);
    assert.equal((await officer.decide(await handset.qr(), { kind: 'confirm' })).body.state, 'attested');
    await world.runJobs();
    assert.equal(world.mails.length, 0);

    const path = `/api/activation/applications/${handset.state.id}`;
    const paper = await officer.call('POST', `${path}/paper-code`);
    assert.match(paper.body.code, /^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    assert.equal(
      (await officer.call('POST', `${path}/paper-code`)).body.code,
      paper.body.code,
      'again the same',
    );
    const enter = (by: TestHandset, code: string) => by.call('POST', `${path}/paper-confirmation`, { code });
    assert.equal((await enter(handset, 'AAAA-AAAA-AAAA')).body.code, 'activation/paper-code-wrong');
    assert.equal((await enter(await createHandset(world), paper.body.code)).body.code, 'activation/unknown');
    const written = paper.body.code.toLowerCase().replaceAll('-', ' ');
    assert.equal((await enter(handset, written)).body.state, 'active');
    assert.equal((await enter(handset, written)).body.state, 'active', 'again the same');
    const elsewhere = await createOfficer(world, 'DEMO-6471-PETUGAS');
    assert.equal((await elsewhere.call('POST', `${path}/paper-code`)).body.code, 'activation/unknown');
  });

  test('shares a handset of the household with a key of its own, as many as are allowed', async () => {
    const owner = await activeHandset(world, person(2));
    const join = async (nth: number, host = owner) => {
      const handset = await createHandset(world);
      const newcomer = (await thumbprint(suite, handset.jwk)) as DeviceThumbprint;
      const sharedBy = await signSharing(host.sign, host.jwk, newcomer, world.clock.now);
      const { id } = handset.state;
      const form = { id, ...person(nth), email: '', phone: '', sharedBy };
      return { handset, sharedBy, answer: await handset.call('POST', '/api/activation/applications', form) };
    };
    const [second, third] = await Promise.all([join(3), join(4)]);
    assert.deepEqual([second.answer.status, third.answer.status], [201, 201]);
    await second.handset.sendSelfie();
    const officer = await createOfficer(world);
    const seen = await officer.lookUp(await second.handset.qr());
    assert.equal(seen.body.activation.shared, true);
    assert.equal((await join(5)).answer.body.code, 'activation/handset-full');

    await third.handset.cancel();
    const stolen = await createHandset(world);
    const form = { id: stolen.state.id, ...person(5), email: '', phone: '', sharedBy: third.sharedBy };
    const answer = await stolen.call('POST', '/api/activation/applications', form);
    assert.equal(answer.body.code, 'activation/handset-owner-gone', 'the word was for another key');
    await owner.release();
    assert.equal((await join(5)).answer.body.code, 'activation/handset-owner-gone');
  });

  test('is helped, with both told by the name of the other’s trail', async () => {
    const helper = await activeHandset(world, person(6));
    const handset = await createHandset(world);
    const apply = (form: object) =>
      handset.call('POST', '/api/activation/applications', {
        id: handset.state.id,
        ...person(7),
        email: '',
        phone: '',
        ...form,
      });
    assert.equal((await apply({ helper: person(7) })).body.code, 'activation/helper-is-applicant');
    const guessed = { ...person(6), name: 'ORANG LAIN' };
    assert.equal((await apply({ helper: guessed })).body.code, 'activation/helper-unknown');
    const unknown = { ...person(6), nik: '6472035203910077' };
    assert.equal((await apply({ helper: unknown })).body.code, 'activation/helper-unknown');
    assert.equal((await apply({ helper: person(6) })).status, 201);
    await handset.sendSelfie();
    const officer = await createOfficer(world);
    assert.equal((await officer.lookUp(await handset.qr())).body.activation.helper, person(6).name);
    await officer.decide(await handset.qr(), { kind: 'confirmOnDesk' });

    const helped = (await kindsOf(handset)).find(({ kind }) => kind === 'activation/helped');
    assert.equal(helped?.who, person(6).name);
    const kinds = (await kindsOf(helper)).map(({ kind }) => kind);
    assert.ok(
      kinds.includes('activation/helped-somebody') && kinds.includes('activation/help-refused'),
      kinds.join(),
    );
  });

  test('is named as helper by a guess: no right answer about somebody else gives the guesser more guesses', async () => {
    const asked = (form: object, handset: TestHandset) =>
      handset.call('POST', '/api/activation/applications', {
        id: handset.state.id,
        ...person(9),
        email: '',
        phone: '',
        ...form,
      });
    const guess = (name: string) => ({ helper: { nik: person(10).nik, name } });
    // Right about the own record, active on another telephone, or with an application of the own under way.
    const accomplice = await createHandset(world);
    const own = await createHandset(world);
    assert.equal((await asked({}, own)).status, 201);
    await activeHandset(world, person(8));
    const codes: string[] = [];
    for (let nth = 0; nth < 6; nth++) {
      codes.push((await asked(guess(`TEBAKAN ${'ABCDEF'[nth]}`), accomplice)).body.code);
      await asked({ ...person(8), ...guess('SALAH') }, accomplice);
      await asked(guess('SALAH'), own);
    }
    assert.deepEqual([codes[0], codes.at(-1)], ['activation/helper-unknown', 'activation/too-many-tries']);
  });
});

test('one handset is for one NIK unless the ministry says otherwise', async () => {
  const world = await createTestWorld({ residents: people(3) });
  try {
    const owner = await activeHandset(world, person(1));
    const handset = await createHandset(world);
    const newcomer = (await thumbprint(suite, handset.jwk)) as DeviceThumbprint;
    const sharedBy = await signSharing(owner.sign, owner.jwk, newcomer, world.clock.now);
    const form = { id: handset.state.id, ...person(2), email: '', phone: '', sharedBy };
    const answer = await handset.call('POST', '/api/activation/applications', form);
    assert.equal(answer.body.code, 'activation/handset-not-shared');
  } finally {
    await world.close();
  }
});
