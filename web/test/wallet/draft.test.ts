import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ActivationParams } from '@jatidiri/core/activation/wire.ts';
import * as v from 'valibot';
import { checkEntries } from '../../src/wallet/apply/checkEntries.ts';
import { keptDraft, newDraft } from '../../src/wallet/apply/draft.ts';

// Synthetic.
const entries = {
  nik: '6472 0352 0391 9901',
  name: 'SITI CONTOH',
  email: '',
  phone: '0812 3456 7890',
  helperNik: '',
  helperName: '',
};

test('a new application keeps known entries under a new id, which the server accepts', () => {
  const [first, second] = [newDraft(entries), newDraft(entries)];
  assert.notEqual(first.id, second.id);
  assert.ok(v.is(ActivationParams, { id: first.id }));
  assert.deepEqual(newDraft({ ...first, sent: entries } as typeof entries).nik, entries.nik);
  assert.ok(!('sent' in newDraft({ ...first, sent: entries } as typeof entries)));
});

test('what an older version left behind is no draft', () => {
  for (const value of [undefined, null, 'x', {}, { id: 'a', nik: 1 }])
    assert.equal(keptDraft(value), undefined);
  assert.deepEqual(keptDraft(newDraft(entries))?.name, entries.name);
});

test('a NIK may be typed in groups', () => {
  assert.deepEqual(checkEntries(entries), []);
});

test('what would be refused anyway is named at once, in the order of the form', () => {
  assert.deepEqual(checkEntries({ ...entries, nik: '123', name: ' ', phone: '' }), ['nik', 'name']);
  const half = { ...entries, helperNik: '123' };
  assert.deepEqual(checkEntries(half), ['helperNik', 'helperName'], 'who helps is named whole or not at all');
});
