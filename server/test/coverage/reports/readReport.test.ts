import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as XLSX from '@e965/xlsx';
import { noticeTexts, problemTexts } from '@jatidiri/core/report/problems.ts';
import { problemsIn, read, workbook } from './files.ts';

const HEAD = ['Kabupaten/Kota', 'Wajib KTP', 'IKD Aktif', '%'];
const TITLE = ['LAPORAN IKD KEADAAN PER 13 JUNI 2024'];

test('the same report is read from CSV and XLSX, in any order of columns and any number format', () => {
  const expected = [
    ['64.71', 'ikdActive', '2024-06-13', 30_000, 539_000, 'wajibKtp', '5.57'],
    ['64.72', 'ikdActive', '2024-06-13', 1_790_734, 2_790_734, 'wajibKtp', '3.40'],
  ];
  const files = {
    semicolons:
      'Kabupaten/Kota;IKD Aktif;Wajib KTP;Persen;Tanggal\nKota Balikpapan;30.000;539.000;5,57;13/06/2024\nSamarinda;1.790.734;2.790.734;3,40 %;13 Juni 2024\n',
    commas:
      '\ufeffnumerator,as_of,denominator,region_code,percent_published,indicator\n30000,2024-06-13,539000,64.71,5.57,ikd_active\n"1.790.734",13-06-2024,"2.790.734",6472,"3,40",IKD\n',
    utf16: Buffer.from(
      `\ufeff${TITLE[0]}\n\nWajib KTP\tIKD Aktif\t%\tKabupaten/Kota\n539.000\t30.000\t5,57\tKOTA BALIKPAPAN\n2.790.734\t1.790.734\t3,40\tKota Samarinda\n`,
      'utf16le',
    ),
    workbook: workbook(
      [
        TITLE,
        [],
        HEAD,
        ['Balikpapan', 539_000, 30_000, 0.0557],
        ['Samarinda', '2.790.734', '1.790.734', '3,40%'],
      ],
      (sheet) => {
        sheet.D4!.z = '0.00%';
        sheet['!merges'] = [XLSX.utils.decode_range('A1:D1')];
      },
    ),
  };
  for (const [name, file] of Object.entries(files)) {
    const { rows, problems } = read(file);
    assert.deepEqual(problems, [], name);
    assert.deepEqual(
      rows.map((row) => [
        row.region,
        row.indicator,
        row.asOf,
        row.numerator,
        row.denominator,
        row.denominatorKind,
        row.percentPublished,
      ]),
      expected,
      name,
    );
  }
});

test('days of a spreadsheet, formulas with results, totals and former names are understood, and said', () => {
  const file = workbook(
    [
      [...HEAD, 'Tanggal'],
      ['Pasir', 200_000, 9_000, null, new Date(Date.UTC(2024, 5, 13))],
      ['PPU', 140_750, 19_700, null, 45_456],
      ['Jumlah', 340_750, 28_700, null, null],
    ],
    (sheet) => {
      sheet.E3!.z = 'dd/mm/yyyy';
      sheet.D3 = { t: 'n', f: 'C3/B3', v: 0.13996, z: '0%' };
    },
  );
  const { rows, problems, notices } = read(file);
  assert.deepEqual(problems, []);
  assert.deepEqual(
    rows.map(({ region, asOf, percentPublished, cell }) => [region, asOf, percentPublished, cell]),
    [
      ['64.01', '2024-06-13', null, 'A2'],
      ['64.09', '2024-06-13', '14', 'A3'],
    ],
  );
  assert.deepEqual(
    notices.map(({ code, cell }) => `${code} ${cell}`),
    ['otherName A2', 'otherName A3', 'totalLeftOut A4'],
  );
});

