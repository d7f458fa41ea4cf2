import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import {
  formatCount,
  formatDate,
  formatDateTime,
  formatDay,
  formatPercent,
  formatUntil,
  inFours,
} from '../src/shared/format.ts';
import { dictionary, lang, setLang } from '../src/shared/i18n.ts';

afterEach(() => setLang('id'));

test('Indonesian figures have points between thousands and a decimal comma', () => {
  assert.equal(formatCount(2_790_734), '2.790.734');
  assert.equal(formatPercent(0.034), '3,40');
  assert.equal(formatPercent(0.1825, 1), '18,3');
});

test('English figures follow the language at once', () => {
  assert.equal(formatCount(2_790_734), '2.790.734');
  setLang('en');
  assert.equal(formatCount(2_790_734), '2,790,734');
  assert.equal(formatPercent(0.034), '3.40');
});

test('an instant is shown in WITA whatever the clock of the machine', () => {
  const lateInLondon = new Date('2026-11-21T16:05:00Z');
  assert.equal(formatDate(lateInLondon), '22 November 2026');
  assert.equal(formatDateTime(lateInLondon), '22 November 2026, 00.05 WITA');
  setLang('en');
  assert.equal(formatDateTime(lateInLondon), '22 November 2026, 00:05 WITA');
});

test('a deadline names its day, unless it is today in WITA', () => {
  const due = new Date('2026-11-22T02:43:00Z');
  assert.equal(formatUntil(due, new Date('2026-11-21T16:01:00Z')), 'pukul 10.43 WITA');
  assert.equal(formatUntil(due, new Date('2026-11-21T15:59:00Z')), '22 November 2026, 10.43 WITA');
  setLang('en');
  assert.equal(formatUntil(due, new Date('2026-11-21T16:01:00Z')), '10:43 WITA');
});

test('a calendar day stays the same day', () => {
  assert.equal(formatDay('2001-02-03'), '3 Februari 2001');
});

test('sixteen digits stand in fours, also where they are masked', () => {
  assert.equal(inFours('6472035203919901'), '6472 0352 0391 9901');
  assert.equal(inFours('64••••••••••9901'), '64•• •••• •••• 9901');
});

test('a dictionary answers in the language that was chosen', () => {
  const words = dictionary({ id: { yes: 'Ya' }, en: { yes: 'Yes' } });
  assert.equal(words().yes, 'Ya');
  setLang('en');
  assert.equal(words().yes, 'Yes');
  assert.equal(lang.value, 'en');
  // @ts-expect-error English lacks a key
  dictionary({ id: { yes: 'Ya', no: 'Tidak' }, en: { yes: 'Yes' } });
});
