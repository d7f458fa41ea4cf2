import type { RefusalText } from '../kit/refusalText.ts';

export type PlatformRefusalCode = keyof typeof platformRefusals;

/** What can go wrong before any room is asked. */
export const platformRefusals = {
  'platform/invalid-request': {
    status: 422,
    id: 'Isian belum benar. Periksa kolom yang ditandai, lalu kirim lagi.',
    en: 'The entries are not right yet. Check the marked fields and send again.',
  },
  'platform/malformed-request': {
    status: 400,
    id: 'Permintaan tidak dapat dibaca. Muat ulang halaman ini, lalu coba lagi.',
    en: 'The request cannot be read. Reload this page and try again.',
  },
  'platform/body-too-large': {
    status: 413,
    id: 'Kiriman terlalu besar. Pakai berkas yang lebih kecil.',
    en: 'What was sent is too large. Use a smaller file.',
  },
  'platform/unsupported-media': {
    status: 415,
    id: 'Jenis berkas ini tidak dapat diterima. Pakai foto JPEG, PNG, atau WebP.',
    en: 'This kind of file is not accepted. Use a JPEG, PNG or WebP photo.',
  },
  'platform/not-found': {
    status: 404,
    id: 'Halaman atau layanan ini tidak ada.',
    en: 'This page or service does not exist.',
  },
  'platform/too-many-requests': {
    status: 429,
    id: 'Terlalu banyak permintaan dari jaringan ini. Tunggu beberapa menit, lalu coba lagi.',
    en: 'Too many requests from this network. Wait a few minutes, then try again.',
  },
  'platform/unavailable': {
    status: 503,
    id: 'Layanan sedang tidak dapat dihubungi. Isian Anda tetap tersimpan; coba lagi sebentar lagi.',
    en: 'The service cannot be reached just now. Your entries are kept; try again in a moment.',
  },
  'platform/fault': {
    status: 500,
    id: 'Terjadi gangguan di pihak kami. Coba lagi; jika berulang, sebutkan nomor gangguan ini kepada petugas.',
    en: 'Something broke on our side. Try again; if it happens again, tell an officer this fault number.',
  },
} as const satisfies Record<`platform/${string}`, RefusalText>;
