import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { hmacSha256 } from '../../src/platform/keys/hmac.ts';

test('is what Node’s own HMAC is, for any key and text', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.string({ unit: 'binary' }), (key, text) => {
      assert.deepEqual(hmacSha256(key)(text), createHmac('sha256', key).update(text).digest());
    }),
  );
});
