import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import type { WilayahCode } from '@jatidiri/core/wilayah/model.ts';
import { takeEarlierActivations } from '../../src/activation/index.ts';
import { readPublishedTable, takePublishedFigures } from '../../src/coverage/index.ts';
import { statement } from '../../src/platform/db/database.ts';
import { idsOf } from '../../src/registry/index.ts';
import { record } from '../registry/records.ts';
import { createOfficer, type TestOfficer } from '../testOfficer.ts';
import { createTestWorld, type TestWorld } from '../testWorld.ts';
import { workbook } from './reports/files.ts';

const ARTICLES = new URL('../../../seed/published-figures.csv', import.meta.url);
const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const SAMARINDA = workbook([
  ['Laporan IKD keadaan per 31 Oktober 2026'],
  ['Kab/Kota', 'Wajib KTP', 'IKD Aktif', 'Persen'],
  ['Samarinda', '591.269', '60.000', '10,15'],
]);

describe('the programme’s officers', () => {
  let world: TestWorld;
  const officers: Record<'operator' | 'head' | 'province' | 'ministry', TestOfficer> = {} as never;
  before(async () => {
    // Samarinda has a fifth of the province's wajib KTP, Penajam Paser Utara a twentieth.
    const homes = ['64.72.03.1001', ...Array(3).fill('64.71.01.1003'), '64.02.01.1001'] as WilayahCode[];
    const residents = Array.from({ length: 1_200 }, (_, i) =>
      record(i + 1, { domicile: i % 20 === 19 ? ('64.09.01.1001' as WilayahCode) : homes[i % 5]! }),
    );
    world = await createTestWorld({ residents });
    officers.operator = await createOfficer(world, 'DEMO-6472-PETUGAS');
    officers.head = await createOfficer(world, 'DEMO-6472-KEPALA');
    officers.province = await createOfficer(world, 'DEMO-64-KEPALA');
    officers.ministry = await createOfficer(world, 'DEMO-64-KEMENTERIAN');
    const articles = readPublishedTable(readFileSync(ARTICLES, 'utf8'));
    await world.database.write((sql) => takePublishedFigures(world.tracing, sql, articles, 'test'));
    await world.settle();
  });
  after(async () => {
    assert.deepEqual(world.faults, []);
    await world.close();
  });

  type Who = keyof typeof officers;
  async function bring(who: Who, step: 'report-previews' | 'reports', file: Uint8Array | string, query = '') {
    const { cookie, origin } = officers[who].desk;
    const type = typeof file === 'string' ? 'text/csv' : XLSX_TYPE;
    const answer = await world.app.inject({
      method: 'POST',
      url: `/api/programme/${step}?name=laporan${query}`,
      headers: { cookie, origin: origin!, 'content-type': type },
      payload: Buffer.from(file),
    });
    return { status: answer.statusCode, body: answer.json() };
  }
  const open = async (path: string) => (await world.app.inject(`/api/coverage/${path}`)).json();
  const entries = async (kind: string) => {
    const rows = await world.database.read.query<{ n: number }>(
      statement('test.kinds', 'select count(*)::int as n from ledger_entry where kind = $1'),
      [kind],
    );
    return rows[0]!.n;
  };

  it('see small regions exactly, but only those that they answer for', async () => {
    const exact = async (who: Who, code: string) => {
      const { cookie, origin } = officers[who].desk;
      const headers = { cookie, origin: origin! };
      const answer = await world.app.inject({ url: `/api/programme/regions/${code}`, headers });
      return { status: answer.statusCode, body: answer.json() };
    };
    const { status, body } = await exact('operator', '64.72.03');
    assert.equal(status, 200);
    const town = body.children.find(({ code }: { code: string }) => code === '64.72.03.1001');
    const recorded = town.indicators.find(
      ({ indicator }: { indicator: string }) => indicator === 'ktpElRecorded',
    );
    // The only kelurahan of Samarinda with anybody in it.
    assert.equal(recorded.coverage.denominator.count, (await open('regions/64.72')).wajibKtp);

    const allowed = async (who: Who) =>
      Promise.all(
        ['64', '64.71', '64.72.03.1001', '64.99'].map(async (code) => (await exact(who, code)).status),
      );
    assert.deepEqual(await allowed('operator'), [403, 403, 200, 404]);
    assert.deepEqual(await allowed('head'), [403, 403, 200, 404]);
    assert.deepEqual(await allowed('province'), [200, 200, 200, 404]);
    assert.deepEqual(await allowed('ministry'), [200, 200, 200, 404]);
    assert.equal((await world.app.inject('/api/programme/regions/64.72')).statusCode, 401);
  });

  it('see a report before it is taken, take exactly that one, once, and keep the file', async () => {
    const preview = await bring('head', 'report-previews', SAMARINDA);
    assert.equal(preview.status, 200);
    assert.deepEqual(preview.body.problems, []);
    assert.deepEqual(
      preview.body.rows.map((row: Record<string, unknown>) => [
        row.region,
        row.asOf,
        row.numerator,
        row.percentPublished,
      ]),
      [['64.72', '2026-10-31', 60_000, '10.15']],
    );
    assert.deepEqual(
      preview.body.notices.map(({ code, cell }: { code: string; cell: string }) => `${code} ${cell}`),
      ['dayFromTitle A1'],
    );
    assert.equal((await open('published')).figures.length, 19, 'a preview keeps nothing');

    const wrong = await bring('head', 'reports', SAMARINDA, '&digest=abc');
    assert.equal(`${wrong.status} ${wrong.body.code}`, '409 coverage/report-changed');
    const digest = `&digest=${preview.body.digest}`;
    const taken = await bring('head', 'reports', SAMARINDA, digest);
    assert.equal(taken.status, 201, JSON.stringify(taken.body));
    assert.equal(taken.body.rows, 1);
    const again = await bring('head', 'reports', SAMARINDA, digest);
    assert.equal(`${again.status} ${again.body.code}`, '409 coverage/report-known');
    assert.equal((await bring('head', 'report-previews', SAMARINDA)).body.known, true);

    const { reports } = (await officers.operator.call('GET', '/api/programme/reports')).body;
    assert.deepEqual([reports[0].office, reports[0].rows], ['Disdukcapil Kota Samarinda', 1]);
    const file = await world.app.inject({
      url: `/api/programme/reports/${taken.body.id}/file`,
      headers: { cookie: officers.operator.desk.cookie },
    });
    assert.deepEqual([...file.rawPayload], [...SAMARINDA]);
    assert.match(String(file.headers['content-disposition']), /^attachment/);
    const figure = (await open('published')).figures[0];
    assert.deepEqual([figure.verdict.kind, figure.source], ['follows', taken.body.id]);
    await world.settle();
    assert.equal(await entries('coverage/report-taken'), 1);
  });

  it('are told cell by cell what is wrong, and then nothing is taken', async () => {
    const file = 'Wilayah;Wajib KTP;IKD;Tanggal\nSamarinda;0;5;2026-10-31\nBerau;100;5%;2026-10-31\n';
    const { body } = await bring('ministry', 'report-previews', file);
    assert.deepEqual(
      body.problems.map(({ code, cell }: { code: string; cell: string }) => `${code} ${cell}`),
      ['denominatorZero B2', 'percentInCount C3'],
    );
    const taken = await bring('ministry', 'reports', file, `&digest=${body.digest}`);
    assert.equal(`${taken.status} ${taken.body.code}`, '422 coverage/report-has-problems');
  });

  it('report about their own region alone', async () => {
    const berau = 'Wilayah;IKD;Tanggal\nBerau;9.000;2026-10-31\n';
    const codes = async (who: Who) =>
      (await bring(who, 'report-previews', berau)).body.problems.map(({ code }: { code: string }) => code);
    assert.deepEqual(await codes('head'), ['regionNotYours']);
    assert.deepEqual(await codes('province'), []);
    assert.deepEqual(await codes('ministry'), []);
  });

  it('see two values for one day before they take the second, and resolve it with a reason', async () => {
    const other = 'Wilayah;Wajib KTP;IKD;Tanggal\nSamarinda;591.269;61.000;31/10/2026\n';
    const { body } = await bring('head', 'report-previews', other);
    assert.equal(body.contradictions.length, 1);
    assert.match(body.contradictions[0].id, /dua pembilang: 61\.000 dan 60\.000/);
    const taken = await bring('head', 'reports', other, `&digest=${body.digest}`);
    assert.equal(taken.body.contradictions, 1);

    const all = (await open('contradictions')).contradictions;
    const [mine] = all.filter(({ sentence }: { sentence: { id: string } }) => /61\.000/.test(sentence.id));
    const resolve = (who: Who, reason: string) =>
      officers[who].call('POST', `/api/programme/contradictions/${mine.id}/resolution`, { reason });
    assert.equal((await resolve('head', 'ya')).status, 422, 'a reason is a sentence');
    const reason = 'Angka 61.000 yang benar; laporan pertama memakai data sehari sebelumnya.';
    assert.equal((await resolve('head', reason)).status, 204);
    assert.equal((await resolve('ministry', reason)).body.code, 'coverage/contradiction-resolved');
    const now = (await open('contradictions')).contradictions.find(
      ({ id }: { id: string }) => id === mine.id,
    );
    assert.equal(now.resolution.reason, reason);
    assert.equal(now.resolution.office, 'Disdukcapil Kota Samarinda');
  });

  it('find in the articles what does not fit, and it stays', async () => {
    const told = (await open('contradictions')).contradictions
      .filter(({ figures }: { figures: string[] }) => !figures[0]!.includes('/'))
      .map(({ kind, figures }: { kind: string; figures: string[] }) => `${kind} ${figures[0]}`)
      .sort();
    assert.deepEqual(told, [
      'implausibleBase samarinda-ikd-2023-10-30-a',
      'implausibleBase samarinda-ikd-2023-10-30-b',
      'percentOfOtherBase kaltim-ikd-2024-10',
      'twoValues samarinda-ikd-2023-10-30-b',
    ]);
    const [first] = (await open('contradictions')).contradictions;
    const outside = (await open('contradictions')).contradictions.find(
      ({ region }: { region: string }) => region === '64',
    );
    assert.ok(first);
    const refused = await officers.head.call(
      'POST',
      `/api/programme/contradictions/${outside.id}/resolution`,
      {
        reason: 'Bukan wilayah kami sama sekali.',
      },
    );
    assert.equal(refused.body.code, 'coverage/region-not-yours');
  });

  it('set targets as the ministry, and the page measures by them at once', async () => {
    const target = { indicator: 'ikdActive', year: 2026, region: '64.72', percent: 40 };
    assert.equal((await officers.head.call('PUT', '/api/programme/targets', target)).status, 403);
    assert.equal((await officers.ministry.call('PUT', '/api/programme/targets', target)).status, 204);
    assert.equal(
      (await officers.ministry.call('PUT', '/api/programme/targets', { ...target, percent: 35 })).status,
      204,
    );
    const unknown = await officers.ministry.call('PUT', '/api/programme/targets', {
      ...target,
      region: '64.99',
    });
    assert.equal(unknown.body.code, 'coverage/region-unknown');
    const { targets } = await open('targets');
    assert.deepEqual(
      targets.map((one: { percent: number; earlier: { percent: number }[] }) => [
        one.percent,
        one.earlier.map(({ percent }) => percent),
      ]),
      [[35, [40]]],
    );
    const { regions } = await open('figures');
    const percents = regions.map(
      (one: { code: string; targetAttainment: { targetPercent: number } }) =>
        one.targetAttainment.targetPercent,
    );
    assert.deepEqual([...new Set(percents)].sort(), [30, 35]);
  });

  it('confirm a period, the province sees who has not, and a late entry shows as a revision beside the first', async () => {
    const period = async (who: Who) =>
      (await officers[who].call('GET', '/api/programme/periods/2026-11-15')).body;
    const confirm = (who: Who, body: object, end = '2026-11-15') =>
      officers[who].call('POST', `/api/programme/periods/${end}/confirmations`, body);
    const samarinda = { region: '64.72' };

    assert.equal((await confirm('head', samarinda, '2026-11-30')).body.code, 'coverage/period-running');
    assert.equal((await confirm('head', samarinda, '2026-11-14')).body.code, 'coverage/period-running');
    assert.equal((await confirm('head', { region: '64.71' })).body.code, 'coverage/region-not-yours');
    assert.equal((await confirm('head', samarinda)).status, 204);
    assert.equal((await confirm('head', samarinda)).body.code, 'coverage/nothing-changed');
    const before = await period('province');
    const open_ = before.regions.filter(({ confirmed }: { confirmed: unknown }) => confirmed === null);
    assert.equal(open_.length, 9, 'nine have not');
    assert.ok(before.regions.every(({ yours }: { yours: boolean }) => yours));

    // An identity of 3 November becomes known on the 22nd.
    const late = record(1, { domicile: '64.72.03.1001' as WilayahCode });
    await world.database.write(async (sql) => {
      const [resident] = await idsOf(sql, [late.nik]);
      const activatedAt = new Date('2026-11-03T03:00:00Z');
      const earlier = { resident: resident!, domicile: late.domicile, office: 'kantor-contoh', activatedAt };
      await takeEarlierActivations(world.tracing, sql, [earlier], 'late');
    });
    await world.settle();
    const find = (reply: { regions: { code: string }[] }) =>
      reply.regions.find(({ code }) => code === '64.72') as never as {
        counted: { ikdActive: number };
        confirmed: { counts: { ikdActive: number }; revision: number; reason: string };
        earlier: { counts: { ikdActive: number } }[];
        differs: boolean;
      };
    const changed = find(await period('head'));
    assert.deepEqual(
      [changed.confirmed.counts.ikdActive, changed.counted.ikdActive, changed.differs],
      [0, 1, true],
    );
    assert.equal((await confirm('head', samarinda)).body.code, 'coverage/revision-needs-reason');
    const reason = 'Satu aktivasi 3 November baru diterima dari kecamatan.';
    assert.equal((await confirm('head', { ...samarinda, reason })).status, 204);
    const revised = find(await period('province'));
    assert.deepEqual(
      [
        revised.confirmed.revision,
        revised.confirmed.counts.ikdActive,
        revised.confirmed.reason,
        revised.differs,
      ],
      [1, 1, reason, false],
    );
    assert.deepEqual(
      revised.earlier.map(({ counts }) => counts.ikdActive),
      [0],
      'both values are shown',
    );
  });

  const OPERATIONS: [
    method: 'GET' | 'POST' | 'PUT',
    url: string,
    payload: object | undefined,
    allowed: Who[],
  ][] = [
    ['GET', '/api/programme/periods/2026-11-15', undefined, ['operator', 'head', 'province', 'ministry']],
    ['POST', '/api/programme/periods/2026-10-15/confirmations', { region: '64.72' }, ['head', 'province']],
    ['GET', '/api/programme/regions/64.72', undefined, ['operator', 'head', 'province', 'ministry']],
    ['POST', '/api/programme/report-previews?name=x', {}, ['head', 'province', 'ministry']],
    ['POST', '/api/programme/reports?name=x&digest=y', {}, ['head', 'province', 'ministry']],
    ['GET', '/api/programme/reports', undefined, ['operator', 'head', 'province', 'ministry']],
    [
      'GET',
      '/api/programme/reports/00000000-0000-7000-8000-000000000000/file',
      undefined,
      ['operator', 'head', 'province', 'ministry'],
    ],
    [
      'POST',
      '/api/programme/contradictions/000000000000000000000000/resolution',
      { reason: 'Sepuluh huruf.' },
      ['head', 'province', 'ministry'],
    ],
    [
      'PUT',
      '/api/programme/targets',
      { indicator: 'kiaOwned', year: 2026, region: '64', percent: 60 },
      ['ministry'],
    ],
  ];

  it('are asked for at every address of the programme', () => {
    const served = world.app.endpoints.filter(({ path }) => path.startsWith('/api/programme/'));
    assert.ok(served.every(({ caller }) => caller === 'officer'));
    assert.equal(served.length, OPERATIONS.length);
  });

  for (const [method, url, payload, allowed] of OPERATIONS) {
    it(`${method} ${url.split('?')[0]} serves ${allowed.join(', ')} and nobody else`, async () => {
      for (const who of Object.keys(officers) as Who[]) {
        const { body } = await officers[who].call(method, url, payload);
        const refused = body?.code === 'office/not-permitted';
        assert.equal(refused, !allowed.includes(who), `${who}: ${JSON.stringify(body)}`);
      }
      const stranger = await world.app.inject({
        method,
        url,
        headers: { origin: world.config.origins.desk },
        ...(payload ? { payload } : {}),
      });
      assert.equal(stranger.json().code, 'office/signed-out');
    });
  }
});
