import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readPublishedFigures } from '../../../seed/publishedFigures.ts';

suite('the published figures', () => {
  const figures = readPublishedFigures();
  const figure = (id: string) => figures.find((one) => one.id === id)!;

  test('are 19, each with its own name and source', () => {
    assert.equal(figures.length, 19);
    assert.equal(new Set(figures.map(({ id }) => id)).size, 19);
  });

  test('keep apart what was printed and what was left out', () => {
    const { numerator, denominator, percentPublished, asOf } = figure('ppu-ikd-undated');
    assert.deepEqual([numerator, denominator, percentPublished, asOf], [19_700, 140_750, '14', null]);
    const { source, note } = figure('kaltim-ikd-2023-12-31');
    assert.deepEqual([source, note], ['000_3630abed33f7d573', null]);
  });

  test('contain the province figure that follows from the target only', () => {
    const { numerator, percentPublished, targetPercent, denominatorKind } = figure('kaltim-ikd-2024-10');
    const recorded = figure('kaltim-ktpel-2024-10').numerator!;
    const attainment = (100 * numerator!) / ((targetPercent! / 100) * recorded);
    assert.equal(denominatorKind, 'targetOfRecorded');
    assert.equal(attainment.toFixed(2), percentPublished);
  });
});
