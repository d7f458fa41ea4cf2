import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressForm } from '@jatidiri/core/matching/addressForm.ts';
import { maritalStatusForm, noKkForm, religionForm, sexForm } from '@jatidiri/core/matching/codedForms.ts';
import { dateForm } from '@jatidiri/core/matching/dateForm.ts';
import { samePlace } from '@jatidiri/core/matching/placeForm.ts';
import fc from 'fast-check';

test('a day as Indonesian forms write it', () => {
  const written = [
    '1991-08-05',
    '05-08-1991',
    '5/8/1991',
    '05.08.1991',
    '5 Agustus 1991',
    '05 agt 1991',
    '5-AUG-1991',
    '5 Agu. 1991',
  ];
  for (const text of written) assert.equal(dateForm(text), '1991-08-05', text);
  assert.equal(dateForm('1 Nopember 2001'), '2001-11-01');
  assert.equal(dateForm('28 Pebruari 2001'), '2001-02-28');
});

test('what no calendar has, or leaves the century open, is not read', () => {
  for (const text of ['', '31-02-1990', '05-08-91', '1991-13-01', '5 Foo 1991', '1991', '29 Februari 2001'])
    assert.equal(dateForm(text), undefined, text);
});

test('every day reads the same in each form', () => {
  const days = fc.date({ min: new Date('1900-01-01'), max: new Date('2026-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(days, (at) => {
      const iso = at.toISOString().slice(0, 10);
      const [year, month, day] = iso.split('-');
      assert.equal(dateForm(`${day}-${month}-${year}`), iso);
      assert.equal(dateForm(`${Number(day)}/${Number(month)}/${year}`), iso);
    }),
  );
});

test('an address, however it is abbreviated', () => {
  const form = addressForm('JL. MAWAR NO. 12 A RT 003 RW 001');
  assert.equal(form, 'JALAN MAWAR 12 A RT 3 RW 1');
  const written = [
    'Jalan Mawar 12A RT.3/RW.1',
    'jln mawar nomor 12a rt 03/01',
    'JL MAWAR NO.12-A, RT/RW 003/001',
    'Jl. Mawar No 12A RT03 RW01, Kel. Sidodadi, Kec. Samarinda Ulu',
  ];
  for (const text of written) assert.equal(addressForm(text), form, text);
});

test('another house, street, RT or RW is another address', () => {
  const form = addressForm('JL. MAWAR NO. 12 RT 003 RW 001');
  for (const text of [
    'JL. MAWAR NO. 21 RT 003 RW 001',
    'GG. MAWAR NO. 12 RT 003 RW 001',
    'JL. MAWAR NO. 12 RT 001 RW 003',
    'JL. MAWAR NO. 12',
  ])
    assert.notEqual(addressForm(text), form, text);
});

test('places agree whatever the abbreviation, and a kind counts where both name one', () => {
  assert.ok(samePlace('Samarinda', 'Kota Samarinda'));
  assert.ok(samePlace('Kab. Kutai Kartanegara', 'KABUPATEN KUTAI KARTANEGARA'));
  assert.ok(samePlace('Djakarta', 'JAKARTA'));
  assert.ok(samePlace('Kel. Sidodadi', 'SIDODADI'));
  assert.ok(!samePlace('Kota Bogor', 'Kabupaten Bogor'));
  assert.ok(!samePlace('Kota', 'Kabupaten'));
  assert.ok(!samePlace('Samarinda', 'Balikpapan'));
});

test('listed values are read in the words of many forms', () => {
  assert.equal(sexForm('Laki-laki'), 'male');
  assert.equal(sexForm('P'), 'female');
  assert.equal(sexForm('?'), undefined);
  assert.equal(maritalStatusForm('belum kawin'), 'neverMarried');
  assert.equal(religionForm('Katolik'), religionForm('KATHOLIK'));
  assert.equal(noKkForm('6472 0315 0622 9901'), '6472031506229901');
  assert.equal(noKkForm('123'), undefined);
});
