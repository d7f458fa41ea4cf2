import type { RefusalText } from '../kit/refusalText.ts';

export type FaceRefusalCode = keyof typeof faceRefusals;

/** Why a picture could not be compared; what to do next stands with it. */
export const faceRefusals = {
  'face/not-an-image': {
    status: 422,
    id: 'Berkas ini bukan foto yang dapat dibaca. Ambil foto baru.',
    en: 'This file is not a readable photograph. Take a new one.',
  },
  'face/image-too-large': {
    status: 413,
    id: 'Foto terlalu besar (paling besar 8 MB dan 40 megapiksel). Ambil foto baru dengan ukuran lebih kecil.',
    en: 'The photograph is too large (8 MB and 40 megapixels at most). Take a smaller one.',
  },
  'face/none': {
    status: 422,
    id: 'Tidak ada wajah yang terlihat di foto ini. Ambil foto baru: wajah menghadap kamera, cukup cahaya.',
    en: 'No face is seen in this photograph. Take a new one: face towards the camera, enough light.',
  },
  'face/several': {
    status: 422,
    id: 'Ada lebih dari satu wajah di foto ini. Ambil foto baru dengan satu orang saja.',
    en: 'There is more than one face in this photograph. Take a new one with one person alone.',
  },
  'face/search-not-ready': {
    status: 409,
    id: 'Pencarian wajah serupa sedang disiapkan. Coba lagi beberapa menit lagi.',
    en: 'The search for similar faces is being prepared. Try again in a few minutes.',
  },
  'face/busy': {
    status: 429,
    id: 'Banyak foto sedang diperiksa. Tunggu sebentar, lalu coba lagi.',
    en: 'Many photographs are being examined. Wait a moment, then try again.',
  },
} as const satisfies Record<`face/${string}`, RefusalText>;
