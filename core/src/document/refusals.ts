import { issuanceRefusals } from '../issuance/refusals.ts';
import type { RefusalText } from '../kit/refusalText.ts';

export type DocumentRefusalCode = keyof typeof documentRefusals;

export const documentRefusals = {
  ...issuanceRefusals,
  'document/until-wrong': {
    status: 422,
    id: 'Pilih tanggal dari hari ini sampai satu tahun ke depan.',
    en: 'Choose a day from today to a year ahead.',
  },
  'document/nothing-shown': {
    status: 422,
    id: 'Pilih paling sedikit satu data yang ditunjukkan.',
    en: 'Choose at least one thing to show.',
  },
  'document/too-many-photocopies': {
    status: 429,
    id: 'Hari ini Anda sudah membuat 20 fotokopi. Coba lagi besok.',
    en: 'You have made 20 photocopies today. Try again tomorrow.',
  },
  'document/photocopy-unknown': {
    status: 404,
    id: 'Fotokopi ini tidak ada dalam daftar Anda. Muat ulang daftarnya.',
    en: 'This photocopy is not on your list. Load the list again.',
  },
} as const satisfies Record<string, RefusalText>;

/** What somebody who holds a photocopy may be told instead of its content. */
export const checkRefusals = {
  'document/reference-unknown': {
    status: 404,
    id: 'Fotokopi ini tidak dikenal. Pindai ulang kodenya; bila tetap begini, jangan terima kertasnya.',
    en: 'This photocopy is not known. Scan its code again; if that does not help, do not accept the paper.',
  },
  'document/too-many-checks': {
    status: 429,
    id: 'Terlalu banyak pemeriksaan. Tunggu beberapa menit, lalu pindai lagi.',
    en: 'Too many checks. Wait some minutes, then scan again.',
  },
} as const satisfies Record<`document/${string}`, RefusalText>;
