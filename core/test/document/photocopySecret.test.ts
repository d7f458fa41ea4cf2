import assert from 'node:assert/strict';
import { webcrypto } from 'node:crypto';
import { test } from 'node:test';
import {
  openPhotocopy,
  PHOTOCOPY_SECRET_BYTES,
  photocopyAddress,
  photocopyKeys,
  sealPhotocopy,
  secretIn,
} from '@jatidiri/core/document/photocopySecret.ts';
import fc from 'fast-check';

const subtle = webcrypto.subtle as unknown as SubtleCrypto;
const secret = fc.uint8Array({ minLength: PHOTOCOPY_SECRET_BYTES, maxLength: PHOTOCOPY_SECRET_BYTES });

test('the secret comes back out of the address, and nothing else does', () => {
  fc.assert(
    fc.property(secret, (bytes) => {
      const { hash, pathname } = new URL(photocopyAddress('https://ikd.example', bytes));
      assert.equal(pathname, '/fotokopi');
      assert.deepEqual([...secretIn(hash)!], [...bytes]);
    }),
  );
  for (const wrong of ['', '#', '#AAAA', `#${'A'.repeat(23)}`, `#${'A'.repeat(21)}B`, `#${'A'.repeat(21)}=`])
    assert.equal(secretIn(wrong), undefined, wrong);
});

test('the reference is the same each time, and the content opens with its own secret and its own bytes alone', async () => {
  await fc.assert(
    fc.asyncProperty(secret, secret, fc.string(), async (one, other, text) => {
      fc.pre(Buffer.compare(one, other) !== 0);
      const [first, again, second] = await Promise.all(
        [one, one, other].map((bytes) => photocopyKeys(bytes, subtle)),
      );
      assert.equal(first!.reference, again!.reference);
      assert.notEqual(first!.reference, second!.reference);
      const sealed = await sealPhotocopy(text, first!.key, subtle);
      assert.equal(
        await openPhotocopy(sealed, again!.key, subtle),
        new TextDecoder().decode(new TextEncoder().encode(text)),
      );
      assert.equal(await openPhotocopy(sealed, second!.key, subtle), undefined);
      sealed[0]! ^= 1;
      assert.equal(await openPhotocopy(sealed, again!.key, subtle), undefined);
    }),
    { numRuns: 30 },
  );
});
