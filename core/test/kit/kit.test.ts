import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { inspect } from 'node:util';
import fc from 'fast-check';
import { fromBase64url, fromHex, toBase64url, toHex } from '../../src/kit/bytes.ts';
import { addDays, addYears, ageOn, dayInKaltim, parseIsoDate, toIsoDate } from '../../src/kit/date.ts';
import { Personal } from '../../src/kit/personal.ts';
import { PLAIN_LINE } from '../../src/kit/plainLine.ts';

describe('bytes', () => {
  test('base64url is Node’s own, both ways', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const text = toBase64url(bytes);
        assert.equal(text, Buffer.from(bytes).toString('base64url'));
        assert.deepEqual(fromBase64url(text), new Uint8Array(bytes));
        assert.deepEqual(fromHex(toHex(bytes)), new Uint8Array(bytes));
      }),
    );
  });

  test('what is not canonical is refused: one text for each value', () => {
    for (const text of ['AB', 'AAB', 'A', 'AA==', 'A+A/', 'AA A', 'ÄÄ', 'AAAAB']) {
      assert.throws(() => fromBase64url(text), TypeError, text);
    }
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), (text) => {
        let bytes: Uint8Array;
        try {
          bytes = fromBase64url(text);
        } catch {
          return;
        }
        assert.equal(toBase64url(bytes), text);
      }),
    );
  });
});

describe('a line that reads as it looks', () => {
  test('has letters of any script, marks, figures and signs', () => {
    for (const text of ['Nur’aini, S.Kep.', 'ALI 李', 'e\u0301', 'Rp1.000 (50 %)', ''])
      assert.match(text, PLAIN_LINE);
  });

  test('has nothing that turns, hides or breaks', () => {
    const hidden = [0x00, 0x0a, 0x7f, 0xad, 0x200b, 0x200e, 0x2028, 0x202e, 0x2066, 0xe000, 0xfeff, 0xe0041];
    for (const point of hidden)
      assert.doesNotMatch(`AYAH ${String.fromCodePoint(point)}CONTOH`, PLAIN_LINE, point.toString(16));
  });
});

describe('days', () => {
  test('only days that exist', () => {
    assert.equal(parseIsoDate('2026-02-29'), undefined);
    assert.equal(parseIsoDate('2024-02-29'), '2024-02-29');
    for (const text of ['2026-1-1', '26-01-01', '2026-13-01', '2026-00-10', '', '2026-01-01T00:00']) {
      assert.equal(parseIsoDate(text), undefined, text);
    }
  });

  test('somebody born on 29 February turns seventeen on 1 March', () => {
    const birth = toIsoDate('2008-02-29');
    assert.equal(addYears(birth, 17), '2025-03-01');
    assert.equal(ageOn(birth, toIsoDate('2025-02-28')), 16);
    assert.equal(ageOn(birth, toIsoDate('2025-03-01')), 17);
  });

  test('the day turns at midnight in Kalimantan Timur (UTC+8)', () => {
    assert.equal(dayInKaltim(new Date('2026-11-22T15:59:59Z')), '2026-11-22');
    assert.equal(dayInKaltim(new Date('2026-11-22T16:00:00Z')), '2026-11-23');
    assert.equal(addDays(toIsoDate('2026-12-31'), 1), '2027-01-01');
  });
});

test('personal data do not print themselves', () => {
  const nik = new Personal('6472035203919901');
  const printed = [
    `${nik}`,
    JSON.stringify({ nik }),
    inspect({ nik }),
    String(nik),
    inspect(new Map([['nik', nik]])),
  ];
  for (const text of printed) assert.ok(!text.includes('6472'), text);
  assert.equal(nik.reveal(), '6472035203919901');
});
