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
  'match/batch-malformed': {
    status: 400,
    id: 'Berkas tidak terbaca. Kirim CSV dengan baris judul (ref,nik,name,…) atau satu objek JSON per baris, UTF-8.',
    en: 'The file cannot be read. Send CSV with a header line (ref,nik,name,…) or one JSON object a line, in UTF-8.',
  },
  'match/batch-too-large': {
    status: 413,
    id: 'Satu berkas memuat paling banyak 10.000 baris. Bagi menjadi beberapa berkas, masing-masing dengan id sendiri.',
    en: 'A file holds at most 10,000 rows. Split it into several, each with an id of its own.',
  },
  'match/batch-differs': {
    status: 409,
    id: 'Id ini sudah dipakai untuk berkas lain. Pakai UUID baru untuk berkas baru.',
    en: 'This id was used for another file. Take a new UUID for a new file.',
  },
  'match/batch-unknown': {
    status: 404,
    id: 'Tidak ada berkas dengan id ini.',
    en: 'There is no batch with this id.',
  },
  'match/batch-not-ready': {
    status: 409,
    id: 'Hasilnya belum lengkap, atau sudah dihapus. Lihat statusnya dulu.',
    en: 'The result is not complete yet, or has been deleted. Look at the state first.',
  },
} as const satisfies Record<`match/${string}`, RefusalText>;
