import assert from 'node:assert/strict';
import { before, suite, test } from 'node:test';
import { ageOn, toIsoDate } from '@jatidiri/core/kit/date.ts';
import { isRecorded, type ResidentRecord } from '@jatidiri/core/registry/model.ts';
import { isWajibKtp } from '@jatidiri/core/registry/wajibKtp.ts';
import { syntheticIkd } from '../../../seed/ikd.ts';
import { syntheticResidents } from '../../../seed/population.ts';
import { readRegions } from '../../../seed/regions.ts';
import { KABUPATEN_KOTA, populationShare } from '../../../seed/shares.ts';

const asOf = toIsoDate('2026-11-22');
const SIZE = 150_000;

interface Counts {
  residents: number;
  wajibKtp: number;
  recorded: number;
  pemula: number;
  pemulaRecorded: number;
  ikd: number;
}

suite('the shares of a synthetic population', () => {
  const counts = new Map(['64', ...KABUPATEN_KOTA].map((code) => [code, nobody()]));
  const of = (code: string) => counts.get(code)!;
  before(async () => {
    for (const resident of syntheticResidents({ seed: 3, size: SIZE, asOf, regions: await readRegions() })) {
      count(of(resident.domicile.slice(0, 5)), resident);
    }
    for (const code of KABUPATEN_KOTA) add(of('64'), of(code));
  });

  test('people live in the kabupaten and kota in proportion', () => {
    for (const code of KABUPATEN_KOTA) near(of(code).residents / SIZE, populationShare[code], 0.001);
    near(of('64.11').residents / SIZE, 41 / 4_000, 0.0005);
    near(of('64.09').wajibKtp / of('64').wajibKtp, 140_750 / (2_860_701 / 0.9954), 0.0015);
  });

  test('wajib KTP are as many as published, were there four million residents', () => {
    const scaled = (of('64').wajibKtp / SIZE) * 4_000_000;
    assert.ok(scaled > 2_760_000 && scaled < 2_880_000, `${scaled}`);
  });

  test('KTP-el are recorded as published', () => {
    near(of('64').recorded / of('64').wajibKtp, 0.9954, 0.001);
    near(of('64.71').recorded / of('64.71').wajibKtp, 0.9998, 0.0005);
    near(of('64.74').recorded / of('64.74').wajibKtp, 0.9743, 0.005);
  });

  test('pemilih pemula are recorded as published', () => {
    near(of('64').pemulaRecorded / of('64').pemula, 0.7161, 0.015);
    near(of('64.01').pemulaRecorded / of('64.01').pemula, 0.5553, 0.05);
    near(of('64.71').pemulaRecorded / of('64.71').pemula, 0.9985, 0.005);
  });

  test('IKD are active as published: most in Penajam Paser Utara, least in Berau', () => {
    const share = (code: string) => of(code).ikd / of(code).recorded;
    near(share('64'), 156_639 / 2_860_701, 0.0025);
    near(share('64.09'), 0.14, 0.01);
    const order = KABUPATEN_KOTA.toSorted((one, other) => share(one) - share(other));
    assert.deepEqual([order.at(0), order.at(-1)], ['64.03', '64.09']);
  });
});

function nobody(): Counts {
  return { residents: 0, wajibKtp: 0, recorded: 0, pemula: 0, pemulaRecorded: 0, ikd: 0 };
}

function add(sum: Counts, part: Counts): void {
  for (const key of Object.keys(sum) as (keyof Counts)[]) sum[key] += part[key];
}

function count(counts: Counts, resident: ResidentRecord): void {
  const age = ageOn(resident.birthDate.reveal(), asOf);
  const recorded = isRecorded(resident.recording) ? 1 : 0;
  counts.residents += 1;
  if (isWajibKtp(resident, asOf)) {
    counts.wajibKtp += 1;
    counts.recorded += recorded;
  }
  if (resident.life.kind === 'present' && resident.citizenship.kind === 'wni' && (age === 16 || age === 17)) {
    counts.pemula += 1;
    counts.pemulaRecorded += recorded;
  }
  const ikd = syntheticIkd(resident, asOf);
  if (!ikd) return;
  counts.ikd += 1;
  assert.ok(isWajibKtp(resident, ikd.activatedOn) && resident.recordedOn! < ikd.activatedOn);
  assert.ok(ikd.activatedOn <= asOf);
}

function near(actual: number, expected: number, tolerance: number): void {
  assert.ok(Math.abs(actual - expected) <= tolerance, `${actual} instead of ${expected}`);
}
