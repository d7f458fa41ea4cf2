import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type IsoDate, toIsoDate } from '@jatidiri/core/kit/date.ts';
import {
  ancestor,
  contains,
  levelOf,
  parseWilayahCode,
  type Wilayah,
  type WilayahCode,
} from '@jatidiri/core/wilayah/model.ts';
import { wilayahTree } from '@jatidiri/core/wilayah/tree.ts';

const code = (text: string) => text as WilayahCode;

function region(text: string, validUntil: IsoDate | null = null): Wilayah {
  return { code: code(text), name: text, level: levelOf(code(text)), validFrom: null, validUntil };
}

const tree = wilayahTree([
  region('64.71.01.1002'),
  region('64.71.01.1001'),
  region('64.71.01'),
  region('64.71'),
  region('64.73', toIsoDate('2012-11-16')),
  region('64.73.01.1001', toIsoDate('2012-11-16')),
  region('64'),
]);
const codes = (parent: string | null) =>
  tree.childrenOf(parent === null ? null : code(parent)).map((child) => child.code);

test('children come in the order of their codes, without those of former times', () => {
  assert.deepEqual(codes(null), ['64']);
  assert.deepEqual(codes('64'), ['64.71']);
  assert.deepEqual(codes('64.71.01'), ['64.71.01.1001', '64.71.01.1002']);
  assert.deepEqual(codes('64.71.01.1001'), []);
});

test('people live in a kelurahan or desa of today', () => {
  assert.ok(tree.isDomicile(code('64.71.01.1001')));
  for (const other of ['64.71.01', '64.73.01.1001', '64.71.01.9999']) {
    assert.ok(!tree.isDomicile(code(other)), other);
  }
  assert.equal(tree.find(code('64.73'))?.validUntil, '2012-11-16');
});

test('a code is two, five, eight or thirteen characters, and its prefix is its ancestor', () => {
  for (const text of ['6', '64.', '64.7', '64.71.1', '64.71.01.100', '64.71.01.10011', '64-71', '６４']) {
    assert.equal(parseWilayahCode(text), undefined, text);
  }
  assert.equal(ancestor(code('64.71.01.1001'), 'kabupatenKota'), '64.71');
  assert.ok(contains(code('64.7'), code('64.7')) && !contains(code('64.7'), code('64.71')));
});
