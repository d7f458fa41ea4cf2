import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Entry, foldEntries } from '../../src/wallet/trail/foldEntries.ts';

const entry = (kind: string, change: Partial<Entry> = {}): Entry => ({
  id: kind,
  kind,
  at: '2026-11-22T01:00:00.000Z',
  actor: 'resident',
  who: null,
  purpose: null,
  elements: [],
  contestable: false,
  objection: null,
  ...change,
});
const renewal = entry('issuance/copies-issued');

test('the wallet’s own renewals in a row are one line, what others did never is', () => {
  const shown = foldEntries([renewal, renewal, renewal, entry('registry/read'), renewal, renewal]);
  assert.deepEqual(
    shown.map((fold) => (fold.kind === 'entry' ? fold.entry.kind : fold.entries.length)),
    [3, 'registry/read', 'issuance/copies-issued', 'issuance/copies-issued'],
  );
  const admitted = entry('issuance/copies-issued', { contestable: true });
  assert.equal(foldEntries([admitted, admitted, admitted]).length, 3);
});

test('nothing is left out or moved', () => {
  const some = fc.constantFrom(
    renewal,
    entry('registry/read'),
    entry('issuance/offered', { actor: 'officer' }),
  );
  fc.assert(
    fc.property(fc.array(some), (entries) => {
      const flat = foldEntries(entries).flatMap((fold) =>
        fold.kind === 'entry' ? [fold.entry] : [...fold.entries],
      );
      assert.deepEqual(flat, entries);
    }),
  );
});
