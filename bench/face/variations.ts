import sharp, { type Sharp } from 'sharp';

type Change = (picture: Sharp) => Sharp;

/** What light, cheap cameras, hands and slow lines do to a picture of the same moment. Not: age, beard, glasses, another day. */
export const VARIATIONS: Record<string, Change> = {
  'JPEG quality 30': (picture) => picture.jpeg({ quality: 30 }),
  'JPEG quality 15': (picture) => picture.jpeg({ quality: 15 }),
  'darker by half': (picture) => picture.modulate({ brightness: 0.5 }),
  'brighter by 40 %': (picture) => picture.modulate({ brightness: 1.4 }),
  'flat contrast': (picture) => picture.linear(0.5, 64),
  'hard contrast': (picture) => picture.linear(1.5, -64),
  'warm light': (picture) =>
    picture.recomb([
      [1.2, 0, 0],
      [0, 1, 0],
      [0, 0, 0.7],
    ]),
  'cold light': (picture) =>
    picture.recomb([
      [0.8, 0, 0],
      [0, 1, 0],
      [0, 0, 1.25],
    ]),
  'no colour': (picture) => picture.greyscale(),
  'blurred, sigma 1.5': (picture) => picture.blur(1.5),
  'blurred, sigma 3': (picture) => picture.blur(3),
  'turned by 6°': (picture) => picture.rotate(6, { background: '#777' }),
  'turned by -12°': (picture) => picture.rotate(-12, { background: '#777' }),
  mirrored: (picture) => picture.flop(),
  'small, 160 pixels': (picture) => picture.resize(160),
  'small, 100 pixels': (picture) => picture.resize(100),
  'stretched by 10 %': (picture) => picture.resize(330, 300, { fit: 'fill' }),
  'dark, blurred and JPEG 30': (picture) =>
    picture.modulate({ brightness: 0.6 }).blur(1.2).jpeg({ quality: 30 }),
  'turned, warm and small': (picture) =>
    picture
      .resize(200)
      .rotate(8, { background: '#333' })
      .recomb([
        [1.15, 0, 0],
        [0, 1, 0],
        [0, 0, 0.8],
      ]),
};

export const vary = (image: Buffer, change: Change): Promise<Buffer> => change(sharp(image)).toBuffer();
