import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, type IsoDate, toIsoDate } from '@jatidiri/core/kit/date.ts';
import { Personal } from '@jatidiri/core/kit/personal.ts';
import { type Citizenship, type Life, MARITAL_STATUSES } from '@jatidiri/core/registry/model.ts';
import { isWajibKtp, type WajibKtpGrounds, wajibKtpPeriod } from '@jatidiri/core/registry/wajibKtp.ts';
import fc from 'fast-check';

const START = toIsoDate('2000-02-20');
const SPAN = 40 * 365;
const day = fc.integer({ min: 0, max: SPAN }).map((n) => addDays(START, n));

const citizenship: fc.Arbitrary<Citizenship> = fc.oneof(
  fc.constant<Citizenship>({ kind: 'wni' }),
  fc.record({
    kind: fc.constant('wna' as const),
    permit: fc.constantFrom('itap' as const, 'itas' as const),
    permitFrom: day,
    permitUntil: day,
  }),
);
const life: fc.Arbitrary<Life> = fc.oneof(
  fc.constant<Life>({ kind: 'present' }),
  fc.record({ kind: fc.constantFrom('deceased' as const, 'movedOut' as const), on: day }),
);
const grounds: fc.Arbitrary<WajibKtpGrounds> = fc.record({
  birthDate: day.map((date) => new Personal<IsoDate, 'birthDate'>(date)),
  maritalStatus: fc.constantFrom(...MARITAL_STATUSES),
  firstMarriedOn: fc.option(day),
  citizenship,
  life,
  validFrom: day,
});

test('the interval and the rule agree on every day', () => {
  fc.assert(
    fc.property(grounds, day, (person, on) => {
      const period = wajibKtpPeriod(person);
      const edges = [period?.from, period?.until, person.life.kind === 'present' ? null : person.life.on];
      const days = [on, ...edges.filter((edge) => edge != null).flatMap((edge) => [addDays(edge, -1), edge])];
      for (const date of days) {
        const inside =
          period !== null && period.from <= date && (period.until === null || date < period.until);
        assert.equal(isWajibKtp(person, date), inside, date);
      }
    }),
    { numRuns: 2000 },
  );
});

test('the interval has no day before birth plus 17 years unless married', () => {
  fc.assert(
    fc.property(grounds, (person) => {
      const unmarried = { ...person, maritalStatus: 'neverMarried' as const };
      const period = wajibKtpPeriod(unmarried);
      if (period)
        assert.ok(Number(period.from.slice(0, 4)) >= Number(person.birthDate.reveal().slice(0, 4)) + 17);
    }),
  );
});

const citizen: WajibKtpGrounds = {
  birthDate: new Personal<IsoDate, 'birthDate'>(toIsoDate('2008-02-29')),
  maritalStatus: 'neverMarried',
  firstMarriedOn: null,
  citizenship: { kind: 'wni' },
  life: { kind: 'present' },
  validFrom: toIsoDate('2024-05-01'),
};
const on = (person: WajibKtpGrounds, date: string) => isWajibKtp(person, toIsoDate(date));

test('a citizen from the 17th birthday on; who was born on 29 February, from 1 March', () => {
  assert.equal(on(citizen, '2025-02-28'), false);
  assert.equal(on(citizen, '2025-03-01'), true);
});

test('ever married counts before 17, and still after divorce', () => {
  const married = { ...citizen, maritalStatus: 'divorced' as const, firstMarriedOn: toIsoDate('2024-04-10') };
  assert.equal(on(married, '2024-04-09'), false);
  assert.equal(on(married, '2024-04-10'), true);
});

test('married without a known date counts from the day on which it was written down', () => {
  const married = { ...citizen, maritalStatus: 'married' as const };
  assert.deepEqual(wajibKtpPeriod(married), { from: '2024-05-01', until: null });
});

test('a foreigner only while a permanent permit lasts, its last day included', () => {
  const permit = { permitFrom: toIsoDate('2025-06-01'), permitUntil: toIsoDate('2030-05-31') };
  const itap = { ...citizen, citizenship: { kind: 'wna' as const, permit: 'itap' as const, ...permit } };
  const itas = { ...citizen, citizenship: { kind: 'wna' as const, permit: 'itas' as const, ...permit } };
  assert.equal(on(itap, '2025-05-31'), false);
  assert.equal(on(itap, '2030-05-31'), true);
  assert.equal(on(itap, '2030-06-01'), false);
  assert.equal(wajibKtpPeriod(itas), null);
});

test('death and moving out end it on their own day', () => {
  for (const kind of ['deceased', 'movedOut'] as const) {
    const gone = { ...citizen, life: { kind, on: toIsoDate('2026-01-10') } };
    assert.equal(on(gone, '2026-01-09'), true);
    assert.equal(on(gone, '2026-01-10'), false);
  }
});
