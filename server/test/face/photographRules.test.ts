import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { faultsOf, type PhotographFault } from '@jatidiri/core/face/photographRules.ts';
import sharp, { type Sharp } from 'sharp';
import { drawnFace } from '../../../seed/drawnFace.ts';
import { startFaces } from '../../src/face/index.ts';
import { cutOut, photographOf, SAMPLE_FACES } from './samplePhotographs.ts';

const faces = startFaces({ faceThreads: 1 });
after(() => faces.close());

async function faults(image: Buffer): Promise<readonly PhotographFault[]> {
  const described = await faces.describe(image);
  assert.ok(described.ok, !described.ok ? described.refusal.code : '');
  return faultsOf(described.value.quality);
}

/** A drawn face before a plain ground keeps every rule: what is done to it is the one thing wrong. */
const drawn = (background = '#b3202a') => sharp(Buffer.from(drawnFace(4, { background })));
const WIDE = { width: 600, height: 640, background: '#b3202a' };

const CASES: Record<string, { expected: PhotographFault[]; image: () => Promise<Buffer> }> = {
  'as it should be': { expected: [], image: () => drawn().jpeg().toBuffer() },
  'in the dark': {
    expected: ['tooDark'],
    image: () => drawn().modulate({ brightness: 0.35 }).jpeg().toBuffer(),
  },
  'a head leaning over': { expected: ['tilted'], image: () => drawn().rotate(14, WIDE).jpeg().toBuffer() },
  'from far away': {
    expected: ['headTooSmall'],
    image: async () =>
      drawn()
        .resize(330, 352)
        .extend({ top: 250, bottom: 40, left: 135, right: 135, background: '#b3202a' })
        .jpeg()
        .toBuffer(),
  },
  'too close': {
    expected: ['headTooLarge'],
    image: () => drawn().extract({ left: 140, top: 90, width: 320, height: 380 }).jpeg().toBuffer(),
  },
  'at the edge': {
    expected: ['offCentre'],
    image: () => drawn().extend({ left: 260, background: '#b3202a' }).jpeg().toBuffer(),
  },
  'a curtain with stripes': { expected: ['background'], image: () => onStripes() },
};

async function onStripes(): Promise<Buffer> {
  const stripes =
    '<svg width="600" height="640"><pattern id="p" width="60" height="60" patternUnits="userSpaceOnUse"><rect width="30" height="60" fill="#fff"/><rect x="30" width="30" height="60" fill="#236"/></pattern>';
  const besideHead = `${stripes}<rect width="110" height="640" fill="url(#p)"/><rect x="490" width="110" height="640" fill="url(#p)"/></svg>`;
  return drawn()
    .composite([{ input: Buffer.from(besideHead) }])
    .jpeg()
    .toBuffer();
}

for (const [name, { expected, image }] of Object.entries(CASES))
  test(`${name}: ${expected.join(', ') || 'nothing to put right'}`, async () => {
    assert.deepEqual(await faults(await image()), expected);
  });

const SPOILT: Record<string, { added: PhotographFault; spoil: (picture: Sharp) => Sharp }> = {
  'burnt out': { added: 'tooBright', spoil: (picture) => picture.modulate({ brightness: 1.6 }) },
  'a shaky camera': { added: 'blurred', spoil: (picture) => picture.blur(2.5) },
  'light from one side': { added: 'unevenLight', spoil: (picture) => picture.composite([{ input: shade }]) },
};
/** Half of the picture of `one`, which is 594 pixels wide. */
const shade = Buffer.from(
  '<svg width="594" height="450"><rect x="290" width="304" height="450" opacity="0.6"/></svg>',
);

for (const [name, { added, spoil }] of Object.entries(SPOILT))
  test(`${name} is told of a photograph of a person besides what was wrong with it`, async () => {
    const before = await faults(await photographOf('one'));
    const spoilt = await faults(
      await spoil(sharp(await photographOf('one')))
        .jpeg()
        .toBuffer(),
    );
    assert.deepEqual(
      spoilt.filter((fault) => !before.includes(fault)),
      [added],
    );
  });

test('people at a party: heads turned, eyes closed, rooms behind them', async () => {
  assert.deepEqual(await faults(await photographOf('one')), ['headTooSmall', 'tilted', 'background']);
  const turned = await faults(await photographOf('four'));
  for (const fault of ['tilted', 'turned'] as const) assert.ok(turned.includes(fault), turned.join());
  assert.ok((await faults(await cutOut(SAMPLE_FACES[0]))).includes('eyesClosed'));
});
