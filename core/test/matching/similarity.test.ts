import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nameForm } from '@jatidiri/core/matching/nameForm.ts';
import { nameSimilarity } from '@jatidiri/core/matching/similarity.ts';
import fc from 'fast-check';

const SAME: ReadonlyArray<readonly [string, string]> = [
  ['SITI AISYAH', 'siti  aisyah'],
  ['SITI NUR HALIZA', 'Siti Nurhaliza'],
  ["MA'RUF AMIN", 'Ma’ruf Amin'],
  ['AL-FARISI', 'Al Farisi'],
  ['RENÉE', 'RENEE'],
  ['DR. IR. H. BUDI SANTOSO, S.H., M.M.', 'Budi Santoso'],
  ['PROF. DR. HJ. SRI RAHAYU, M.SI', 'Sri Rahayu'],
  ['DRA. ENDANG LESTARI', 'Endang Lestari'],
  ['DRS. H. AGUS SALIM, M.PD', 'AGUS SALIM'],
  ['BUDI SANTOSO S. KOM', 'Budi Santoso, S.Kom.'],
  ['BUDI SANTOSO SE, MM', 'Budi Santoso, S.E., M.M.'],
  ['dr. RINA WATI, Sp.OG', 'Rina Wati'],
  ['RINA WATI, A.Md.Keb', 'RINA WATI'],
  ['JOHN TAN, Ph.D.', 'John Tan'],
  ['Ny. SUHARTI (ALMH)', 'Suharti'],
  ['MUHAMMAD RIZKY', 'Muh. Rizky'],
  ['MUHAMMAD RIZKY', 'Moh Rizky'],
  ['MUHAMMAD RIZKY', 'Mhd. Rizky'],
  ['MUHAMMAD RIZKY', 'M. Rizky'],
  ['MUHAMMAD RIZKY', 'Mohamad Rizky'],
  ['MUHAMMAD RIZKY', 'Mochammad Rizky'],
  ['MUHAMMAD RIZKY', 'Moehammad Rizky'],
  ['ABDUL RAHMAN', 'Abd. Rahman'],
  ['ABDUL RAHMAN', 'Abdoel Rahman'],
  ['ACHMAD YANI', 'Ahmad Jani'],
  ['ST. AMINAH', 'Siti Aminah'],
  ['NOOR HASANAH', 'Nur Hasanah'],
  ['SOEKARNO', 'Sukarno'],
  ['DJOKO TJAHJONO', 'Joko Cahyono'],
  ['JUSUF KALLA', 'Yusuf Kala'],
  ['SOEHARTO', 'Suharto Suharto'],
  ['HASNAH BINTI UMAR', 'Hasnah Bte. Umar'],
];

test('two writings of one name are 100 percent alike', () => {
  for (const [one, other] of SAME) assert.equal(nameSimilarity(one, other), 100, `${one} / ${other}`);
});

const ALIKE: ReadonlyArray<readonly [string, string, number]> = [
  ['SITI AISYAH', 'SITI AISYA', 90],
  ['BUDI SANTOSO', 'BUDI SANTOSA', 90],
  ['BUDI SANTOSO', 'BUDI SNATOSO', 90],
  ['SITI CONTOH RAHMAWATI', 'SITI RAHMAWATI', 68],
  ['SITI AISYAH', 'AISYAH SITI', 30],
  ['BUDI', 'SLAMET', 0],
  ['TAN MA', 'TAN', 60],
];

test('each letter that differs costs its share, and the order of the names counts', () => {
  for (const [one, other, percent] of ALIKE)
    assert.equal(nameSimilarity(one, other), percent, `${one} / ${other}`);
});

test('a title is not a name, and a name is never taken for a title only', () => {
  assert.equal(nameForm('H. H.'), 'H');
  assert.equal(nameForm('HARIS'), 'HARIS');
  assert.equal(nameForm('ALI MA'), 'ALIMA');
  assert.equal(nameForm('ALI, M.A.'), 'ALI');
  assert.equal(nameForm('S.H.'), 'SH');
  assert.equal(nameForm(' - '), '');
});

const letters = 'ABCDEHIKLMNORSTUW';
const word = fc.string({ unit: fc.constantFrom(...letters), minLength: 4, maxLength: 9 });
const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));

test('the measure is symmetric and stays between 0 and 100', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (one, other) => {
      const similarity = nameSimilarity(one, other);
      assert.equal(similarity, nameSimilarity(other, one));
      assert.ok(Number.isInteger(similarity) && similarity >= 0 && similarity <= 100);
    }),
  );
});

test('100 means the same form, and nothing else', () => {
  fc.assert(
    fc.property(name, name, (one, other) => {
      const sameForm = nameForm(one) === nameForm(other) && nameForm(one) !== '';
      assert.equal(nameSimilarity(one, other) === 100, sameForm);
    }),
  );
});

test('case, spacing and punctuation never cost anything', () => {
  const noise = fc.constantFrom('  ', ' - ', ' ', ". '");
  fc.assert(
    fc.property(name, noise, (text, between) => {
      assert.equal(nameSimilarity(text, text.toLowerCase().replaceAll(' ', between)), 100);
    }),
  );
});

test('strange letters lower it one by one, each by no more than its share', () => {
  fc.assert(
    fc.property(name, fc.integer({ min: 1, max: 8 }), (text, edits) => {
      // In a word of their own: a letter more makes a title (`ALMH`) or a short form (`MMMD`) an ordinary word.
      const written = `${text} QXQX`;
      let last = 100;
      for (let count = 1; count <= edits; count++) {
        const now = nameSimilarity(written, written + 'QX'.repeat(count).slice(0, count));
        const length = nameForm(written).length + count;
        assert.ok(now < last, 'lower with each edit');
        assert.equal(now, Math.floor((100 * (length - count)) / length));
        last = now;
      }
    }),
    {
      examples: [
        ['AAAA ALMH', 1],
        ['MMMD', 1],
      ],
    },
  );
});
