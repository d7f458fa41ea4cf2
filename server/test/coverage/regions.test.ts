import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { RegionReply } from '@jatidiri/core/coverage/regionWire.ts';
import { toIsoDate } from '@jatidiri/core/kit/date.ts';
import { Personal } from '@jatidiri/core/kit/personal.ts';
import type { WilayahCode } from '@jatidiri/core/wilayah/model.ts';
import * as v from 'valibot';
import { takeEarlierActivations } from '../../src/activation/index.ts';
import { idsOf } from '../../src/registry/index.ts';
import { record } from '../registry/records.ts';
import { createTestWorld, type TestWorld } from '../testWorld.ts';

const BALIKPAPAN = '64.71' as WilayahCode;
/** Residents and active identities of some kelurahan of Balikpapan, and one of Samarinda. */
const TOWNS: Record<string, [residents: number, active: number]> = {
  '64.71.01.1003': [120, 40],
  '64.71.01.1004': [60, 3],
  '64.71.01.1002': [60, 20],
  '64.71.06.1001': [100, 30],
  '64.72.03.1001': [200, 50],
};

describe('a region and those below it', () => {
  let world: TestWorld;
  const region = async (code: string): Promise<RegionReply> =>
    v.parse(RegionReply, (await world.app.inject(`/api/coverage/regions/${code}`)).json());

  before(async () => {
    let serial = 0;
    const rows = Object.entries(TOWNS).flatMap(([domicile, [residents]]) =>
      Array.from({ length: residents }, () =>
        record(++serial, { domicile: domicile as WilayahCode, validFrom: toIsoDate('2026-03-02') }),
      ),
    );
    world = await createTestWorld({ residents: rows });
    const active = Object.entries(TOWNS).flatMap(([domicile, [, n]]) =>
      rows.filter((row) => row.domicile === domicile).slice(0, n),
    );
    await world.database.write(async (sql) => {
      const ids = await idsOf(
        sql,
        active.map(({ nik }) => new Personal<string, 'nik'>(nik.reveal())),
      );
      const earlier = active.map(({ domicile }, i) => ({
        resident: ids[i]!,
        domicile,
        office: 'kantor-contoh',
        // Five of them in the last period, which ended on 15 November.
        activatedAt: new Date(i < 5 ? '2026-11-03T03:00:00Z' : '2026-06-03T03:00:00Z'),
      }));
      await takeEarlierActivations(world.tracing, sql, earlier, 'test');
    });
    await world.settle();
  });
  after(async () => {
    assert.deepEqual(world.faults, []);
    await world.close();
  });

  it('comes with both measures, parts, base, day and source, and says what nobody knows', async () => {
    const province = await region('64');
    assert.equal(province.ikdActive, 143);
    const [ikd, ktpEl, kia, pemula] = province.indicators;
    assert.deepEqual(
      [ikd!.coverage!.numerator, ikd!.coverage!.denominator.kind, ikd!.targetAttainment!.targetPercent],
      [143, 'wajibKtp', 30],
    );
    assert.equal(ktpEl!.indicator, 'ktpElRecorded');
    assert.deepEqual([kia!.indicator, kia!.coverage], ['kiaOwned', null], 'unknown is not zero');
    assert.equal(pemula!.coverage!.denominator.kind, 'pemilihPemula');
    assert.equal(province.gained, 5);
    assert.deepEqual(province.period, { from: '2026-11-01', to: '2026-11-15' });
    const balikpapan = province.children.find(({ code }) => code === BALIKPAPAN)!;
    assert.deepEqual([balikpapan.ikdActive, balikpapan.gained], [93, 5]);
    assert.deepEqual(
      province.trend.slice(-2).map(({ day, ikdActive }) => [day, ikdActive]),
      [
        ['2026-11-15', 143],
        ['2026-11-22', 143],
      ],
    );
    assert.deepEqual(province.work, [{ office: 'kantor-contoh', channel: 'import', activated: 143 }]);
  });

  it('withholds a small kelurahan and the smallest of its neighbours, and tells the rest as of the period', async () => {
    const kecamatan = await region('64.71.01');
    assert.equal(kecamatan.releasedFor, '2026-11-15');
    const told = Object.fromEntries(kecamatan.children.map(({ code, ikdActive }) => [code, ikdActive]));
    assert.equal(told['64.71.01.1004'], null, 'three people');
    assert.equal(told['64.71.01.1002'], null, 'would give them away');
    assert.equal(told['64.71.01.1003'], 40);
    const withheldOnes = kecamatan.children.filter(({ ikdActive }) => ikdActive === null);
    assert.ok(withheldOnes.every(({ coverage }) => coverage === null));
    assert.deepEqual(
      kecamatan.within.map(({ name }) => name),
      ['Kalimantan Timur', 'Kota Balikpapan'],
    );
  });

  it('tells groups by sex and age, none of them small', async () => {
    const { groups } = await region(BALIKPAPAN);
    assert.equal(groups.length, 12);
    const thirties = groups.find(({ sex, band }) => sex === 'male' && band === '35-44')!;
    assert.equal(thirties.ikdActive, 93);
    for (const group of groups)
      for (const n of [group.ikdActive, group.recorded, group.residents])
        assert.ok(n === null || n === 0 || n >= 10);
  });

  it('is refused when it is none of this province', async () => {
    for (const code of ['31', '64.99', '64.04', '64.71.99'])
      assert.equal((await world.app.inject(`/api/coverage/regions/${code}`)).statusCode, 404, code);
    assert.equal((await world.app.inject('/api/coverage/regions/x')).statusCode, 422);
  });
});
