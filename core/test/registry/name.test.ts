import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Personal } from '@jatidiri/core/kit/personal.ts';
import { normaliseName, sameName } from '@jatidiri/core/registry/name.ts';
import fc from 'fast-check';

const name = (text: string) => new Personal<string, 'name'>(text);

test('case, spacing, punctuation, apostrophes and compatibility forms do not count', () => {
  const card = name("MA'RUF AMIN, S.H.");
  for (const typed of ['Ma’ruf  Amin S.H', 'maʼruf amin sh', ' MARUF AMIN,SH ', 'ＭＡ＇ＲＵＦ AMIN SH']) {
    assert.ok(sameName(card, name(typed)), typed);
  }
});

test('a title, a letter or a word more is another name', () => {
  const card = name('SITI AISYAH');
  for (const typed of ['DR. SITI AISYAH', 'SITI AISYA', 'SITI NUR AISYAH', 'AISYAH SITI', '']) {
    assert.ok(!sameName(card, name(typed)), typed);
  }
});

test('nothing agrees with nothing', () => {
  assert.ok(!sameName(name('-'), name("'")));
});

test('normalising twice is normalising once', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      assert.equal(normaliseName(normaliseName(text)), normaliseName(text));
    }),
  );
});
