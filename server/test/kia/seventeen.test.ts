import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { FamilyCredentialsReply } from '@jatidiri/core/issuance/familyWire.ts';
import { toIsoDate } from '@jatidiri/core/kit/date.ts';
import { Personal } from '@jatidiri/core/kit/personal.ts';
import type { ResidentRecord } from '@jatidiri/core/registry/model.ts';
import { STATUS, statusAt } from '@jatidiri/core/statuslist/statusList.ts';
import * as v from 'valibot';
import { trailOf } from '../../src/ledger/index.ts';
import { changeResident } from '../../src/registry/index.ts';
import { loadWilayah } from '../../src/wilayah/index.ts';
import { HOME, NIKS, openTown, TOWN, type Town } from '../family/town.ts';
import { activeHandset, takeTrust } from '../issuance/activeHandset.ts';
import { syntheticSelfie, type TestHandset } from '../testHandset.ts';
import { createTestWorld } from '../testWorld.ts';

/** Seventeen four weeks after the tests' day, on the card of her parents. */
const TEEN_NIK = '6472036012090001';
const TEEN: ResidentRecord = {
  ...TOWN.find(({ nik }) => nik.reveal() === NIKS.daughter)!,
  nik: new Personal(TEEN_NIK),
  name: new Personal('KAKAK CONTOH'),
  birthDate: new Personal(toIsoDate('2009-12-20')),
};
const BIRTHDAY = new Date('2026-12-19T16:00:00Z');

describe('a child who comes of age', { concurrency: false }, () => {
  let town: Town;
  let mother: TestHandset;
  before(async () => {
    town = await openTown(await createTestWorld({ residents: [...TOWN, TEEN] }));
    mother = await activeHandset(town.world, { nik: NIKS.mother, name: 'IBU CONTOH' });
    const photograph = (await syntheticSelfie()).toString('base64url');
    for (const body of [
      { nik: TEEN_NIK, photograph },
      { nik: NIKS.son, photograph: null },
    ])
      assert.equal((await town.operator.call('POST', '/api/kia/cards', body)).status, 200);
  });
  after(async () => {
    assert.deepEqual(town.world.faults, []);
    await town.world.close();
  });

  async function family(): Promise<FamilyCredentialsReply> {
    const answer = await mother.call('POST', '/api/issuance/family');
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    return v.parse(FamilyCredentialsReply, answer.body);
  }
  /** The subjects of the mails and the text messages since the last time. */
  async function messages(): Promise<{ subjects: string[]; texts: string[] }> {
    await town.world.settle();
    await town.world.runJobs();
    const mails = town.world.mails.splice(0).map(({ raw }) => raw);
    const texts = town.world.texts.splice(0).map(({ text }) => text);
    for (const text of [...mails, ...texts]) assert.ok(!text.includes('KAKAK') && !text.includes(TEEN_NIK));
    return { subjects: mails.map((raw) => /^Subject: (.*(?:\r\n .*)*)/m.exec(raw)?.[1] ?? ''), texts };
  }
  async function statusOf(sdJwtVc: string): Promise<number | undefined> {
    const payload = Buffer.from(sdJwtVc.split('.')[1]!, 'base64url').toString();
    const { status_list } = JSON.parse(payload).status as { status_list: { uri: string; idx: number } };
    const { statusLists } = await takeTrust(town.world);
    return statusAt(statusLists.get(status_list.uri)!.list, status_list.idx);
  }
  const kinds = async (nik: string) =>
    (await trailOf(town.world.database.read, (await town.resident(nik)).id, 50)).map(({ kind }) => kind);
  let carried: string;

  it('is spoken of weeks ahead to whoever answers for it: once, on every channel, without a name', async () => {
    const { subjects, texts } = await messages();
    assert.equal(subjects.length, 1);
    assert.match(texts.join('\n'), /berakhir 20\/12\/2026/);
    assert.deepEqual((await messages()).texts, []);
    assert.ok((await kinds(TEEN_NIK)).includes('kia/ending-told'));
    const { children, grown } = await family();
    assert.deepEqual(grown, []);
    carried = children[0]!.sdJwtVc;
    assert.equal(await statusOf(carried), STATUS.valid);
  });

  it('is on the list of who has to be recorded', async () => {
    const { body } = await town.operator.call('GET', `/api/recording/voters/list?by=village&of=${HOME}`);
    const names = body.people.map(({ name }: { name: string }) => name);
    assert.ok(names.includes('KAKAK CONTOH'));
  });

  it('at seventeen leaves the guardian’s wallet by itself, and the guardian hears what comes next', async () => {
    town.world.clock.now = BIRTHDAY;
    const { texts } = await messages();
    assert.match(texts.join('\n'), /usia 17/);
    assert.equal(texts.length, 1);
    assert.equal(await statusOf(carried), STATUS.invalid);
    const { children, grown } = await family();
    assert.equal(children.length, 1, 'the brother');
    assert.deepEqual(grown, [{ name: 'KAKAK CONTOH', on: '2026-12-20' }]);
    assert.deepEqual((await messages()).texts, []);
  });

  it('activates on the own telephone, and the guardian’s wallet says nothing of it any more', async () => {
    const { id } = await town.resident(TEEN_NIK);
    const deps = { ...town.world.tracing, wilayah: await loadWilayah(town.world.database.read) };
    for (const to of ['bioCaptured', 'processing'] as const) {
      const done = await changeResident(deps, {
        id,
        change: { kind: 'recordingAdvanced', on: toIsoDate('2026-11-21'), to },
        actor: { kind: 'system', task: 'test' },
        reason: 'officeProcedure',
      });
      assert.ok(done.ok, JSON.stringify(done));
    }
    await town.operator.signIn();
    const own = await activeHandset(town.world, { nik: TEEN_NIK, name: 'KAKAK CONTOH' });
    assert.equal((await own.call('POST', '/api/issuance/credential')).status, 200);
    const { children, grown } = await family();
    assert.deepEqual([children.length, grown], [1, []]);
    const trail = await kinds(TEEN_NIK);
    for (const kind of ['kia/ending-told', 'issuance/kia-revoked']) assert.ok(trail.includes(kind), kind);
  });

  it('at five needs a photograph: said ahead, and once more when the day has come without one', async () => {
    await messages();
    town.world.clock.now = new Date('2028-04-20T01:00:00Z');
    assert.match((await messages()).texts.join('\n'), /berakhir 15\/06\/2028.*foto/);
    town.world.clock.now = new Date('2028-06-15T01:00:00Z');
    assert.match((await messages()).texts.join('\n'), /berusia 5 tahun/);
    assert.deepEqual((await messages()).texts, []);
  });
});
