import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lastPeriod, periodOf } from '@jatidiri/core/coverage/periods.ts';
import {
  type ReleaseCell,
  SMALLEST_GROUP,
  type Sum,
  unlessFew,
  withheld,
} from '@jatidiri/core/coverage/suppress.ts';
import { toIsoDate } from '@jatidiri/core/kit/date.ts';
import fc from 'fast-check';

interface Bounds {
  low: number;
  high: number;
}

/** Knows every published number and every sum, and narrows each hidden count until nothing more follows. */
function attack(
  cells: readonly ReleaseCell[],
  sums: readonly Sum[],
  hidden: ReadonlySet<string>,
): Map<string, Bounds> {
  const bounds = new Map<string, Bounds>(
    cells.map(({ id, value }) => [id, hidden.has(id) ? { low: 0, high: 1e9 } : { low: value, high: value }]),
  );
  for (let changed = true; changed; ) {
    changed = false;
    for (const { whole, parts } of sums) {
      const all = parts.map((id) => bounds.get(id)!);
      const low = all.reduce((sum, one) => sum + one.low, 0);
      const high = all.reduce((sum, one) => sum + one.high, 0);
      changed = narrow(bounds.get(whole)!, low, high) || changed;
      const total = bounds.get(whole)!;
      for (const one of all)
        changed = narrow(one, total.low - (high - one.high), total.high - (low - one.low)) || changed;
    }
  }
  return bounds;
}

function narrow(one: Bounds, low: number, high: number): boolean {
  const next = { low: Math.max(one.low, low), high: Math.min(one.high, high) };
  const changed = next.low !== one.low || next.high !== one.high;
  Object.assign(one, next);
  return changed;
}

/** A province of kabupaten of kecamatan of kelurahan, each leaf with its counts at several releases. */
const tree = fc.array(
  fc.array(
    fc.array(fc.array(fc.nat({ max: 40 }), { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 5 }),
    {
      minLength: 1,
      maxLength: 4,
    },
  ),
  { minLength: 2, maxLength: 3 },
);

function releaseOf(leaves: number[][][][], at: number): { values: Map<string, number>; sums: Sum[] } {
  const values = new Map<string, number>();
  const sums: Sum[] = [];
  let province = 0;
  const kabs = leaves.map((kecamatan, k) => {
    let kab = 0;
    const kecs = kecamatan.map((kelurahan, c) => {
      const parts = kelurahan.map((counts, l) => {
        const growing = counts.slice(0, at + 1).reduce((sum, n) => sum + n, 0);
        values.set(`${k}.${c}.${l}`, growing);
        return `${k}.${c}.${l}`;
      });
      const sum = parts.reduce((total, id) => total + values.get(id)!, 0);
      values.set(`${k}.${c}`, sum);
      sums.push({ whole: `${k}.${c}`, parts });
      kab += sum;
      return `${k}.${c}`;
    });
    values.set(`${k}`, kab);
    sums.push({ whole: `${k}`, parts: kecs });
    province += kab;
    return `${k}`;
  });
  values.set('p', province);
  sums.push({ whole: 'p', parts: kabs });
  return { values, sums };
}

test('an attacker who subtracts whatever is published never learns a small group, nor a small change', () => {
  fc.assert(
    fc.property(tree, (leaves) => {
      const last = new Map<string, number>();
      for (const at of [0, 1, 2]) {
        const { values, sums } = releaseOf(leaves, at);
        // What is public anyway and small, nobody can hide.
        const province = values.get('p')!;
        fc.pre(province >= SMALLEST_GROUP && (at === 0 || province - last.get('p')! >= SMALLEST_GROUP));
        const cells = [...values].map(([id, value]) => ({
          id,
          value,
          last: last.get(id) ?? null,
          ...(id === 'p' ? { open: true } : {}),
        }));
        const hidden = withheld(cells, sums);
        const learned = attack(cells, sums, hidden);
        for (const { id, value, last: before, open } of cells) {
          if (open) continue;
          const { low, high } = learned.get(id)!;
          const few = value > 0 && value < SMALLEST_GROUP;
          if (few) assert.ok(low < high, `${id}: ${value} people`);
          if (before !== null && low === high && value !== before)
            assert.ok(Math.abs(value - before) >= SMALLEST_GROUP, `${id}: ${before} → ${value}`);
        }
        for (const { id, value } of cells) if (!hidden.has(id)) last.set(id, value);
      }
    }),
    { numRuns: 300 },
  );
});

test('what is large and has much changed is all published', () => {
  const cells = ['a', 'b'].map((id) => ({ id, value: 50, last: 30 }));
  const sums = [{ whole: 'c', parts: ['a', 'b'] }];
  assert.deepEqual([...withheld([...cells, { id: 'c', value: 100, last: 60 }], sums)], []);
});

test('a small cell takes its smallest neighbour along, until ten are left', () => {
  const cells = Object.entries({ a: 3, b: 4, c: 5, d: 80, whole: 92 }).map(([id, value]) => ({
    id,
    value,
    last: null,
  }));
  const hidden = withheld(cells, [{ whole: 'whole', parts: ['a', 'b', 'c', 'd'] }]);
  assert.deepEqual([...hidden].sort(), ['a', 'b', 'c']);
  const two = withheld(
    cells.filter(({ id }) => id !== 'b' && id !== 'c'),
    [{ whole: 'whole', parts: ['a', 'd'] }],
  );
  assert.deepEqual([...two].sort(), ['a', 'd']);
});

test('a count by itself is told from ten on, and nobody is nobody', () => {
  assert.deepEqual([0, 1, 9, 10].map(unlessFew), [0, null, null, 10]);
});

test('a period has fifteen days, or the rest of its month', () => {
  for (const [day, from, to] of [
    ['2024-02-15', '2024-02-01', '2024-02-15'],
    ['2024-02-16', '2024-02-16', '2024-02-29'],
    ['2026-12-31', '2026-12-16', '2026-12-31'],
  ] as const)
    assert.deepEqual(periodOf(toIsoDate(day)), { from, to });
  assert.deepEqual(lastPeriod(toIsoDate('2026-03-01')), { from: '2026-02-16', to: '2026-02-28' });
});
