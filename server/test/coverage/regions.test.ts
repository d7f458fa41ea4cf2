import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import * as XLSX from '@e965/xlsx';
import { OpenData } from '@jatidiri/core/coverage/openDataWire.ts';
import { RegionReply } from '@jatidiri/core/coverage/regionWire.ts';
import { toIsoDate } from '@jatidiri/core/kit/date.ts';
import { Personal } from '@jatidiri/core/kit/personal.ts';
import type { WilayahCode } from '@jatidiri/core/wilayah/model.ts';
import * as v from 'valibot';
import { takeEarlierActivations } from '../../src/activation/index.ts';
import { append } from '../../src/ledger/index.ts';
import { idsOf } from '../../src/registry/index.ts';
import { textIn } from '../pdfText.ts';
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

  it('says while figures are in the making, and is silent once they are', async () => {
    assert.equal((await region('64')).stillCounting, false);
    await world.database.write((sql) =>
      append(world.tracing, sql, {
        kind: 'registry/residents-imported',
        subject: null,
        actor: { kind: 'system', task: 'test' },
        details: {},
      }),
    );
    assert.equal((await region('64')).stillCounting, false);
    world.later(6_000);
    assert.equal((await region('64')).stillCounting, true);
    await world.settle();
    assert.equal((await region('64')).stillCounting, false);
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

  it('goes out as a workbook whose formulas give the figures of the page', async () => {
    const { rawPayload, headers } = await world.app.inject('/api/coverage/regions/64/workbook.xlsx');
    assert.match(String(headers['content-disposition']), /ikd-64-2026-11-22\.xlsx/);
    const book = XLSX.read(rawPayload);
    const page = await region('64');
    const [indicators, children] = [book.Sheets.Indikator!, book.Sheets.Wilayah!];
    assert.equal(indicators.C2!.v, 143);
    assert.equal(indicators.F2!.v, page.indicators[0]!.coverage!.ratio);
    assert.match(indicators.F2!.f!, /C2\/D2/);
    assert.equal(indicators.C4!.v, 'belum ada data');
    // Each formula recomputed by hand from the cells that it names.
    for (const [i, child] of page.children.entries()) {
      const row = i + 2;
      const [active, wajib, percent] = [
        children[`C${row}`]!.v,
        children[`D${row}`]!.v,
        children[`F${row}`]!.v,
      ];
      if (wajib === 0) continue;
      assert.equal(children[`E${row}`]!.v, active / wajib, child.name);
      assert.ok(Math.abs(children[`G${row}`]!.v - active / ((percent / 100) * wajib)) < 1e-12);
    }
  });

  it('goes out as a laporan capaian with its parts', async () => {
    const { rawPayload, headers } = await world.app.inject('/api/coverage/regions/64.71/laporan-capaian.pdf');
    assert.equal(headers['content-type'], 'application/pdf');
    assert.match(rawPayload.subarray(0, 8).toString('latin1'), /^%PDF-1/);
    const text = textIn(rawPayload);
    for (const told of [
      'Laporan capaian Kota Balikpapan',
      'Periode 1 November 2026',
      'wajib KTP',
      'Capaian target',
      'Belum ada data',
      'Sumber: proyeksi registri',
    ])
      assert.ok(text.includes(told), told);
  });

  it('goes out as open data without a small cell', async () => {
    const json = v.parse(OpenData, (await world.app.inject('/api/coverage/open-data.json')).json());
    assert.equal(json.asOf, '2026-11-15');
    assert.ok(json.cells.some(({ withheld }) => withheld));
    for (const { value, region } of json.cells)
      if (region.length > 5 && value !== null) assert.ok(value === 0 || value >= 10, region);
    const csv = (await world.app.inject('/api/coverage/open-data.csv')).body.split('\r\n');
    assert.equal(csv.length, json.cells.length + 2);
    assert.equal(csv[0], 'as_of,region_code,region_name,measure,sex,age_band,value,withheld');
    const book = XLSX.read((await world.app.inject('/api/coverage/open-data.xlsx')).rawPayload);
    const rows = XLSX.utils.sheet_to_csv(book.Sheets['Data terbuka']!).trim().split('\n');
    assert.deepEqual(rows, csv.slice(0, -1));
    const api = (await world.app.inject('/api/openapi.json')).json();
    assert.ok(
      api.paths['/api/coverage/open-data.json'].get.responses['200'].content['application/json'].schema,
    );
  });

  it('is refused when it is none of this province', async () => {
    for (const code of ['31', '64.99', '64.04', '64.71.99'])
      assert.equal((await world.app.inject(`/api/coverage/regions/${code}`)).statusCode, 404, code);
    assert.equal((await world.app.inject('/api/coverage/regions/x')).statusCode, 422);
  });
});
