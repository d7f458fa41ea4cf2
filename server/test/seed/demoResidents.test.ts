import assert from 'node:assert/strict';
import { before, suite, test } from 'node:test';
import { addYears, ageOn, toIsoDate } from '@jatidiri/core/kit/date.ts';
import { isRecorded, type ResidentRecord } from '@jatidiri/core/registry/model.ts';
import { nikWarnings } from '@jatidiri/core/registry/nik.ts';
import { contradictionIn } from '@jatidiri/core/registry/record.ts';
import { isWajibKtp } from '@jatidiri/core/registry/wajibKtp.ts';
import { DEMO_RESIDENTS, demoResidents } from '../../../seed/demoResidents.ts';
import { syntheticIkd } from '../../../seed/ikd.ts';
import { syntheticResidents } from '../../../seed/population.ts';
import { type Regions, readRegions } from '../../../seed/regions.ts';

const asOf = toIsoDate('2026-11-22');

suite('the demonstration residents', () => {
  let regions: Regions;
  before(async () => {
    regions = await readRegions();
  });
  const labelled = (label: string, on = asOf): ResidentRecord[] =>
    demoResidents(on).filter((_, i) => DEMO_RESIDENTS[i]!.label.en.startsWith(label));

  test('open every population, whatever its seed number and size', () => {
    for (const [seed, size] of [
      [1, 1_000],
      [99, 5_000],
    ] as const) {
      const first = [...syntheticResidents({ seed, size, asOf, regions })].slice(0, DEMO_RESIDENTS.length);
      assert.deepEqual(
        first.map(({ nik, name }) => [nik.reveal(), name.reveal()]),
        DEMO_RESIDENTS.map(({ nik, name }) => [nik, name]),
      );
    }
  });

  test('live where people can live, and contradict neither themselves nor their NIK', () => {
    const places = new Set(regions.places.map(({ code }) => code));
    for (const resident of demoResidents(asOf)) {
      assert.ok(places.has(resident.domicile));
      assert.equal(contradictionIn(resident), undefined);
      assert.deepEqual(nikWarnings(resident), []);
    }
  });

  test('are marked as examples by name', () => {
    for (const { name } of DEMO_RESIDENTS) assert.match(name, /\bCONTOH\b/);
  });

  test('are three to activate, in three kabupaten/kota, and none is active', () => {
    const free = labelled('recorded, free to activate');
    assert.deepEqual(
      free.map(({ domicile }) => domicile.slice(0, 5)),
      ['64.72', '64.71', '64.09'],
    );
    for (const resident of free) assert.ok(isWajibKtp(resident, asOf) && isRecorded(resident.recording));
    for (const resident of demoResidents(asOf)) assert.equal(syntheticIkd(resident, asOf), null);
  });

  test('are one for each refusal, also when the demonstration starts years later', () => {
    for (const on of [asOf, addYears(asOf, 3)]) {
      const only = (label: string) => {
        const [resident, ...others] = labelled(label, on);
        assert.deepEqual(others, []);
        return resident!;
      };
      assert.ok(!isRecorded(only('KTP-el not yet recorded').recording));
      assert.ok(isWajibKtp(only('KTP-el not yet recorded'), on));
      assert.equal(ageOn(only('aged 16').birthDate.reveal(), on), 16);
      assert.ok(!isWajibKtp(only('aged 16'), on));
      assert.equal(only('deceased').life.kind, 'deceased');
      assert.ok(!isWajibKtp(only('foreigner'), on));
      assert.equal(ageOn(only('married at 16').birthDate.reveal(), on), 16);
      assert.ok(isWajibKtp(only('married at 16'), on));
    }
  });
});
