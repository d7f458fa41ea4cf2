import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { before, suite, test } from 'node:test';
import { toIsoDate } from '@jatidiri/core/kit/date.ts';
import type { ResidentRecord } from '@jatidiri/core/registry/model.ts';
import { nikWarnings, parseNik, parseNoKk } from '@jatidiri/core/registry/nik.ts';
import { contradictionIn } from '@jatidiri/core/registry/record.ts';
import { syntheticResidents } from '../../../seed/population.ts';
import { type Regions, readRegions } from '../../../seed/regions.ts';
import { residentCsv } from '../../../seed/residentCsv.ts';

const asOf = toIsoDate('2026-11-22');

suite('a synthetic population', () => {
  let regions: Regions;
  before(async () => {
    regions = await readRegions();
  });
  const population = (size: number, seed = 1) => syntheticResidents({ seed, size, asOf, regions });

  test('is the same for the same seed number, today and in later versions', () => {
    const digest = '83f6ef5e39af0137210d736331d66d0a6bbb39a22a26a0b55f20da75f3c6e3b6';
    assert.equal(digestOf(population(40_000), 10_000), digest);
  });

  test('is another one for another seed number', () => {
    assert.notEqual(digestOf(population(1_000, 1), 1_000), digestOf(population(1_000, 2), 1_000));
  });

  test('has exactly the size asked for', () => {
    for (const size of [1_000, 1_001, 4_567, 40_000]) {
      assert.equal([...population(size)].length, size);
    }
  });

  test('refuses sizes for which its shares do not hold', () => {
    for (const size of [0, 999, 4_000_001, 1_000.5]) assert.throws(() => population(size).next(), RangeError);
  });

  test('gives every number once, and only numbers that the registry accepts', () => {
    const niks = new Set<string>();
    const cards = new Map<string, string>();
    for (const { nik, noKk, domicile, relation } of population(300_000)) {
      assert.ok(parseNik(nik.reveal()).ok);
      assert.ok(parseNoKk(noKk.reveal()).ok);
      niks.add(nik.reveal());
      if (relation !== 'head') assert.equal(cards.get(noKk.reveal()), domicile);
      else assert.ok(!cards.has(noKk.reveal()));
      cards.set(noKk.reveal(), domicile);
    }
    assert.equal(niks.size, 300_000);
  });

  test('contradicts itself nowhere, and nothing in it happens after its day', () => {
    for (const resident of population(40_000)) {
      assert.equal(contradictionIn(resident), undefined);
      assert.ok(resident.validFrom <= asOf);
    }
  });

  test('has people in every kecamatan', () => {
    const kecamatan = [...population(20_000)].map(({ domicile }) => domicile.slice(0, 8));
    assert.equal(new Set(kecamatan).size, 105);
  });

  test('has people in every kelurahan and desa once it is large', () => {
    const places = [...population(100_000)].map(({ domicile }) => domicile);
    assert.equal(new Set(places).size, 1_038);
  });

  test('has NIKs that disagree with the record as real ones do: moved often, misdated now and then', () => {
    const warnings = [...population(40_000)].flatMap(nikWarnings);
    const share = (kind: string) => warnings.filter((warning) => warning === kind).length / 40_000;
    assert.ok(share('domicile') > 0.15 && share('domicile') < 0.35);
    assert.ok(share('birthDate') > 0.001 && share('birthDate') < 0.006);
    assert.equal(share('sex'), 0);
  });
});

/** Of the first `count` residents, as the import file prints them. */
function digestOf(residents: Iterable<ResidentRecord>, count: number): string {
  const rows = [...residentCsv(residents)].join('').split('\n', count + 1);
  return createHash('sha256')
    .update(`${rows.join('\n')}\n`)
    .digest('hex');
}
