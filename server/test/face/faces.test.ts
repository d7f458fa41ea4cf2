import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import sharp from 'sharp';
import { startFaces } from '../../src/face/index.ts';
import { photographOf, photographOfTwo } from './samplePhotographs.ts';

const faces = startFaces({ faceThreads: 1 });
let one: Buffer;
let two: Buffer;

before(async () => {
  [one, two] = await Promise.all([photographOf('one'), photographOf('two')]);
});
after(() => faces.close());

const code = (result: Awaited<ReturnType<typeof faces.describe>>) => (result.ok ? 'ok' : result.refusal.code);

test('two pictures of one person are close, those of two people are not', async () => {
  const poorer = await sharp(one).rotate(4).modulate({ brightness: 0.8 }).jpeg({ quality: 40 }).toBuffer();
  const [same, different] = [await faces.compare(one, poorer), await faces.compare(one, two)];
  assert.ok(same.ok && different.ok);
  assert.equal(same.value.verdict, 'same');
  assert.ok(same.value.distance > 0);
  assert.equal(different.value.verdict, 'different');
});

test('the same picture gives the same template, and it does not print itself', async () => {
  const [first, again] = [await faces.describe(one), await faces.describe(one)];
  assert.ok(first.ok && again.ok);
  assert.deepEqual(first.value.template.reveal(), again.value.template.reveal());
  assert.match(JSON.stringify(first.value), /\[personal\]/);
});

test('a picture without one face is refused, and which of the two it was', async () => {
  const wall = await sharp({ create: { width: 400, height: 500, channels: 3, background: '#bcd' } })
    .jpeg()
    .toBuffer();
  assert.equal(code(await faces.describe(wall)), 'face/none');
  assert.equal(code(await faces.describe(await photographOfTwo())), 'face/several');
  const compared = await faces.compare(one, wall);
  assert.deepEqual(!compared.ok && compared.refusal, { code: 'face/none', field: 'other' });
});

test('what is hostile or huge is refused before it is decoded', async () => {
  // 60 million pixels in a few kilobytes.
  const bomb = await sharp({
    create: { width: 30_000, height: 2_000, channels: 3, background: '#000' },
    limitInputPixels: false,
  })
    .png()
    .toBuffer();
  assert.equal(code(await faces.describe(bomb)), 'face/image-too-large');
  assert.equal(code(await faces.describe(Buffer.alloc(9 * 1024 * 1024))), 'face/image-too-large');
  const half = one.subarray(0, one.length / 2);
  for (const sent of [Buffer.alloc(0), Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), half])
    assert.equal(code(await faces.describe(sent)), 'face/not-an-image');
});

test('more than can wait are told so at once, and the others get their answer', async () => {
  const results = await Promise.all(Array.from({ length: 24 }, () => faces.describe(two)));
  const codes = results.map(code);
  assert.equal(codes.filter((one) => one === 'ok').length, 17);
  assert.equal(codes.filter((one) => one === 'face/busy').length, 7);
});
