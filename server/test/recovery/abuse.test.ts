import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import type { ActivationId, DeviceThumbprint } from '@jatidiri/core/activation/model.ts';
import { signMoveAttestation } from '@jatidiri/core/recovery/moveAttestation.ts';
import { drawNewHandsetQr } from '@jatidiri/core/recovery/newHandsetQr.ts';
import { photographOf } from '../face/samplePhotographs.ts';
import { activeHandset } from '../issuance/activeHandset.ts';
import { createHandset, type TestHandset } from '../testHandset.ts';
import { createOfficer } from '../testOfficer.ts';
import { createTestWorld, type TestWorld } from '../testWorld.ts';
import { people, person } from './people.ts';

const HOURS_MS = 3_600_000;
const PHONE = '0812 3456 7890';

interface Case {
  /** What the thief has besides NIK and name, which many know. */
  readonly thief: string;
  /** Where the thief reads the code. */
  readonly reads: 'nothing' | 'mail' | 'sms';
  /** What the thief holds before the camera. */
  readonly shows: 'own face' | 'photograph of the victim';
  /** What the victim does, having been told on every channel. */
  readonly victim:
    | 'nothing'
    | 'stops by mail'
    | 'stops by text message'
    | 'stops on the old telephone'
    | 'goes to an officer';
  /** How the thief's recovery ends, and who holds the identity after the cooling-off time. */
  readonly ends: 'failed' | 'stopped' | 'completed';
  readonly holder: 'victim' | 'victim, on a new telephone' | 'thief';
}

// Who can do what, and what stops them. The last row is what is not prevented, and why there are notices and officers.
const CASES: readonly Case[] = [
  {
    thief: 'nothing else',
    reads: 'nothing',
    shows: 'own face',
    victim: 'nothing',
    ends: 'failed',
    holder: 'victim',
  },
  {
    thief: 'the mailbox',
    reads: 'mail',
    shows: 'own face',
    victim: 'nothing',
    ends: 'failed',
    holder: 'victim',
  },
  {
    thief: 'the mailbox and a photograph',
    reads: 'mail',
    shows: 'photograph of the victim',
    victim: 'stops by text message',
    ends: 'stopped',
    holder: 'victim',
  },
  {
    thief: 'the mailbox and a photograph, while the victim has no reception',
    reads: 'mail',
    shows: 'photograph of the victim',
    victim: 'stops on the old telephone',
    ends: 'stopped',
    holder: 'victim',
  },
  {
    thief: 'the old telephone, locked: the code is seen on its lock screen',
    reads: 'sms',
    shows: 'own face',
    victim: 'nothing',
    ends: 'failed',
    holder: 'victim',
  },
  {
    thief: 'the old telephone, unlocked, and a photograph from its gallery',
    reads: 'sms',
    shows: 'photograph of the victim',
    victim: 'stops by mail',
    ends: 'stopped',
    holder: 'victim',
  },
  {
    thief: 'the old telephone, unlocked, the mailbox and a photograph',
    reads: 'sms',
    shows: 'photograph of the victim',
    victim: 'goes to an officer',
    ends: 'stopped',
    holder: 'victim, on a new telephone',
  },
  {
    thief: 'all of that, and a victim who does nothing for three days',
    reads: 'mail',
    shows: 'photograph of the victim',
    victim: 'nothing',
    ends: 'completed',
    holder: 'thief',
  },
];

