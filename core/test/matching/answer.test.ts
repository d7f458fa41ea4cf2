import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toIsoDate } from '@jatidiri/core/kit/date.ts';
import { answerMatch, holds } from '@jatidiri/core/matching/answer.ts';
import type { MatchedRecord } from '@jatidiri/core/matching/model.ts';
import { parseStatement, type SentStatement } from '@jatidiri/core/matching/parseStatement.ts';
import type { ResidentRecord } from '@jatidiri/core/registry/model.ts';
import { DEMO_RESIDENTS, demoResidents } from '../../../seed/demoResidents.ts';

const TODAY = toIsoDate('2026-11-22');
const { nik, name } = DEMO_RESIDENTS[0]!;
const place = {
  kelurahanDesa: 'Sidodadi',
  kecamatan: 'Samarinda Ulu',
  kabupatenKota: 'Kota Samarinda',
  provinsi: 'Kalimantan Timur',
};

function registered(changes: Partial<ResidentRecord> = {}): MatchedRecord {
  return { record: { ...demoResidents(TODAY)[0]!, ...changes }, domicile: place };
}

function said(sent: SentStatement) {
  const parsed = parseStatement({ nik, name, ...sent });
  assert.ok(parsed.ok, JSON.stringify(parsed));
  return parsed.value.statement;
}

const EVERYTHING: SentStatement = {
  birth_place: 'Samarinda',
  birth_date: '12 Maret 1991',
  sex: 'Perempuan',
  address: 'Jalan Contoh 1 RT.1/RW.1',
  kelurahan_desa: 'Kel. Sidodadi',
  kecamatan: 'SAMARINDA ULU',
  kabupaten_kota: 'Samarinda',
  provinsi: 'Kalimantan Timur',
  religion: 'Islam',
  marital_status: 'Belum kawin',
  occupation: 'Karyawan Swasta',
  citizenship: 'WNI',
  no_kk: `${nik.slice(0, 6)}150622${nik.slice(12)}`,
};

test('every element that says what the registry says is Sesuai', () => {
  const answer = answerMatch(said(EVERYTHING), registered(), 85);
  assert.equal(answer.reason, null);
  assert.equal(answer.nameSimilarity, 100);
  assert.deepEqual([...answer.verdicts.keys()].sort(), ['name', ...Object.keys(EVERYTHING)].sort());
  for (const [element, verdict] of answer.verdicts) assert.equal(verdict, 'Sesuai', element);
  assert.ok(holds(answer));
});

test('one element that differs is Tidak sesuai, and only that one', () => {
  const answer = answerMatch(said({ ...EVERYTHING, birth_date: '13-03-1991' }), registered(), 85);
  const wrong = [...answer.verdicts].filter(([, verdict]) => verdict === 'Tidak sesuai');
  assert.deepEqual(wrong, [['birth_date', 'Tidak sesuai']]);
  assert.ok(!holds(answer));
});

test('a blood type that nobody recorded agrees with none', () => {
  assert.equal(
    answerMatch(said({ blood_type: 'O' }), registered(), 85).verdicts.get('blood_type'),
    'Tidak sesuai',
  );
});

test('the agreed threshold decides on the name, and a near miss is told its percentage', () => {
  const statement = said({ name: 'SITI CONTOH RAHMAWAT' });
  assert.equal(answerMatch(statement, registered(), 94).verdicts.get('name'), 'Sesuai');
  const stricter = answerMatch(statement, registered(), 100);
  assert.equal(stricter.verdicts.get('name'), 'Tidak sesuai');
  assert.equal(stricter.nameSimilarity, 94);
});

test('a stranger’s name and an unknown NIK get one answer', () => {
  const statement = said({ name: 'BUDI SANTOSO', birth_date: '12-03-1991' });
  const wrongName = answerMatch(statement, registered(), 85);
  assert.deepEqual(wrongName, answerMatch(statement, undefined, 85));
  assert.equal(wrongName.reason, 'notFound');
  assert.equal(wrongName.nameSimilarity, 0);
  assert.equal(wrongName.verdicts.get('birth_date'), 'Tidak sesuai');
});

test('death, departure and a duplicate are told to whoever knows the name, and to nobody else', () => {
  const on = toIsoDate('2023-02-08');
  const cases = [
    ['deceased', { life: { kind: 'deceased', on } }],
    ['inactive', { life: { kind: 'movedOut', on } }],
    ['duplicate', { recording: 'searchFailure' }],
  ] as const;
  for (const [reason, changes] of cases) {
    assert.equal(answerMatch(said({}), registered(changes), 85).reason, reason);
    assert.equal(answerMatch(said({ name: 'SITI RAHMAWATI' }), registered(changes), 80).reason, null);
    assert.equal(answerMatch(said({ name: 'BUDI' }), registered(changes), 85).reason, 'notFound');
  }
});

test('what cannot be read is named by its field, never by its value', () => {
  const wrong: ReadonlyArray<readonly [SentStatement, string]> = [
    [{ nik: '123' }, 'nik'],
    [{ nik: '6472035203910000' }, 'nik'],
    [{ name: '...' }, 'name'],
    [{ name: 'A'.repeat(201) }, 'name'],
    [{ birth_date: '31-02-1990' }, 'birth_date'],
    [{ sex: 'X' }, 'sex'],
    [{ no_kk: '12' }, 'no_kk'],
    [{ address: '' }, 'address'],
  ];
  for (const [sent, field] of wrong) {
    const parsed = parseStatement({ nik, name, ...sent });
    assert.deepEqual(parsed, { ok: false, refusal: { code: 'match/bad-format', field } });
  }
});
