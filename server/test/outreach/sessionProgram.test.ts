import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { toIsoDate } from '@jatidiri/core/kit/date.ts';
import {
  type Candidate,
  candidatesFor,
  type Kecamatan,
  sameSpot,
} from '@jatidiri/core/outreach/candidates.ts';
import type { Held } from '@jatidiri/core/outreach/expectedYield.ts';
import {
  type Chosen,
  chosenSessions,
  type Means,
  sessionProgram,
  type Wishes,
} from '@jatidiri/core/outreach/proposeSessions.ts';
import type { WilayahCode } from '@jatidiri/core/wilayah/model.ts';
import fc from 'fast-check';
import { solve } from '../../src/outreach/solve.ts';

// The model with the real solver: what it promises a planner, for offices of every size.

const held = (host: Held['host'], activations: number): Held => ({
  host,
  from: toIsoDate('2026-01-05'),
  to: toIsoDate('2026-01-05'),
  activations,
});
const places = fc.array(
  fc.record({ wajibKtp: fc.integer({ min: 1, max: 900 }), travelHours: fc.constantFrom(0, 0.5, 1, 2, 3, 5) }),
  { minLength: 1, maxLength: 6 },
);
const situation = fc.record({
  places,
  campus: fc.integer({ min: 1, max: 200 }),
  village: fc.integer({ min: 1, max: 200 }),
  means: fc.record({
    days: fc.integer({ min: 1, max: 6 }),
    officers: fc.integer({ min: 1, max: 8 }),
    team: fc.integer({ min: 1, max: 3 }),
    vehicles: fc.integer({ min: 1, max: 3 }),
    taken: fc.array(fc.record({ officers: fc.nat(4), vehicles: fc.nat(2) }), { maxLength: 6 }),
  }),
  remoteFloor: fc.nat(2),
  picks: fc.array(fc.nat(40), { maxLength: 2 }),
  strike: fc.nat(40),
});

describe('the plan of a solver', () => {
  it('keeps to officers, vehicles and days, holds pins, leaves out strikes, meets the floor, and beats a greedy plan', async () => {
    let solved = 0;
    let impossible = 0;
    await fc.assert(
      fc.asyncProperty(situation, async ({ means, remoteFloor, picks, strike, ...given }) => {
        const kecamatan = given.places.map(
          ({ wajibKtp, travelHours }, i): Kecamatan => ({
            wilayah: `64.72.0${i}` as WilayahCode,
            wajibKtp,
            without: Math.floor(wajibKtp * (0.4 + i / 10)),
            travelHours,
          }),
        );
        const history = [held('campus', given.campus), held('village', given.village)];
        const every = candidatesFor(kecamatan, history, means.days, []);
        const struck = every.length === 0 ? [] : [every[strike % every.length]!];
        const candidates = candidatesFor(kecamatan, history, means.days, struck);
        const pins =
          candidates.length === 0 ? [] : picks.map((pick) => candidates[pick % candidates.length]!);
        const wishes = { pins, remoteFloor };
        const solution = await solve(sessionProgram(candidates, means, wishes));
        const greedy = greedyPlan(candidates, means, wishes);
        if (solution.kind !== 'solved') {
          assert.equal(solution.kind, 'impossible');
          assert.equal(greedy, undefined, 'a plan was there');
          impossible++;
          return;
        }
        solved++;
        assert.ok(solution.proved);
        const plan = chosenSessions(candidates, means, solution.values);
        assert.ok(fits(plan, means));
        for (const pin of pins) assert.ok(plan.some(sameSpot(pin)));
        for (const spot of struck) assert.ok(!plan.some(sameSpot(spot)));
        assert.ok(plan.filter(({ remote }) => remote).length >= remoteFloor);
        assert.equal(new Set(plan.map(({ wilayah }) => wilayah)).size, plan.length);
        if (greedy) assert.ok(sumOf(plan) >= sumOf(greedy), `${sumOf(plan)} < ${sumOf(greedy)}`);
      }),
      { numRuns: 40 },
    );
    assert.ok(solved > 0 && impossible > 0, 'both ends were seen');
  });

  it('expects what earlier sessions brought, less the way, and no more than have no IKD', () => {
    const place = { wilayah: '64.72.01' as WilayahCode, wajibKtp: 1_000, without: 500 };
    const of = (change: Partial<Kecamatan>, days = 1) =>
      candidatesFor([{ ...place, travelHours: 0, ...change }], [held('fair', 80)], days, []).map(
        ({ days, activations, remote }) => [days, activations, remote],
      );
    assert.deepEqual(of({}), [[1, 80, false]]);
    assert.deepEqual(of({ travelHours: 1 }), [[1, 60, false]]);
    assert.deepEqual(of({ travelHours: 2 }, 2), [
      [1, 40, true],
      [2, 120, true],
    ]);
    assert.deepEqual(of({ travelHours: 3 }), [], 'two hours are not worth six on the road');
    assert.deepEqual(of({ without: 100 }, 3), [
      [1, 80, false],
      [2, 100, false],
    ]);
    assert.deepEqual(of({ without: 0 }), []);
    assert.deepEqual(candidatesFor([{ ...place, travelHours: 0 }], [], 1, []), []);
    const more = { wilayah: '64.72.02' as WilayahCode, wajibKtp: 1_000, without: 1_000, travelHours: 0 };
    assert.deepEqual(
      candidatesFor([{ ...place, travelHours: 0 }, more], [held('fair', 75)], 1, []).map(
        (one) => one.activations,
      ),
      [50, 100],
      'twice as common is twice as much',
    );
  });
});

/** Pins first, then remote ones up to the floor, then whatever brings the most for its days; undefined where that fails. */
function greedyPlan(candidates: readonly Candidate[], means: Means, { pins, remoteFloor }: Wishes) {
  const plan: Chosen[] = [];
  const best = [...candidates].sort((a, b) => b.activations / b.days - a.activations / a.days);
  const take = (wanted: (one: Candidate) => boolean, most: number) => {
    for (let taken = 0; taken < most; taken++) {
      const next = best
        .filter((one) => wanted(one) && !plan.some(({ wilayah }) => wilayah === one.wilayah))
        .flatMap((one) =>
          Array.from({ length: means.days - one.days + 1 }, (_, start) => ({ ...one, start })),
        )
        .find((one) => fits([...plan, one], means));
      if (!next) return;
      plan.push(next);
    }
  };
  for (const pin of pins) if (!plan.some(sameSpot(pin))) take(sameSpot(pin), 1);
  take(({ remote }) => remote, remoteFloor);
  take(() => true, candidates.length);
  const kept =
    pins.every((pin) => plan.some(sameSpot(pin))) &&
    plan.filter(({ remote }) => remote).length >= remoteFloor;
  return kept ? plan : undefined;
}

/** By the calendar, day for day, not by the program's own rows. */
function fits(plan: readonly Chosen[], { days, officers, team, vehicles, taken = [] }: Means): boolean {
  return (
    Array.from({ length: days }, (_, day) => day).every((day) => {
      const out = plan.filter((one) => one.start <= day && day < one.start + one.days).length;
      const { officers: away, vehicles: used } = taken[day] ?? { officers: 0, vehicles: 0 };
      return out === 0 || (out * team <= officers - away && out <= vehicles - used);
    }) && plan.every((one) => one.start >= 0 && one.start + one.days <= days)
  );
}

function sumOf(plan: readonly Chosen[]): number {
  return plan.reduce((sum, { activations }) => sum + activations, 0);
}
