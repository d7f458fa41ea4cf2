import type { RefusalText } from '../kit/refusalText.ts';

export type MatchRefusalCode = keyof typeof matchRefusals;

export const matchRefusals = {
  'match/bad-format': {
    status: 400,
    id: 'Isian ini tidak terbaca. NIK 16 angka, tanggal dengan tahun empat angka, nama memuat huruf.',
    en: 'This value cannot be read. A NIK has 16 digits, a date a year of four digits, a name letters.',
  },
  'match/too-many-wrong': {
    status: 429,
    id: 'Terlalu banyak data yang tidak sesuai untuk NIK ini. Periksa KTP-el orangnya, lalu coba lagi setelah 24 jam.',
    en: 'Too many wrong data for this NIK. Look at the person’s KTP-el and try again after 24 hours.',
  },
  'match/looks-like-probing': {
    status: 429,
    id: 'Terlalu banyak data yang tidak sesuai dari lembaga Anda. Perbaiki datanya, lalu coba lagi setelah satu jam.',
    en: 'Too many wrong data from your institution. Correct them and try again after an hour.',
  },
} as const satisfies Record<`match/${string}`, RefusalText>;
