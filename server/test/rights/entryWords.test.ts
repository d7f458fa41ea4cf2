import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { entryKinds } from '@jatidiri/core/rights/entryWords.ts';

/** Rooms and entries that are about an office, an institution, a file or a region, and never about one resident. */
const ABOUT_NOBODY =
  /^(coverage|office|partner|wilayah|outreach)\/|^(issuance\/(session-)?certified|field\/k\w+-[a-z-]+|(kia|service)\/list-opened|registry\/residents-imported|card\/run-started|platform\/seals-rotated|recording\/schools-imported|verification\/(batch-\w+|expired|requested|values-deleted|probing-suspected))$/;

test('every entry that can be about a resident has words for that resident', () => {
  const source = join(import.meta.dirname, '../../src');
  const kinds = new Set(
    globSync('**/*.ts', { cwd: source }).flatMap((file) =>
      [...readFileSync(join(source, file), 'utf8').matchAll(/kind: '([a-z]+\/[a-zA-Z-]+)'/g)].map(
        ([, kind]) => kind!,
      ),
    ),
  );
  assert.ok(kinds.size > 30);
  const about = [...kinds].filter((kind) => !ABOUT_NOBODY.test(kind));
  assert.deepEqual(
    about.filter((kind) => !entryKinds.id[kind] || !entryKinds.en[kind]),
    [],
  );
});
