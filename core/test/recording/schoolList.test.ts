import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { toIsoDate } from '@jatidiri/core/kit/date.ts';
import { firstTimeVoters, recordableFrom } from '@jatidiri/core/recording/firstTimeVoters.ts';
import { readSchoolList } from '@jatidiri/core/recording/schoolList.ts';
import fc from 'fast-check';

const NIK = '6472032211090001';

describe('a school’s list', () => {
  const read = (text: string) => {
    const list = readSchoolList(text);
    return list.ok
      ? {
          pupils: list.value.pupils.map(({ line, npsn, school }) => [line, npsn, school]),
          unusable: list.value.unusable,
        }
      : list.refusal.code;
  };

  it('is read with commas or semicolons, quotation marks, a byte order mark and Windows line ends', () => {
    const pupils = [[2, '30401234', 'SMA Negeri 1, Samarinda']];
    assert.deepEqual(read(`nik,npsn,sekolah\n${NIK},30401234,"SMA Negeri 1, Samarinda"\n`), {
      pupils,
      unusable: [],
    });
    assert.deepEqual(read(`\uFEFFNIK;NPSN;Sekolah\r\n${NIK};30401234;SMA Negeri 1, Samarinda\r\n\r\n`), {
      pupils,
      unusable: [],
    });
  });

  it('names the lines that say nothing usable, and takes the last of two', () => {
    const rows = ['123,30401234,SMA 1', `${NIK},304,SMA 1`, `${NIK},30401234,`, `${NIK},30401234,SMA 1,x`];
    assert.deepEqual(read(['nik,npsn,sekolah', ...rows].join('\n')), { pupils: [], unusable: [2, 3, 4, 5] });
    const twice = `nik,npsn,sekolah\n${NIK},30401234,SMA 1\n${NIK},30405678,SMK 2`;
    assert.deepEqual(read(twice), { pupils: [[3, '30405678', 'SMK 2']], unusable: [] });
  });

  it('is refused with another heading, and never throws', () => {
    assert.equal(read('nama,kelas\nA,1'), 'recording/school-list-heading');
    assert.equal(read(`nik,npsn,sekolah${'\n'.repeat(20_001)}`), 'recording/school-list-too-long');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => void readSchoolList(`nik,npsn,sekolah\n${text}`)),
    );
  });
});

describe('first-time voters', () => {
  it('come of age after the last election and by the next, to the day', () => {
    assert.deepEqual(firstTimeVoters([toIsoDate('2024-11-27'), toIsoDate('2029-02-14')]), {
      bornAfter: '2007-11-27',
      bornUntil: '2012-02-14',
    });
    assert.equal(recordableFrom(toIsoDate('2008-02-29')), '2024-02-29');
  });
});
