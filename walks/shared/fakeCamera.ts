import { open, writeFile } from 'node:fs/promises';
import sharp from 'sharp';
import { type RgbaPicture, y4m } from './y4m.ts';

/** The file that Chromium takes for its camera. */
export interface FakeCamera {
  readonly file: string;
  /** Holds a picture (PNG, JPEG, SVG) before the camera, in the middle of a grey room; also while it is running. */
  show(picture: Uint8Array): Promise<void>;
}

const WIDTH = 1280;
const HEIGHT = 720;

export async function fakeCamera(file: string): Promise<FakeCamera> {
  await writeFile(file, y4m(await frame(emptyRoom())));
  return {
    file,
    async show(picture) {
      const content = y4m(await frame(picture));
      // Written over in place: a running camera holds the file open and must not find it empty for a moment.
      const handle = await open(file, 'r+');
      await handle.write(content, 0, content.length, 0);
      await handle.close();
    },
  };
}

/** At nine tenths of the height, as one holds a telephone before a 720p camera. */
async function frame(picture: Uint8Array): Promise<RgbaPicture> {
  const height = Math.round(HEIGHT * 0.9);
  const held = await sharp(picture)
    .resize(WIDTH, height, { fit: 'inside', kernel: 'nearest' })
    .png()
    .toBuffer();
  const room = { width: WIDTH, height: HEIGHT, channels: 4 as const, background: '#b9b4ab' };
  const data = await sharp({ create: room })
    .composite([{ input: held, gravity: 'centre' }])
    .raw()
    .toBuffer();
  return { width: WIDTH, height: HEIGHT, data };
}

function emptyRoom(): Uint8Array {
  return Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64"/>');
}
