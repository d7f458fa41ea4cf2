import type { RefusalText } from '../kit/refusalText.ts';
import { officerRefusals } from '../office/refusals.ts';

export type OutreachRefusalCode = keyof typeof outreachRefusals;

export const outreachRefusals = {
  ...officerRefusals,
  'outreach/region-unknown': {
    status: 422,
    id: 'Wilayah ini tidak dikenal. Tulis kodenya, misalnya 64.72.03.',
    en: 'This region is not known. Write its code, for example 64.72.03.',
  },
  'outreach/region-not-yours': {
    status: 403,
    id: 'Sesi ini di luar wilayah kantor Anda.',
    en: 'This session lies outside your office’s region.',
  },
  'outreach/days-wrong': {
    status: 422,
    id: 'Hari terakhir harus sama dengan atau sesudah hari pertama, paling lama 31 hari.',
    en: 'The last day is the first or a later one, after 31 days at most.',
  },
  'outreach/days-over': {
    status: 422,
    id: 'Hari itu sudah lewat. Pilih hari ini atau sesudahnya.',
    en: 'Those days are over. Choose today or later.',
  },
  'outreach/too-many-badges': {
    status: 422,
    id: 'Nama pada tanda pengenal lebih banyak daripada petugas. Tambah jumlah petugas, atau hapus satu nama.',
    en: 'There are more names on badges than officers. Raise the number of officers, or remove a name.',
  },
  'outreach/session-unknown': {
    status: 404,
    id: 'Sesi ini tidak ditemukan.',
    en: 'This session is not known.',
  },
  'outreach/not-its-day': {
    status: 409,
    id: 'Sesi hanya dapat dibuka pada hari pelaksanaannya.',
    en: 'A session can be opened on its own days only.',
  },
  'outreach/not-in-this-state': {
    status: 409,
    id: 'Keadaan sesi ini sudah berubah. Muat ulang halaman ini, lalu lihat apa yang masih dapat dilakukan.',
    en: 'This session has moved on. Reload this page and see what can still be done.',
  },
} as const satisfies Record<`${'outreach' | 'office'}/${string}`, RefusalText>;
