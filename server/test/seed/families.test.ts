import assert from 'node:assert/strict';
import { before, suite, test } from 'node:test';
import { ageOn, toIsoDate } from '@jatidiri/core/kit/date.ts';
import type { FamilyRelation, ResidentRecord } from '@jatidiri/core/registry/model.ts';
import { syntheticResidents } from '../../../seed/population.ts';
import { readRegions } from '../../../seed/regions.ts';

const asOf = toIsoDate('2026-11-22');

suite('synthetic families', () => {
  let families: readonly ResidentRecord[][];
  before(async () => {
    const residents = syntheticResidents({ seed: 7, size: 40_000, asOf, regions: await readRegions() });
    families = [...Map.groupBy(residents, ({ noKk }) => noKk.reveal()).values()];
  });

  test('have one head, who comes first, and at most one spouse', () => {
    for (const family of families) {
      assert.equal(family[0]?.relation, 'head');
      assert.equal(who(family, 'head').length, 1);
      assert.ok(who(family, 'spouse').length <= 1);
    }
  });

  test('live at one address', () => {
    for (const family of families) {
      assert.equal(new Set(family.map(({ address, domicile }) => domicile + address.reveal())).size, 1);
    }
  });

  test('have head and spouse married to each other', () => {
    for (const family of families) {
      for (const spouse of who(family, 'spouse')) {
        const [head] = who(family, 'head');
        assert.equal(spouse.maritalStatus, 'married');
        assert.equal(head?.maritalStatus, 'married');
        assert.notEqual(spouse.sex, head?.sex);
        if (spouse.firstMarriedOn && head?.firstMarriedOn) {
          assert.equal(spouse.firstMarriedOn, head.firstMarriedOn);
        }
      }
    }
  });

  test('have nobody married before 16', () => {
    for (const { birthDate, firstMarriedOn } of families.flat()) {
      if (firstMarriedOn) assert.ok(ageOn(birthDate.reveal(), firstMarriedOn) >= 16);
    }
  });

  test('have children at least 15 years younger than both parents, and born after the wedding', () => {
    for (const family of families) {
      for (const child of who(family, 'child')) {
        for (const parent of [...who(family, 'head'), ...who(family, 'spouse')]) {
          assert.ok(ageOn(parent.birthDate.reveal(), child.birthDate.reveal()) >= 15);
          if (parent.firstMarriedOn) assert.ok(parent.firstMarriedOn < child.birthDate.reveal());
        }
      }
    }
  });

  test('have grandparents at least 15 years older than the husband or the wife', () => {
    for (const family of families) {
      for (const elder of who(family, 'parent')) {
        const couple = [...who(family, 'head'), ...who(family, 'spouse')];
        const ages = couple.map(({ birthDate }) => ageOn(elder.birthDate.reveal(), birthDate.reveal()));
        assert.ok(Math.max(...ages) >= 15);
      }
    }
  });

  test('are of every kind', () => {
    const sizes = families.map((family) => family.length);
    const mean = sizes.reduce((sum, size) => sum + size, 0) / sizes.length;
    assert.ok(mean > 2.4 && mean < 3.6, `mean size ${mean}`);
    assert.ok(sizes.includes(1) && sizes.some((size) => size >= 6));
    assert.ok(families.some((family) => who(family, 'otherRelative').length > 0));
  });
});

function who(family: readonly ResidentRecord[], relation: FamilyRelation): readonly ResidentRecord[] {
  return family.filter((member) => member.relation === relation);
}
