import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { describe, test } from 'node:test';
import type { ResidentId } from '@jatidiri/core/registry/model.ts';
import fc from 'fast-check';
import { pairwise } from '../../src/login/pairwise.ts';

const resident = fc.uuid().map((id) => id as ResidentId);

describe('a resident’s name at an institution', () => {
  const { subjectOf, residentOf } = pairwise(randomBytes(32));

  test('leads back to that resident there, and to nobody elsewhere', () => {
    fc.assert(
      fc.property(resident, fc.string(), fc.string(), (id, here, there) => {
        fc.pre(here !== there);
        const subject = subjectOf(id, here);
        assert.equal(residentOf(subject, here), id);
        assert.notEqual(residentOf(subject, there), id);
        assert.notEqual(subjectOf(id, there), subject);
      }),
    );
  });

  test('is never that of two residents, and needs our secret', () => {
    const other = pairwise(randomBytes(32));
    fc.assert(
      fc.property(resident, resident, (one, two) => {
        fc.pre(one !== two);
        assert.notEqual(subjectOf(one, 's'), subjectOf(two, 's'));
        assert.notEqual(other.subjectOf(one, 's'), subjectOf(one, 's'));
      }),
    );
  });

  test('is no other text', () => {
    for (const text of ['', 'x', 'A'.repeat(21), 'A'.repeat(23), `${'A'.repeat(21)}B`, '6472035203919901'])
      assert.equal(residentOf(text, 's'), undefined, text);
  });
});
