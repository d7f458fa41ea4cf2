import type { RefusalText } from '../kit/refusalText.ts';
import { officerRefusals } from '../office/refusals.ts';

export type ProgrammeRefusalCode = keyof typeof programmeRefusals;

export const regionRefusals = {
  'coverage/region-unknown': {
    status: 404,
    id: 'Wilayah ini tidak dikenal.',
    en: 'This region is not known.',
  },
} as const satisfies Record<`coverage/${string}`, RefusalText>;

/** What the officers' side of the programme may be refused with. */
export const programmeRefusals = {
  ...officerRefusals,
  ...regionRefusals,
  'coverage/region-not-yours': {
    status: 403,
    id: 'Wilayah ini di luar wilayah kantor Anda.',
    en: 'This region lies outside your office’s.',
  },
  'coverage/report-has-problems': {
    status: 422,
    id: 'Laporan masih memuat kesalahan, jadi tidak ada yang diambil. Perbaiki berkasnya, lalu unggah lagi.',
    en: 'The report still has problems, so nothing of it was taken. Correct the file and upload it again.',
  },
  'coverage/report-known': {
    status: 409,
    id: 'Berkas ini sudah pernah diambil.',
    en: 'This very file has been taken before.',
  },
  'coverage/report-changed': {
    status: 409,
    id: 'Berkas ini bukan yang Anda periksa. Periksa lagi, lalu ambil.',
    en: 'This is not the file that you looked at. Look at it again, then take it.',
  },
  'coverage/report-unknown': {
    status: 404,
    id: 'Laporan ini tidak ditemukan.',
    en: 'This report is not known.',
  },
  'coverage/contradiction-unknown': {
    status: 404,
    id: 'Pertentangan ini tidak ditemukan.',
    en: 'This contradiction is not known.',
  },
  'coverage/contradiction-resolved': {
    status: 409,
    id: 'Pertentangan ini sudah diselesaikan oleh petugas lain.',
    en: 'Another officer has resolved this contradiction.',
  },
} as const satisfies Record<`${'coverage' | 'office'}/${string}`, RefusalText>;
