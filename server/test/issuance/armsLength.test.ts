import assert from 'node:assert/strict';
import { test } from 'node:test';
import { showIdentityQr } from '@jatidiri/core/identityqr/envelope.ts';
import { DISCLOSURE_KINDS } from '@jatidiri/core/identityqr/model.ts';
import { fromBase64url } from '@jatidiri/core/kit/bytes.ts';
import { Personal } from '@jatidiri/core/kit/personal.ts';
import { decodeQR } from 'qr/decode.js';
import sharp from 'sharp';
import { encode as drawQr } from 'uqr';
import { originsOf } from '../../src/platform/config.ts';
import { record } from '../registry/records.ts';
import { createTestWorld } from '../testWorld.ts';
import { activeHandset, fetchIkd } from './activeHandset.ts';

/** Longer in everything than most people: the identity QR that is hardest to read. */
const LONG = record(1, {
  name: new Personal('SITI RAHMAWATI NURHALIZAH CONTOH BINTI ABDURRAHMAN'),
  birthPlace: new Personal('TENGGARONG SEBERANG'),
  address: new Personal('JL. PANGERAN ANTASARI GG. CONTOH NO. 128 BLOK C RT 004/RW 002'),
  occupation: 'KARYAWAN SWASTA',
  bloodType: 'AB',
});
const [WIDTH, HEIGHT] = [1280, 720];
const CODE_HEIGHT = 0.45 * HEIGHT;
const QUIET = 4;

test('a 720p camera reads each identity QR at arm’s length', async (t) => {
  const origins = originsOf('https://ikd.kaltimprov.go.id');
  const world = await createTestWorld({ residents: [LONG], config: { origins } });
  try {
    const person = { nik: LONG.nik.reveal(), name: LONG.name.reveal() };
    const handset = await activeHandset(world, person, await busyPicture());
    const { identityQr } = (await fetchIkd(handset)).body;
    for (const kind of DISCLOSURE_KINDS) {
      const text = await showIdentityQr(handset.sign, fromBase64url(identityQr[kind]), world.clock.now);
      const { version, size } = drawQr(text, { ecc: 'L', border: 0 });
      if (kind === 'fullCard') assert.ok(text.length > 1600, `${text.length}: not the hardest case`);
      t.diagnostic(
        `${kind}: ${text.length} characters, version ${version}, ${(CODE_HEIGHT / size).toFixed(1)} pixels a module`,
      );
      assert.ok(version <= 25, `version ${version}`);
      assert.equal(await readWithin(5, text), text);
    }
  } finally {
    await world.close();
  }
});

/** A camera brings fifteen frames a second, each with a grain of its own: one of the first few has to do. */
async function readWithin(frames: number, text: string): Promise<string | undefined> {
  for (let frame = 0; frame < frames; frame++) {
    try {
      return decodeQR({ width: WIDTH, height: HEIGHT, data: await frameOf(text) });
    } catch {
      // Not found in this frame.
    }
  }
  return undefined;
}

/** A photograph's worth of detail, so that the portrait in the QR is as large as it may be. */
async function busyPicture(): Promise<Buffer> {
  const noise = { type: 'gaussian', mean: 128, sigma: 30 } as const;
  const patches = { width: 40, height: 53, channels: 3 as const, background: '#987', noise };
  const coarse = await sharp({ create: patches }).png().toBuffer();
  return sharp(coarse).resize(480, 640, { kernel: 'cubic' }).jpeg({ quality: 90 }).toBuffer();
}

/** What a 720p camera sees of a screen held up to it: small, tilted by four degrees, a little out of focus, noisy. */
async function frameOf(text: string): Promise<Uint8Array> {
  const { data, size } = drawQr(text, { ecc: 'L', border: QUIET });
  const modules = Buffer.from(data.flat().map((dark) => (dark ? 25 : 225)));
  const screen = await sharp(modules, { raw: { width: size, height: size, channels: 1 } })
    .resize(size * 12, size * 12, { kernel: 'nearest' })
    .png()
    .toBuffer();
  const tilted = sharp(screen).rotate(4, { background: '#777' });
  const { width } = await sharp(await tilted.toBuffer()).metadata();
  const seen = (CODE_HEIGHT * width) / (12 * (size - 2 * QUIET));
  const held = await sharp(await tilted.png().toBuffer())
    .resize(Math.round(seen))
    .toBuffer();
  const room = { width: WIDTH, height: HEIGHT, channels: 3 as const };
  const grain = { type: 'gaussian', mean: 128, sigma: 6 } as const;
  const sensor = await sharp({ create: { ...room, background: '#000', noise: grain } })
    .png()
    .toBuffer();
  const lens = await sharp({ create: { ...room, background: '#6b675f' } })
    .composite([{ input: held, gravity: 'centre' }])
    .png()
    .toBuffer();
  return sharp(await sharp(lens).blur(0.9).png().toBuffer())
    .composite([{ input: sensor, blend: 'soft-light' }])
    .ensureAlpha()
    .raw()
    .toBuffer();
}