describe('somebody else wants the identity', () => {
  let world: TestWorld;
  let faces: Record<Case['shows'], Buffer>;
  before(async () => {
    world = await createTestWorld({ residents: people(CASES.length + 6), config: { faceThreads: 1 } });
    faces = {
      'own face': await photographOf('two'),
      'photograph of the victim': await photographOf('one'),
    };
  });
  after(async () => {
    await world.close();
    assert.deepEqual(world.faults, []);
  });

  const victimOf = (nth: number) => activeHandset(world, person(nth), faces['photograph of the victim']);
  const identityOn = async (handset: TestHandset) =>
    (await handset.call('GET', '/api/activation/identity')).body?.state;

  async function begin(handset: TestHandset, nth: number) {
    const id = randomUUID();
    const begun = await handset.call('POST', '/api/recovery/requests', { id, ...person(nth) });
    const step = (path: string, body?: object | Buffer, type?: string) =>
      handset.call(type ? 'PUT' : 'POST', `/api/recovery/requests/${id}/${path}`, body, type);
    return { begun, step, read: () => handset.call('GET', `/api/recovery/requests/${id}`) };
  }
  async function messages() {
    world.mails.length = 0;
    world.texts.length = 0;
    await world.runJobs();
    const mail = world.mails
      .map(({ raw }) => raw.replaceAll(/=\r?\n/g, '').replaceAll('=3D', '='))
      .join('\n');
    return { mail, sms: world.texts.map(({ text }) => text).join('\n') };
  }
  const codeIn = (message: string) => /(?:Anda: |^|\] )(\d{6})\b/m.exec(message)?.[1] ?? '';
  const stopIn = (message: string) => /\/hentikan#([\w-]{22}\.[\w-]{16})/.exec(message)![1]!;

  async function react({ victim }: Case, nth: number, old: TestHandset, told: { mail: string; sms: string }) {
    const stopByLink = (token: string) =>
      world.app.inject({ method: 'POST', url: '/api/recovery/stops-by-link', payload: { token } });
    switch (victim) {
      case 'nothing':
        return old;
      case 'stops by mail':
        assert.equal((await stopByLink(stopIn(told.mail))).statusCode, 204);
        return old;
      case 'stops by text message':
        assert.equal((await stopByLink(stopIn(told.sms))).statusCode, 204);
        return old;
      case 'stops on the old telephone': {
        const { body } = await old.call('GET', '/api/recovery/watch');
        assert.equal(body.recoveries.length, 1);
        assert.equal((await old.call('POST', '/api/recovery/stops')).status, 204);
        return old;
      }
      case 'goes to an officer': {
        const next = await createHandset(world);
        await officerMoves(nth, next);
        return next;
      }
    }
  }
  async function officerMoves(nth: number, next: TestHandset): Promise<void> {
    const officer = await createOfficer(world);
    const qr = await drawNewHandsetQr(next.sign, next.jwk, world.clock.now);
    const { body } = await officer.call('POST', '/api/recovery/lookups', { ...person(nth), qr });
    const attestation = await signMoveAttestation(officer.sign, officer.kid, {
      id: randomUUID(),
      activation: body.activation as ActivationId,
      device: body.device as DeviceThumbprint,
      officer: officer.officer.id,
      office: officer.officer.office.id,
      at: world.clock.now,
    });
    assert.equal((await officer.call('POST', '/api/recovery/attestations', { attestation, qr })).status, 204);
  }

  for (const [at, row] of CASES.entries())
    test(`with ${row.thief}: ${row.holder} holds it`, async () => {
      const nth = at + 1;
      const old = await victimOf(nth);
      const thief = await createHandset(world);
      const { begun, step, read } = await begin(thief, nth);
      assert.equal(begun.status, 201, JSON.stringify(begun.body));
      const told = await messages();
      const code = row.reads === 'nothing' ? '000000' : codeIn(told[row.reads]);

      for (let tries = 0; tries < 5; tries++) {
        const entered = await step('code', { code });
        if (entered.status === 200) break;
        assert.equal(entered.body.code, 'recovery/code-wrong');
      }
      if (row.reads !== 'nothing') {
        assert.equal(await identityOn(old), 'suspended', 'what may be stolen is held');
        for (let tries = 0; tries < 3; tries++) {
          const shown = await step('face', faces[row.shows], 'image/jpeg');
          if (shown.status === 200) break;
          assert.equal(shown.body.code, 'recovery/face-differs');
        }
      }
      if ((await read()).body.state === 'coolingOff') {
        const warned = await messages();
        assert.match(warned.mail, /hentikan/);
        assert.match(warned.sms, /hentikan/);
        assert.equal((await step('completion')).body.code, 'recovery/too-early');
        const holder = await react(row, nth, old, warned);
        world.later(72 * HOURS_MS);
        const taken = await step('completion');
        assert.equal(taken.status, row.ends === 'completed' ? 200 : 409, JSON.stringify(taken.body));
        if (row.holder !== 'thief') assert.equal(await identityOn(holder), 'active');
      }
      assert.equal((await read()).body.state, row.ends);
      assert.equal(await identityOn(thief), row.holder === 'thief' ? 'active' : undefined);
      if (row.holder === 'victim') assert.equal(await identityOn(old), 'active');
    });

  test('for a week after a stop it goes by an officer alone, at once', async () => {
    const nth = CASES.length + 6;
    const old = await victimOf(nth);
    const { step } = await begin(await createHandset(world), nth);
    await step('code', { code: codeIn((await messages()).sms) });
    await old.call('POST', '/api/recovery/stops');
    const next = await createHandset(world);
    assert.equal((await begin(next, nth)).begun.body.code, 'recovery/closed');
    await officerMoves(nth, next);
    assert.equal(await identityOn(next), 'active');
  });

  test('three a day, whoever begins them; guessing names is counted as everywhere', async () => {
    const nth = CASES.length + 1;
    await victimOf(nth);
    for (let times = 0; times < 3; times++)
      assert.equal((await begin(await createHandset(world), nth)).begun.status, 201);
    const fourth = await begin(await createHandset(world), nth);
    assert.equal(fourth.begun.body.code, 'recovery/too-many-today');
    const guesses = Array.from({ length: 6 }, (_, i) => ({ ...person(nth + 1), name: `ORANG ${i}` }));
    const codes = [];
    for (const guess of guesses) {
      const id = randomUUID();
      codes.push(
        (await (await createHandset(world)).call('POST', '/api/recovery/requests', { id, ...guess })).body
          .code,
      );
    }
    assert.deepEqual([codes[0], codes.at(-1)], ['recovery/data-mismatch', 'recovery/too-many-tries']);
  });

  test('a report of loss outlives a thief who gives up: what held the identity is the report', async () => {
    const nth = CASES.length + 3;
    const old = await victimOf(nth);
    const { step } = await begin(await createHandset(world), nth);
    await step('code', { code: codeIn((await messages()).sms) });
    const report = { ...person(nth), contact: PHONE };
    await world.app.inject({ method: 'POST', url: '/api/recovery/loss-reports', payload: report });
    assert.equal((await step('abandonment')).body.state, 'stopped');
    assert.equal(await identityOn(old), 'suspended');
    assert.equal((await old.call('POST', '/api/recovery/lifts')).status, 204);
  });

  test('the owner of a broken telephone has it back after three days, of one on hold as well, and a forgotten PIN after an hour', async () => {
    const nth = CASES.length + 4;
    const old = await victimOf(nth);
    const officer = await createOfficer(world);
    await officer.call('POST', '/api/activation/suspensions', person(nth));
    assert.equal(await identityOn(old), 'suspended');
    for (const [handset, wait] of [
      [old, 72],
      [old, 1],
      [await createHandset(world), 72],
    ] as const) {
      const { step, read } = await begin(handset, nth);
      await step('code', { code: codeIn((await messages()).mail) });
      const wall = await photographOf('one').then((one) => one.subarray(0, 2_000));
      assert.equal((await step('face', wall, 'image/jpeg')).body.code, 'recovery/face-unreadable');
      const shown = await step('face', faces['photograph of the victim'], 'image/jpeg');
      assert.equal(shown.body.state, 'coolingOff', JSON.stringify(shown.body));
      world.later(wait * HOURS_MS - 1);
      assert.equal((await step('completion')).body.code, 'recovery/too-early');
      world.later(1);
      assert.equal((await step('completion')).status, 200);
      assert.equal((await step('completion')).body.state, 'completed', 'the same again is the same');
      assert.equal((await read()).body.state, 'completed');
      assert.equal(await identityOn(handset), 'active');
    }
    assert.equal((await old.status()).body.endedFor, 'moved');
  });

  test('one that nobody ends is over by itself, and what it held is given back', async () => {
    const nth = CASES.length + 5;
    const old = await victimOf(nth);
    const { step, read } = await begin(await createHandset(world), nth);
    await step('code', { code: codeIn((await messages()).sms) });
    assert.equal(await identityOn(old), 'suspended');
    world.later(25 * HOURS_MS);
    await world.settle();
    assert.deepEqual([(await read()).body.state, await identityOn(old)], ['expired', 'active']);
  });
});
