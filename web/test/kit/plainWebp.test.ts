import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Bytes } from '@jatidiri/core/kit/bytes.ts';
import sharp from 'sharp';
import { plainWebp } from '../../src/desk/kit/serve/plainWebp.ts';

const picture = () =>
  sharp({ create: { width: 60, height: 80, channels: 3, background: '#a67c52' } }).blur(2);

test('takes the colour profile off, and the picture stays the same', async () => {
  const file = new Uint8Array(await picture().withIccProfile('srgb').webp({ quality: 40 }).toBuffer());
  const plain = plainWebp(file);
  assert.ok(plain && plain.length < file.length - 300);
  const pixels = (webp: Bytes) => sharp(webp).raw().toBuffer();
  assert.deepEqual(await pixels(plain), await pixels(file));
  assert.equal((await sharp(plain).metadata()).icc, undefined);
  assert.deepEqual(plainWebp(plain), plain);
});

test('answers nothing for what holds no lossy picture', async () => {
  const png = new Uint8Array(await picture().png().toBuffer());
  assert.equal(plainWebp(png), undefined);
  const lossless = new Uint8Array(await picture().webp({ lossless: true }).toBuffer());
  assert.equal(plainWebp(lossless), undefined);
  assert.equal(plainWebp(lossless.subarray(0, 10) as Bytes), undefined);
});
