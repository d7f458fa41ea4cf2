import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, type IsoDate, toIsoDate } from '@jatidiri/core/kit/date.ts';
import { Personal } from '@jatidiri/core/kit/personal.ts';
import type { Sex } from '@jatidiri/core/registry/model.ts';
import { digitsOf, nikParts, nikWarnings, parseNik, parseNoKk } from '@jatidiri/core/registry/nik.ts';
import type { WilayahCode } from '@jatidiri/core/wilayah/model.ts';
import fc from 'fast-check';

const birthDay = fc.integer({ min: 0, max: 45_000 }).map((days) => addDays(toIsoDate('1905-01-01'), days));
const pair = fc.integer({ min: 1, max: 99 }).map((n) => String(n).padStart(2, '0'));
const province = fc.integer({ min: 11, max: 97 }).map(String);
const sex = fc.constantFrom<Sex>('female', 'male');
const serial = fc.integer({ min: 1, max: 9999 }).map((n) => String(n).padStart(4, '0'));

function nikText(wilayah: string, birth: IsoDate, of: Sex, digits: string): string {
  const [year, month, day] = birth.split('-') as [string, string, string];
  return `${wilayah}${String(Number(day) + (of === 'female' ? 40 : 0)).padStart(2, '0')}${month}${year.slice(2)}${digits}`;
}

function refusal(text: string): string | undefined {
  const parsed = parseNik(text);
  return parsed.ok ? undefined : parsed.refusal.code;
}

test('every possible person has a NIK that parses, and it says what it was made of', () => {
  fc.assert(
    fc.property(province, pair, pair, birthDay, sex, serial, (p, k, c, birth, of, digits) => {
      const parsed = parseNik(nikText(`${p}${k}${c}`, birth, of, digits));
      assert.ok(parsed.ok);
      assert.deepEqual(nikParts(parsed.value), {
        wilayah: `${p}.${k}.${c}`,
        sex: of,
        monthDay: birth.slice(5),
        yearOfCentury: birth.slice(2, 4),
      });
      const domicile = `${p}.${k}.${c}.1001` as WilayahCode;
      const person = {
        nik: parsed.value,
        birthDate: new Personal<IsoDate, 'birthDate'>(birth),
        sex: of,
        domicile,
      };
      assert.deepEqual(nikWarnings(person), []);
    }),
  );
});

test('any text but 16 digits is malformed', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^\d{15}$|^\d{17}$|^0\d{15}$/)), (text) => {
      fc.pre(!/^[1-9]\d{15}$/.test(text));
      assert.equal(refusal(text), 'registry/nik-malformed');
    }),
  );
  assert.equal(refusal('６４７１０１１７０８９００００１'), 'registry/nik-malformed');
  assert.equal(refusal('6471011708900001\n'), 'registry/nik-malformed');
});

test('days that no calendar has, and serial 0000, are refused', () => {
  for (const date of [
    '000190',
    '320190',
    '400190',
    '720190',
    '310490',
    '300290',
    '290290',
    '010090',
    '011390',
  ]) {
    assert.equal(refusal(`647101${date}0001`), 'registry/nik-date-impossible', date);
  }
  for (const date of ['290200', '690288', '310190', '710190', '410190']) {
    assert.equal(refusal(`647101${date}0001`), undefined, date);
  }
  assert.equal(refusal('6471011708900000'), 'registry/nik-serial-zero');
});

test('a code that is no longer given and one that nobody knows are no ground to refuse', () => {
  assert.equal(refusal('6473011708900001'), undefined);
  assert.equal(refusal('9999991708900001'), undefined);
});

test('where NIK and record disagree there is a warning for each, and no refusal', () => {
  const nik = parseNik('6473015708900001');
  assert.ok(nik.ok);
  const birthDate = new Personal<IsoDate, 'birthDate'>(toIsoDate('1991-08-17'));
  const domicile = '64.71.01.1001' as WilayahCode;
  assert.deepEqual(nikWarnings({ nik: nik.value, birthDate, sex: 'male', domicile }), [
    'birthDate',
    'sex',
    'domicile',
  ]);
});

test('a family card number carries a day of recording, never shifted by 40', () => {
  assert.ok(parseNoKk('6471011708120001').ok);
  for (const text of ['6471015708120001', '6471013102120001']) {
    const parsed = parseNoKk(text);
    assert.equal(parsed.ok ? undefined : parsed.refusal.code, 'registry/kk-date-impossible');
  }
  for (const text of ['647101170812001', '6471011708120000']) {
    const parsed = parseNoKk(text);
    assert.equal(parsed.ok ? undefined : parsed.refusal.code, 'registry/kk-malformed');
  }
});

test('a NIK does not print itself', () => {
  const parsed = parseNik('6471011708900001');
  assert.doesNotMatch(JSON.stringify(parsed), /6471/);
});

test('a number that is written in groups is taken as its digits', () => {
  for (const text of ['6471 0117 0890 0001', '64.71.01.170890.0001', ' 647101-170890-0001\n'])
    assert.equal(digitsOf(text), '6471011708900001');
  assert.equal(refusal(digitsOf('6471 0117 0890 000l')), 'registry/nik-malformed', 'a letter stays');
});
