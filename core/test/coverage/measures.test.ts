import assert from 'node:assert/strict';
import { test } from 'node:test';
import { activeAtTarget, measuresOf, NO_COUNTS, ratioOf } from '@jatidiri/core/coverage/measures.ts';
import type { Counts, Source } from '@jatidiri/core/coverage/model.ts';
import { agreement, impliedDenominator, parsePrinted } from '@jatidiri/core/coverage/printedPercent.ts';
import { toIsoDate } from '@jatidiri/core/kit/date.ts';
import fc from 'fast-check';

const counts: Counts = {
  ...NO_COUNTS,
  residents: 4_000_000,
  wajibKtp: 2_873_921,
  recorded: 2_860_701,
  cardPrinted: 2_800_000,
  ikdActive: 156_639,
};
const target = { percent: 30, year: 2024 };
const stated = { asOf: toIsoDate('2024-10-31'), source: { kind: 'registryProjection', entry: 7 } as Source };

test('the same active identities give three figures, each with its own base and measure', () => {
  const figures = measuresOf(counts, target, stated);
  assert.deepEqual(
    figures.map((figure) => [
      figure.measure,
      figure.denominator.kind,
      ((ratioOf(figure) ?? 0) * 100).toFixed(2),
    ]),
    [
      ['coverage', 'wajibKtp', '5.45'],
      ['coverage', 'recorded', '5.48'],
      ['targetAttainment', 'wajibKtp', '18.17'],
    ],
  );
  for (const figure of figures) {
    assert.equal(figure.numerator, 156_639);
    assert.deepEqual([figure.asOf, figure.source], [stated.asOf, stated.source]);
  }
});

test('an empty base gives no percentage', () => {
  for (const figure of measuresOf({ ...counts, wajibKtp: 0, recorded: 0 }, target, stated)) {
    assert.equal(ratioOf(figure), null);
  }
});

test('the target is reached with the first whole number that attains it', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5_000_000 }),
      fc.integer({ min: 1, max: 100 }),
      (wajibKtp, percent) => {
        const enough = activeAtTarget({ ...counts, wajibKtp }, { percent, year: 2026 });
        const attained = (ikdActive: number) => 100 * ikdActive >= percent * wajibKtp;
        assert.ok(attained(enough) && !attained(enough - 1));
      },
    ),
  );
});

test('a printed percentage is met by rounding, by cutting off, or not', () => {
  assert.equal(agreement(0.0340341, parsePrinted('3.40')), 'rounded');
  assert.equal(agreement(0.116573, parsePrinted('11.6')), 'truncated');
  assert.equal(agreement(0.116573, parsePrinted('11.7')), 'rounded');
  assert.equal(agreement(0.139964, parsePrinted('14')), 'rounded');
  assert.equal(agreement(0.116573, parsePrinted('11.5')), undefined);
  assert.equal(agreement(0.116573, parsePrinted('11.8')), undefined);
});

test('whatever is printed by rounding agrees, and its base lies in the implied range', () => {
  const whole = fc.integer({ min: 1, max: 5_000_000 });
  fc.assert(
    fc.property(whole, whole, fc.integer({ min: 0, max: 4 }), (one, other, decimals) => {
      const [numerator, denominator] = [Math.min(one, other), Math.max(one, other)];
      const printed = parsePrinted(((numerator / denominator) * 100).toFixed(decimals));
      assert.equal(agreement(numerator / denominator, printed), 'rounded');
      const { from, to } = impliedDenominator(numerator, printed);
      if (printed.value > 0) assert.ok(from <= denominator && denominator <= to);
    }),
  );
});

test('what is no printed percentage is refused', () => {
  for (const text of ['', '3,40', '3.40 %', '-1', '1e2', '1000', ' 4']) {
    assert.throws(() => parsePrinted(text), TypeError);
  }
});
