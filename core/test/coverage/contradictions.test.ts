import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sentenceOf } from '@jatidiri/core/coverage/contradictionSentence.ts';
import { type ContradictionContext, findContradictions } from '@jatidiri/core/coverage/contradictions.ts';
import type { PublishedFigure } from '@jatidiri/core/coverage/model.ts';
import { toIsoDate } from '@jatidiri/core/kit/date.ts';
import type { WilayahCode } from '@jatidiri/core/wilayah/model.ts';
import { readPublishedFigures } from '../../../seed/publishedFigures.ts';

const SAMARINDA = '64.72' as WilayahCode;
const KALTIM = '64' as WilayahCode;
const SHARES: Record<string, number> = { '64.72': 0.2, '64.09': 0.05 };
const within = (published: readonly PublishedFigure[]): ContradictionContext => ({
  published,
  wajibKtpShare: (region) => SHARES[region] ?? null,
  childrenOf: (region) => (region === KALTIM ? (['64.09', '64.72'] as WilayahCode[]) : []),
});
const found = (published: readonly PublishedFigure[]) =>
  findContradictions(within(published)).map(
    (one) => [one.kind, one.figures[0], sentenceOf(one, 'X').id] as const,
  );

function figure(id: string, differing: Partial<PublishedFigure>): PublishedFigure {
  return {
    id,
    indicator: 'ikdActive',
    region: SAMARINDA,
    regionName: 'Kota Samarinda',
    asOf: toIsoDate('2024-06-13'),
    numerator: null,
    denominator: null,
    denominatorKind: 'wajibKtp',
    percentPublished: null,
    targetPercent: null,
    targetYear: null,
    source: 's',
    note: null,
    ...differing,
  };
}

test('the articles contradict themselves in these places, and nowhere else', () => {
  const all = found(readPublishedFigures());
  assert.deepEqual(
    all.map(([kind, id]) => `${kind} ${id}`),
    [
      'percentOfOtherBase kaltim-ikd-2024-10',
      'implausibleBase samarinda-ikd-2023-10-30-a',
      'twoValues samarinda-ikd-2023-10-30-b',
      'implausibleBase samarinda-ikd-2023-10-30-b',
    ],
  );
  assert.equal(
    all[0]![2],
    '18,25% di X adalah capaian target, bukan cakupan: 156.639 ÷ (30% × 2.860.701 penduduk yang sudah rekam KTP-el); cakupannya 5,48%.',
  );
  assert.match(all[1]![2], /^186\.535 sulit diterima sebagai penyebut X: .* sekitar 560\.000\.$/);
  assert.equal(all[2]![2], 'Untuk X pada tanggal yang sama ada dua pembilang: 21.735 dan 21.745.');
});

test('a base of another day is found that would give the percentage', () => {
  const [one] = found([
    figure('old', { asOf: toIsoDate('2023-12-31'), denominator: 500_000, denominatorKind: 'wajibKtp' }),
    figure('new', { numerator: 25_000, denominator: 600_000, percentPublished: '5.00' }),
  ]);
  assert.deepEqual(one!.slice(0, 2), ['percentOfOtherBase', 'new']);
  assert.match(one![2], /25\.000 ÷ 500\.000 \(wajib KTP\); bagiannya sendiri memberi 4,17%/);
});

test('a percentage that nothing gives comes with the bases that would', () => {
  const [one] = found([figure('x', { numerator: 25_000, denominator: 600_000, percentPublished: '7.00' })]);
  assert.equal(one![0], 'percentOfNothing');
  assert.match(one![2], /antara 356\.888 dan 357\.398/);
});

test('coverage over 100 %, a step back, and a base of twice another day are found', () => {
  const unknownShare = (published: readonly PublishedFigure[]) =>
    findContradictions({ ...within(published), wajibKtpShare: () => null });
  assert.deepEqual(
    unknownShare([
      figure('a', { asOf: toIsoDate('2024-01-31'), numerator: 30_000, denominator: 200_000 }),
      figure('b', { numerator: 29_000, denominator: 28_000, percentPublished: '103.57' }),
    ]).map(({ kind, figures }) => `${kind} ${figures[0]}`),
    ['implausibleBase b', 'over100 b', 'stepBack b'],
  );
  const sentence = found([
    figure('a', { asOf: toIsoDate('2024-01-31'), numerator: 30_000 }),
    figure('b', { numerator: 29_000 }),
  ])[0]![2];
  assert.equal(sentence, 'Hitungan kumulatif X mundur: 30.000 pada 2024-01-31, lalu 29.000 pada 2024-06-13.');
});

test('regions that do not add up to the province are found once all have reported', () => {
  const province = figure('p', { region: KALTIM, numerator: 100 });
  const samarinda = figure('s', { numerator: 60 });
  const ppu = figure('u', { region: '64.09' as WilayahCode, numerator: 39 });
  assert.deepEqual(found([province, samarinda]), [], 'somebody is missing');
  assert.deepEqual(found([province, samarinda, { ...ppu, numerator: 40 }]), []);
  const [one] = found([province, samarinda, ppu]);
  assert.match(one![2], /Jumlah 2 wilayah \(pembilang\) 99, sedangkan X tercetak 100: selisih 1/);
});

test('whatever fits together is no contradiction', () => {
  assert.deepEqual(
    found([
      figure('a', {
        asOf: toIsoDate('2024-01-31'),
        numerator: 10,
        denominator: 100,
        percentPublished: '10.00',
      }),
      figure('b', { numerator: 12, denominator: 101, percentPublished: '11.88' }),
    ]),
    [],
  );
});
