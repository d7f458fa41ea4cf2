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
  'coverage/period-running': {
    status: 409,
    id: 'Periode ini belum selesai, atau tidak ada periode yang berakhir pada tanggal itu.',
    en: 'This period is not over yet, or no period ends on that day.',
  },
  'coverage/nothing-changed': {
    status: 409,
    id: 'Angka periode ini sudah dikonfirmasi dan tidak berubah.',
    en: 'The figures of this period are confirmed and have not changed.',
  },
  'coverage/revision-needs-reason': {
    status: 422,
    id: 'Periode ini sudah ditutup. Tulis alasan revisi; angka lama dan baru akan tampil berdampingan.',
    en: 'This period is closed. Give a reason for the revision; the old and the new value will both be shown.',
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
