import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assessPublished } from '@jatidiri/core/coverage/assessPublished.ts';
import { ratioOf } from '@jatidiri/core/coverage/measures.ts';
import type { Assessment, Figure, PublishedFigure } from '@jatidiri/core/coverage/model.ts';
import { readPublishedFigures } from '../../../seed/publishedFigures.ts';

const figures = readPublishedFigures();
const byId = new Map(figures.map((figure) => [figure.id, figure]));
// About the shares of the residents of 2023.
const SHARES: Record<string, number> = { '64.09': 0.05, '64.72': 0.214 };
const wajibKtpShare = (region: string) => SHARES[region] ?? null;
const context = { published: figures, wajibKtpShare };
const assess = (id: string): Assessment => assessPublished(byId.get(id)!, context);
const percent = (figure: Figure): string => ((ratioOf(figure) ?? Number.NaN) * 100).toFixed(2);

/** In short: what the verdict is and what it rests on. */
function summary({ verdict, targetAttainment, conflicts, implausibleDenominator }: Assessment): string {
  const facts = [verdict.kind as string];
  if ('rounding' in verdict) facts.push(verdict.rounding);
  if ('figure' in verdict) {
    const { figure } = verdict;
    facts.push(`${figure.measure} of ${figure.denominator.kind} ${percent(figure)}`);
  }
  if ('coverage' in verdict) facts.push(`coverage ${percent(verdict.coverage)}`);
  if ('missing' in verdict) facts.push(`missing ${verdict.missing.join(' and ')}`);
  if (targetAttainment) facts.push(`attainment ${percent(targetAttainment)}`);
  if (implausibleDenominator) facts.push(`base implausible beside ${implausibleDenominator.expected}`);
  for (const { figure, part, own, other } of conflicts)
    facts.push(`${part} ${own}, but ${figure} has ${other}`);
  return facts.join('; ');
}

test('every published figure is reproduced, explained or said to be neither', () => {
  const missingBoth = 'notRecomputable; missing numerator and denominator';
  assert.deepEqual(Object.fromEntries(figures.map(({ id }) => [id, summary(assess(id))])), {
    'kaltim-ikd-2023-12-31': 'follows; rounded; coverage of wajibKtp 3.40; attainment 13.61',
    'kaltim-prk-2024': 'countOnly',
    'kaltim-ktpel-2024-06-13': missingBoth,
    'balikpapan-ktpel-2024-06-13': missingBoth,
    'bontang-ktpel-2024-06-13': missingBoth,
    'kaltim-pemula-2024-06-13': missingBoth,
    'balikpapan-pemula-2024-06-13': missingBoth,
    'paser-pemula-2024-06-13': missingBoth,
    'kaltim-kia-2024-06-13': missingBoth,
    'balikpapan-kia-2024-06-13': missingBoth,
    'kutai-barat-kia-2024-06-13': missingBoth,
    'kaltim-ikd-2024-06-13': missingBoth,
    'ppu-ikd-2024-06-13': missingBoth,
    'berau-ikd-2024-06-13': missingBoth,
    'kaltim-ktpel-2024-10': 'notRecomputable; missing denominator',
    'kaltim-ikd-2024-10': 'otherMeasure; targetAttainment of recorded 18.25; coverage 5.48',
    'ppu-ikd-undated': 'follows; rounded; coverage of wajibKtp 14.00; attainment 46.65',
    'samarinda-ikd-2023-10-30-a':
      'follows; truncated; coverage of wajibKtp 11.66; base implausible beside 597217; ' +
      'numerator 21745, but samarinda-ikd-2023-10-30-b has 21735',
    'samarinda-ikd-2023-10-30-b':
      'notPrinted; coverage of wajibKtp 11.65; base implausible beside 597217; ' +
      'numerator 21735, but samarinda-ikd-2023-10-30-a has 21745',
  });
});

test('the base of the 18.25 % comes from the figure that counts recorded holders, and is named', () => {
  const { verdict } = assess('kaltim-ikd-2024-10');
  assert.ok(verdict.kind === 'otherMeasure');
  assert.deepEqual(verdict.figure, {
    measure: 'targetAttainment',
    indicator: 'ikdActive',
    numerator: 156_639,
    denominator: { kind: 'recorded', count: 2_860_701 },
    targetPercent: 30,
    asOf: '2024-10-31',
    source: { kind: 'published', figures: ['kaltim-ikd-2024-10', 'kaltim-ktpel-2024-10'] },
  });
});

test('a missing base is narrowed down to those that give the printed percentage', () => {
  const { verdict } = assess('kaltim-ktpel-2024-10');
  assert.ok(verdict.kind === 'notRecomputable');
  const { from, to } = verdict.impliedDenominator!;
  assert.deepEqual([from, to], [2_873_777, 2_874_065]);
  // So no wajib KTP of that day makes 18.25 % an attainment of the target of wajib KTP.
  for (const base of [from, to]) assert.equal(((100 * 156_639) / (0.3 * base)).toFixed(2), '18.17');
});

test('a percentage that nothing known gives is marked, with the base that would give it', () => {
  const odd: PublishedFigure = { ...byId.get('kaltim-ikd-2023-12-31')!, percentPublished: '4.30' };
  const { verdict } = assessPublished(odd, context);
  assert.ok(verdict.kind === 'doesNotFollow');
  assert.equal(percent(verdict.figure), '3.40');
  assert.deepEqual(verdict.impliedDenominator, { from: 2_206_272, to: 2_211_408 });
});

test('the decimals that were printed have to be met', () => {
  const rounded = { ...byId.get('kaltim-ikd-2023-12-31')!, percentPublished: '3.4' };
  assert.equal(assessPublished(rounded, context).verdict.kind, 'follows');
  const tooExact = { ...rounded, percentPublished: '3.4000' };
  assert.equal(assessPublished(tooExact, context).verdict.kind, 'doesNotFollow');
});

test('figures of another day or region supply nothing and contradict nothing', () => {
  const figure = byId.get('kaltim-ikd-2024-10')!;
  const elsewhere = figures.map((other) => (other === figure ? other : { ...other, asOf: null }));
  const { verdict, conflicts } = assessPublished(figure, { published: elsewhere, wajibKtpShare });
  assert.ok(verdict.kind === 'notRecomputable');
  assert.deepEqual(verdict.missing, ['denominator']);
  assert.deepEqual(conflicts, []);
});

test('a base is implausible from twice or half the share of the province on, and only beside a known share', () => {
  const samarinda = byId.get('samarinda-ikd-2023-10-30-a')!;
  const judged = (denominator: number, share: number | null) =>
    assessPublished({ ...samarinda, denominator }, { published: figures, wajibKtpShare: () => share });
  assert.deepEqual(judged(186_535, 0.214).implausibleDenominator, {
    expected: 597_217,
    share: 0.214,
    figure: 'kaltim-ikd-2023-12-31',
  });
  for (const plausible of [298_609, 591_269, 1_194_434]) {
    assert.equal(judged(plausible, 0.214).implausibleDenominator, null);
  }
  for (const implausible of [298_608, 1_194_435]) {
    assert.notEqual(judged(implausible, 0.214).implausibleDenominator, null);
    assert.equal(
      judged(implausible, 0.214).targetAttainment,
      null,
      'no second percentage on a doubtful base',
    );
  }
  assert.equal(judged(186_535, null).implausibleDenominator, null);
});
