import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { byMonth, csvCell, statementCsv, statementOf } from '../../src/partner/statement.ts';

const PARTNER = { id: 'p', name: '=HYPERLINK("http://evil")', taxNumber: '012345678901000' };
const USAGE = { month: '2026-11', match: 3, read: 1, present: 4, login: 1, amount: 4_000 };
const PRICES = { match: 1_000, read: 1_000, present: 0, login: 0 };

describe('statements', () => {
  it('add up', () => {
    const statement = statementOf(PARTNER, 'a', USAGE, PRICES);
    assert.equal(statement.total, 4_000);
    assert.equal(
      statement.lines.reduce((sum, { amount }) => sum + amount, 0),
      statement.total,
    );
  });

  it('as CSV leave no cell to be executed', () => {
    for (const [value, cell] of [
      ['=1+1', "'=1+1"],
      ['+1', "'+1"],
      ['-1', "'-1"],
      ['@SUM(A1)', "'@SUM(A1)"],
      ['\t=1', "'\t=1"],
      ['a,"b"', '"a,""b"""'],
      ['Klinik', 'Klinik'],
      [-5, '-5'],
    ] as const)
      assert.equal(csvCell(value), cell);
    const csv = statementCsv([statementOf(PARTNER, 'a', USAGE, PRICES)]);
    assert.match(csv, /^\ufeffbulan,lembaga/);
    assert.match(
      csv,
      /\r\n2026-11,"'=HYPERLINK\(""http:\/\/evil""\)",012345678901000,a,Pencocokan data per NIK,3,1000,3000\r\n/,
    );
  });

  it('of one month count several agreements together', () => {
    const [november, october] = byMonth([USAGE, USAGE, { ...USAGE, month: '2026-10' }]);
    assert.deepEqual([november?.match, november?.amount, october?.match], [6, 8_000, 3]);
  });
});