const csv = (...rows: string[]) => ['Kabupaten/Kota;Wajib KTP;IKD Aktif;%;Tanggal', ...rows].join('\n');
const WRONG: Record<string, [file: Uint8Array | string, problems: string[]]> = {
  'a percentage where a count belongs': [csv('Samarinda;500.000;5,57%;;13/06/2024'), ['percentInCount C2']],
  'a fraction of a person': [csv('Samarinda;500.000;5,57;;13/06/2024'), ['notWhole C2']],
  'words where a number belongs': [csv('Samarinda;banyak;5;;13/06/2024'), ['notANumber B2']],
  'a denominator of zero': [csv('Samarinda;0;5;;13/06/2024'), ['denominatorZero B2']],
  'a formula in a CSV': [csv('Samarinda;500;"=HYPERLINK(""x"")";;13/06/2024'), ['formulaAsText C2']],
  'a formula without a result, and an error': [
    workbook([HEAD, ['Samarinda', 500, 5, null], ['Berau', 500, 5, null]], (sheet) => {
      sheet.C2 = { t: 'e', v: 0x07 };
    }),
    ['dayMissing', 'unknownResult C2'],
  ],
  'an unknown region': [csv('Atlantis;500;5;;13/06/2024'), ['regionUnknown A2']],
  'a region that left the province': [
    'Kode;IKD Aktif;Tanggal\n64.04;5;13/06/2024',
    ['regionFormer A2 Kabupaten Bulungan'],
  ],
  'a region that was divided': [csv('Kabupaten Kutai;500;5;;13/06/2024'), ['regionDivided A2']],
  'a name that is not the code’s': [
    'Kode;Wilayah;IKD Aktif;Tanggal\n64.71;Samarinda;5;13/06/2024',
    ['regionDisagrees B2 A2'],
  ],
  'no region': [csv(';500;5;;13/06/2024'), ['regionMissing A2']],
  'a month that does not exist': [csv('Samarinda;500;5;;06/13/2024'), ['dayUnreadable E2']],
  'a day to come': [csv('Samarinda;500;5;;13/06/2030'), ['dayInFuture E2']],
  'no day at all': [csv('Samarinda;500;5;;'), ['dayMissing']],
  'a row that says nothing': [csv('Samarinda;500;;;13/06/2024'), ['nothingStated C2']],
  'a row twice': [csv('Samarinda;500;5;;13/06/2024', 'Kota Samarinda;500;6;;2024-06-13'), ['rowTwice A3 A2']],
  'a total that is none': [
    csv('Samarinda;500;5;;13/06/2024', 'Berau;500;7;;13/06/2024', 'TOTAL;1.000;13;;'),
    ['totalDiffers C4'],
  ],
  'merged cells in the data': [
    workbook([HEAD, ['Samarinda', 500, 5, null], [null, 500, 6, null]], (sheet) => {
      sheet['!merges'] = [XLSX.utils.decode_range('A2:A3')];
    }),
    ['merged A2:A3', 'dayMissing', 'regionMissing A3'],
  ],
  'two sheets with tables': [twoSheets(), ['severalSheets Juni, Juli']],
  'a column twice': ['Wilayah;IKD Aktif;IKD;Tanggal\nSamarinda;5;6;13/06/2024', ['headTwice C1']],
  'no heads': ['satu;dua\n1;2', ['noHeads']],
  'heads alone': [csv(), ['noRows']],
  'nothing that says which indicator': ['Wilayah;Jumlah;Tanggal\nBerau;5;13/06/2024', ['indicatorMissing']],
  'an unknown indicator': [
    'Wilayah;Indikator;Jumlah;Tanggal\nBerau;SIM;5;13/06/2024',
    ['indicatorUnknown B2'],
  ],
  'an open quotation mark': ['Wilayah;IKD Aktif;Tanggal\n"Samarinda;5;13/06/2024', ['quoteOpen 2']],
  'two encodings in one file': [
    Buffer.concat([Buffer.from('Wilayah;IKD;Ket\nBerau;5;é\n'), Buffer.from('Berau;5;\xe9\n', 'latin1')]),
    ['mixedEncoding 3'],
  ],
  'an old workbook': [Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), ['oldExcel']],
  'a PDF': ['%PDF-1.7', ['notATable']],
  'a page that calls itself a workbook': ['<html><table>', ['notATable']],
  'a picture': [Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0]), ['notATable']],
  'a workbook that was cut off': [workbook([HEAD]).subarray(0, 900), ['damaged']],
  'nothing at all': ['', ['notATable']],
};

function twoSheets(): Uint8Array {
  const book = XLSX.utils.book_new();
  for (const name of ['Juni', 'Juli'])
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([HEAD]), name);
  return new Uint8Array(XLSX.write(book, { type: 'buffer', bookType: 'xlsx' }));
}

for (const [name, [file, problems]] of Object.entries(WRONG)) {
  test(`${name}: a message with the cell, and nothing is taken`, () => {
    assert.deepEqual(problemsIn(file), problems);
  });
}

test('every message exists in both languages and names its cell', () => {
  for (const [code, text] of Object.entries({ ...problemTexts, ...noticeTexts }))
    for (const say of [text.id, text.en]) assert.match(say('B7', 'Kota Samarinda'), /\S.{20,}/, code);
});
