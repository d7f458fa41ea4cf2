import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { RegionReply } from '@jatidiri/core/coverage/regionWire.ts';
import { statement } from '../../src/platform/db/database.ts';
import { createTown, HOME, NIKS, type Town } from '../family/town.ts';
import { syntheticSelfie } from '../testHandset.ts';

describe('a KIA', { concurrency: false }, () => {
  let town: Town;
  before(async () => {
    town = await createTown();
  });
  after(() => town.world.close());

  const issue = (nik: string, photograph: string | null = null) =>
    town.operator.call('POST', '/api/kia/cards', { nik, photograph });
  const picture = async () => (await syntheticSelfie()).toString('base64url');
  const due = async (kind: string) =>
    (await town.operator.call('GET', `/api/kia/due?within=${HOME.slice(0, 8)}&kind=${kind}`)).body;

  it('is unknown as a figure until there is one', async () => {
    await town.world.settle();
    assert.equal((await kiaFigure()).coverage, null);
  });

  it('under five has no photograph, from five on it needs one', async () => {
    assert.deepEqual((await issue(NIKS.son)).body, { form: 'under5', until: '2028-06-15' });
    assert.equal((await issue(NIKS.son)).body.code, 'registry/nothing-changes');
    assert.equal((await issue(NIKS.daughter)).body.code, 'kia/photograph-missing');
    assert.equal((await issue(NIKS.daughter, 'bm8gcGljdHVyZQ')).body.code, 'kia/photograph-unfit');
    assert.deepEqual((await issue(NIKS.daughter, await picture())).body, {
      form: 'from5',
      until: '2032-05-02',
    });
    assert.equal((await issue(NIKS.mother)).body.code, 'registry/not-a-child');
    assert.equal((await issue('6472034101800009')).body.code, 'kia/child-unknown');
  });

  it('keeps its days when a photograph turns out to be a twin’s and is taken again', async () => {
    assert.equal((await issue(NIKS.daughter)).body.code, 'kia/photograph-missing');
    assert.deepEqual((await issue(NIKS.daughter, await picture())).body, {
      form: 'from5',
      until: '2032-05-02',
    });
    assert.equal((await town.resident(NIKS.daughter)).kia?.issuedOn, '2026-11-22');
  });

  it('lies sealed', async () => {
    const rows = await town.world.database.read.query<{ sealed: Buffer }>(
      statement('test.sealed', 'select sealed from kia_photograph'),
    );
    assert.equal(rows.length, 1);
    assert.ok(!rows[0]!.sealed.includes(Buffer.from('JFIF')));
  });

  it('is counted where the child lives', async () => {
    await town.world.settle();
    const { coverage } = await kiaFigure();
    assert.equal(coverage?.numerator, 2);
    assert.equal(coverage?.denominator.kind, 'childrenUnder17');
  });

  it('is on the work lists before it ends at five, and where there is none', async () => {
    const born = await town.happened(town.birth({ name: 'BAYI CONTOH' }), 'birthLetter', '2026-11-20');
    assert.deepEqual((await due('renewal')).children, []);
    town.world.later(550 * 86_400_000); // 26 May 2028: three weeks before the son is five
    const officer = town.operator;
    await officer.signIn();
    const renewal = await due('renewal');
    assert.deepEqual(
      renewal.children.map(({ name, until }: { name: string; until: string }) => [name, until]),
      [['ANAK CONTOH DUA', '2028-06-15']],
    );
    town.world.later(30 * 86_400_000);
    await officer.signIn();
    assert.deepEqual((await issue(NIKS.son, await picture())).body, { form: 'from5', until: '2040-06-15' });
    assert.deepEqual((await due('renewal')).children, []);
    assert.equal((await town.resident(born.people[0]!.nik!)).kia?.form, 'under5');
  });

  it('ends with a death, and its photograph goes', async () => {
    await town.happened({ kind: 'death', person: NIKS.daughter, remaining: null }, 'deathLetter');
    await town.world.settle();
    const rows = await town.world.database.read.query(
      statement('test.photographs', 'select child from kia_photograph'),
    );
    assert.equal(rows.length, 1);
    assert.equal((await kiaFigure()).coverage?.numerator, 2, 'the son and the newborn');
  });

  async function kiaFigure() {
    const answer = await town.world.app.inject('/api/coverage/regions/64.72');
    const reply = answer.json() as RegionReply;
    return reply.indicators.find(({ indicator }) => indicator === 'kiaOwned')!;
  }
});
