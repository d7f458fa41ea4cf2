import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromBase45, toBase45 } from '@jatidiri/core/identityqr/base45.ts';
import { toHex, utf8 } from '@jatidiri/core/kit/bytes.ts';
import fc from 'fast-check';
import rfc9285 from '../vectors/base45/rfc9285.json' with { type: 'json' };

test('the examples of RFC 9285', () => {
  for (const { text, base45 } of rfc9285.encode) {
    assert.equal(toBase45(utf8(text)), base45);
    assert.deepEqual(fromBase45(base45), utf8(text));
  }
  for (const { hex, base45 } of rfc9285.boundary) assert.equal(toHex(fromBase45(base45)!), hex);
  for (const { base45, why } of rfc9285.invalid) assert.equal(fromBase45(base45), undefined, why);
  for (const beyond of ['Ā00', '0😀', '00ı']) assert.equal(fromBase45(beyond), undefined, beyond);
});

test('bytes come back, and no two texts stand for the same bytes', () => {
  fc.assert(fc.property(fc.uint8Array(), (bytes) => assert.deepEqual(fromBase45(toBase45(bytes)), bytes)));
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'0Z $%*+-./:A'), maxLength: 12 }), (text) => {
      const bytes = fromBase45(text);
      if (bytes) assert.equal(toBase45(bytes), text);
    }),
  );
});
