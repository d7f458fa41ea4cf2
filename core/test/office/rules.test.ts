import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SESSION_IDLE_MS, SESSION_LONGEST_MS, serves, sessionHolds } from '@jatidiri/core/office/rules.ts';
import type { WilayahCode } from '@jatidiri/core/wilayah/model.ts';
import fc from 'fast-check';

describe('a session', () => {
  it('never holds longer than its idle time or its longest time, whatever the order of requests', () => {
    const pauses = fc.array(fc.integer({ min: 0, max: SESSION_IDLE_MS * 1.2 }), { minLength: 1 });
    fc.assert(
      fc.property(pauses, (all) => {
        const startedAt = new Date('2026-11-22T00:00:00Z');
        let lastSeenAt = startedAt;
        for (const pause of all) {
          const now = new Date(lastSeenAt.getTime() + pause);
          const age = now.getTime() - startedAt.getTime();
          const expected = pause < SESSION_IDLE_MS && age < SESSION_LONGEST_MS;
          if (sessionHolds({ startedAt, lastSeenAt }, now) !== expected) return false;
          if (!expected) return true;
          lastSeenAt = now;
        }
        return true;
      }),
    );
  });
});

describe('whom an office serves', () => {
  const samarinda = { id: 'o', name: 'Samarinda', wilayah: '64.72' as WilayahCode };
  const cases = [
    ['64.72.01.1001', 'ownRegion', true],
    ['64.71.01.1001', 'ownRegion', false],
    ['64.71.01.1001', 'province', true],
    ['63.01.01.1001', 'province', false],
    ['63.01.01.1001', 'anywhere', true],
  ] as const;
  for (const [domicile, area, expected] of cases) {
    it(`${area}: ${domicile} ${expected ? 'yes' : 'no'}`, () => {
      assert.equal(serves(samarinda, domicile as WilayahCode, area), expected);
    });
  }
});
