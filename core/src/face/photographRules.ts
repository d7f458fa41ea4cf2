import type { PhotographMeasures } from './measurePhotograph.ts';

/**
 * What is wrong with a photograph for a document, after ISO/IEC 39794-5 (annex D) and ICAO's portrait quality, as far as a
 * small model sees it. Bounds were set on the pictures of docs/decisions/0040: an officer who sees better may keep the picture.
 */
export type PhotographFault = keyof typeof photographFaults;

const BOUNDS = {
  head: { least: 0.45, most: 0.8 },
  across: { least: 0.4, most: 0.6 },
  tilt: 8,
  turn: 0.25,
  eyes: 0.25,
  light: { least: 60, most: 210 },
  lightDifference: 35,
  clipped: 0.1,
  sharpness: 0.025,
  background: 18,
};

/** In the order in which somebody would put them right; empty for a photograph that may be kept. */
export function faultsOf(measures: PhotographMeasures): PhotographFault[] {
  const { head, across, tilt, turn, eyes, light, lightDifference, clipped, sharpness, background } = measures;
  const wrong: Record<PhotographFault, boolean> = {
    tooDark: light < BOUNDS.light.least,
    tooBright: light > BOUNDS.light.most || clipped > BOUNDS.clipped,
    unevenLight: lightDifference > BOUNDS.lightDifference,
    headTooSmall: head < BOUNDS.head.least,
    headTooLarge: head > BOUNDS.head.most,
    offCentre: across < BOUNDS.across.least || across > BOUNDS.across.most,
    tilted: Math.abs(tilt) > BOUNDS.tilt,
    turned: turn > BOUNDS.turn,
    eyesClosed: eyes < BOUNDS.eyes,
    blurred: sharpness < BOUNDS.sharpness,
    background: background > BOUNDS.background,
  };
  return (Object.keys(wrong) as PhotographFault[]).filter((fault) => wrong[fault]);
}

/** Each fault as whoever takes the photograph reads it: what to do. */
export const photographFaults = {
  tooDark: { id: 'Terlalu gelap. Tambah cahaya dari depan.', en: 'Too dark. Put more light in front.' },
  tooBright: {
    id: 'Terlalu terang. Jauhkan lampu atau tutup jendela.',
    en: 'Too bright. Move the lamp away or close the window.',
  },
  unevenLight: {
    id: 'Satu sisi wajah lebih gelap. Ratakan cahaya dari kiri dan kanan.',
    en: 'One side of the face is darker. Light it evenly from left and right.',
  },
  headTooSmall: {
    id: 'Wajah terlalu kecil. Dekatkan kamera.',
    en: 'The face is too small. Move the camera closer.',
  },
  headTooLarge: {
    id: 'Wajah terlalu besar. Jauhkan kamera.',
    en: 'The face is too large. Move the camera away.',
  },
  offCentre: {
    id: 'Wajah tidak di tengah. Geser kamera.',
    en: 'The face is not in the middle. Move the camera sideways.',
  },
  tilted: {
    id: 'Kepala miring. Minta menegakkan kepala.',
    en: 'The head is tilted. Ask the person to hold it upright.',
  },
  turned: {
    id: 'Wajah menoleh. Minta melihat lurus ke kamera.',
    en: 'The face is turned. Ask the person to look straight into the camera.',
  },
  eyesClosed: {
    id: 'Mata tertutup. Ambil foto sekali lagi.',
    en: 'The eyes are closed. Take the photograph once more.',
  },
  blurred: {
    id: 'Foto kabur. Tahan kamera dan ambil sekali lagi.',
    en: 'The photograph is blurred. Hold the camera still and take it once more.',
  },
  background: {
    id: 'Latar tidak polos. Pakai latar satu warna.',
    en: 'The background is not plain. Use one colour.',
  },
} as const satisfies Record<string, { readonly id: string; readonly en: string }>;
