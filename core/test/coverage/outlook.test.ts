import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  type DailyChange,
  earlierOutlooks,
  neededPerWorkingDay,
  outlook,
} from '@jatidiri/core/coverage/outlook.ts';
import { addDays, type IsoDate, toIsoDate } from '@jatidiri/core/kit/date.ts';
import { workingDaysBetween } from '@jatidiri/core/kit/workingDays.ts';
import fc from 'fast-check';

const TODAY = toIsoDate('2026-11-22');
const YEAR_END = toIsoDate('2026-12-31');
const NONE: ReadonlySet<IsoDate> = new Set();

const daily = (perDay: readonly number[]): DailyChange[] =>
  perDay.map((ikdActive, back) => ({ day: addDays(TODAY, -back), ikdActive }));
const history = fc.array(fc.integer({ min: -5, max: 400 }), { minLength: 1, maxLength: 500 }).map(daily);

describe('the outlook', () => {
  it('of an even pace is that pace, without any doubt', () => {
    const even = daily(Array(56).fill(10));
    assert.deepEqual(outlook(1_000, even, TODAY, YEAR_END, NONE), {
      likely: 1_390,
      low: 1_390,
      high: 1_390,
      workingDaysLeft: 29,
    });
  });

  it('is what is active already when nothing is left of the year, or nothing ever happened', () => {
    fc.assert(
      fc.property(history, fc.nat(100_000), (changes, active) => {
        const last = outlook(active, changes, YEAR_END, YEAR_END, NONE);
        assert.deepEqual([last.low, last.likely, last.high], [active, active, active]);
        const quiet = outlook(active, [], TODAY, YEAR_END, NONE);
        assert.deepEqual([quiet.low, quiet.likely, quiet.high], [active, active, active]);
      }),
    );
  });

  it('lies within its interval, knows no order of the days, and nothing of days to come or long gone', () => {
    fc.assert(
      fc.property(history, fc.nat(100_000), (changes, active) => {
        const told = outlook(active, changes, TODAY, YEAR_END, NONE);
        assert.ok(told.low <= told.likely && told.likely <= told.high);
        const other = [
          { day: addDays(TODAY, 1), ikdActive: 9_999 },
          { day: addDays(TODAY, -56), ikdActive: 9_999 },
          ...changes.filter(({ day }) => day > addDays(TODAY, -56)).toReversed(),
        ];
        assert.deepEqual(outlook(active, other, TODAY, YEAR_END, NONE), told);
      }),
    );
  });

  it('grows by what was added each week, and its interval widens with the time ahead', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 1, max: 300 }), (changes, days) => {
        const width = (until: IsoDate) => {
          const { low, high } = outlook(1_000_000, changes, TODAY, until, NONE);
          return high - low;
        };
        // Each bound is rounded away from the middle by less than one.
        assert.ok(width(addDays(TODAY, days)) <= width(addDays(TODAY, days + 30)) + 2);
      }),
    );
  });

  it('is checked against what came, with only what was known then', () => {
    const even = daily(Array(400).fill(10));
    const [newest, before] = earlierOutlooks(5_000, even, TODAY, 2, NONE);
    assert.deepEqual(
      [newest!.madeOn, newest!.for, newest!.likely, newest!.came, newest!.within],
      ['2026-10-25', '2026-11-22', 5_000, 5_000, true],
    );
    assert.deepEqual([before!.for, before!.came], ['2026-10-25', 4_720]);
    // A campaign that nobody could foresee is a miss, and shown as one.
    const campaign = daily([...Array(28).fill(100), ...Array(400).fill(10)]);
    const [missed] = earlierOutlooks(10_000, campaign, TODAY, 1, NONE);
    assert.deepEqual([missed!.likely, missed!.came, missed!.within], [7_480, 10_000, false]);
  });

  it('covers about four of five when the weeks vary by chance alone', () => {
    let seed = 7;
    const random = () => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed / 2_147_483_647;
    };
    const changes = daily(Array.from({ length: 28 * 300 }, () => Math.floor(random() * 100)));
    const tried = earlierOutlooks(1_000_000, changes, TODAY, 290, NONE);
    const share = tried.filter(({ within }) => within).length / tried.length;
    assert.ok(share > 0.72 && share < 0.88, `covered ${share}`);
  });
});

describe('working days', () => {
  it('are Monday to Friday without holidays, and reach the target when each brings what is needed', () => {
    assert.equal(workingDaysBetween(TODAY, YEAR_END, NONE), 29);
    assert.equal(workingDaysBetween(TODAY, YEAR_END, new Set([toIsoDate('2026-12-25')])), 28);
    assert.equal(workingDaysBetween(TODAY, YEAR_END, new Set([toIsoDate('2026-12-26')])), 29, 'a Saturday');
    fc.assert(
      fc.property(fc.nat(10_000), fc.nat(10_000), fc.nat(300), (active, target, days) => {
        const needed = neededPerWorkingDay(active, target, days);
        if (needed === null) return assert.ok(days === 0 && active < target);
        assert.ok(active + needed * days >= target);
        if (needed > 0) assert.ok(active + (needed - 1) * days < target, 'and no more than needed');
      }),
    );
  });
});
