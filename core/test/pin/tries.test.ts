import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  countTry,
  freeTriesLeft,
  noticeClock,
  type PinTries,
  waitBeforeTry,
} from '@jatidiri/core/pin/tries.ts';
import fc from 'fast-check';

const NOON = new Date('2026-11-22T12:00:00Z');
const later = (ms: number, from = NOON) => new Date(from.getTime() + ms);
const MINUTE = 60_000;

function afterWrong(count: number): PinTries | undefined {
  let tries: PinTries | undefined;
  for (let i = 0; i < count; i++) tries = countTry(tries, NOON);
  return tries;
}

test('the fifth wrong PIN in a row costs a minute, later ones 5, 15 and then always 60', () => {
  const waits = [0, 1, 4, 5, 6, 7, 8, 9, 40].map((wrong) => waitBeforeTry(afterWrong(wrong), NOON) / MINUTE);
  assert.deepEqual(waits, [0, 0, 0, 1, 5, 15, 60, 60, 60]);
});

test('the wait runs down with the clock', () => {
  const tries = afterWrong(6);
  assert.equal(waitBeforeTry(tries, later(2 * MINUTE)), 3 * MINUTE);
  assert.equal(waitBeforeTry(tries, later(5 * MINUTE)), 0);
});

test('turning the clock back never shortens the wait', () => {
  fc.assert(
    fc.property(fc.integer({ min: 5, max: 30 }), fc.integer({ min: 1, max: 1e10 }), (wrong, back) => {
      const tries = afterWrong(wrong)!;
      const turned = later(-back);
      const full = waitBeforeTry(tries, NOON);
      assert.equal(waitBeforeTry(tries, turned), full);
      assert.equal(waitBeforeTry(noticeClock(tries, turned), turned), full);
    }),
  );
});

test('a clock that had been a year ahead and is set right does not lock for a year', () => {
  const ahead = later(365 * 24 * 60 * MINUTE);
  const tries = noticeClock(countTry(afterWrong(4), ahead), NOON);
  assert.equal(waitBeforeTry(tries, later(MINUTE)), 0);
});

test('free tries left count down to none', () => {
  assert.deepEqual(
    [0, 1, 4, 5, 9].map((wrong) => freeTriesLeft(afterWrong(wrong))),
    [5, 4, 1, 0, 0],
  );
});
