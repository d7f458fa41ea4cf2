import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { childrenOf, guardiansOf } from '../../src/family/index.ts';
import { createTown, ELSEWHERE, NIKS, type Town, type Who } from './town.ts';

describe('who answers for whom', { concurrency: false }, () => {
  let town: Town;
  before(async () => {
    town = await createTown();
  });
  after(() => town.world.close());

  const deps = { now: () => town.world.clock.now };
  async function guardians(who: Who): Promise<string[]> {
    const { id } = await town.resident(NIKS[who]);
    return (await guardiansOf(deps, town.world.database.read, id)).map(({ resident }) =>
      resident.name.reveal(),
    );
  }
  async function children(who: Who): Promise<string[]> {
    const { id } = await town.resident(NIKS[who]);
    return (await childrenOf(deps, town.world.database.read, id)).map(({ name }) => name.reveal());
  }

  it('is read from the family card where nothing else is written down', async () => {
    assert.deepEqual(await guardians('son'), ['AYAH CONTOH', 'IBU CONTOH']);
    assert.deepEqual(await children('mother'), ['ANAK CONTOH SATU', 'ANAK CONTOH DUA']);
    assert.deepEqual(await children('father'), ['ANAK CONTOH SATU', 'ANAK CONTOH DUA']);
    assert.deepEqual(await children('grandmother'), []);
  });

  it('stays with both parents when one of them moves to another card', async () => {
    const to = { kind: 'new', at: { domicile: ELSEWHERE, address: 'JL. LAIN NO. 1' } } as const;
    const remaining = { kind: 'head', next: NIKS.mother } as const;
    await town.happened({ kind: 'move', members: [NIKS.father, NIKS.son], to, remaining }, 'statement');
    assert.deepEqual((await guardians('son')).sort(), ['AYAH CONTOH', 'IBU CONTOH']);
    assert.deepEqual(await children('mother'), ['ANAK CONTOH SATU', 'ANAK CONTOH DUA']);
    assert.deepEqual(await children('father'), ['ANAK CONTOH SATU', 'ANAK CONTOH DUA']);
  });

  it('goes over by a court’s ruling alone', async () => {
    const ruling = {
      kind: 'guardianship',
      child: NIKS.son,
      guardians: [NIKS.grandmother],
      ground: 'court',
    } as const;
    assert.equal(
      await town.refusal({ ...ruling, guardians: [NIKS.son] }, 'courtRuling'),
      'family/same-person',
    );
    assert.equal(
      await town.refusal({ ...ruling, guardians: [NIKS.daughter] }, 'courtRuling'),
      'family/guardian-too-young',
    );
    await town.happened(ruling, 'courtRuling');
    assert.deepEqual(await guardians('son'), ['NENEK CONTOH']);
    assert.deepEqual(await children('grandmother'), ['ANAK CONTOH DUA']);
    assert.deepEqual(await children('mother'), ['ANAK CONTOH SATU']);
  });

  it('ends with a death, and at seventeen', async () => {
    await town.happened({ kind: 'death', person: NIKS.grandmother, remaining: null }, 'deathLetter');
    assert.deepEqual(await guardians('son'), []);
    const grown = { now: () => new Date('2032-05-03T01:00:00Z') };
    const { id } = await town.resident(NIKS.daughter);
    assert.deepEqual(await guardiansOf(grown, town.world.database.read, id), []);
  });
});
