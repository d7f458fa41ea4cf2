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
  'outreach/team-too-large': {
    status: 422,
    id: 'Petugas yang dipilih lebih banyak daripada jumlahnya. Tambah jumlah petugas, atau hapus satu pilihan.',
    en: 'More officers are chosen than their number says. Raise the number, or take one out.',
  },
  'outreach/team-not-yours': {
    status: 422,
    id: 'Salah satu petugas yang dipilih tidak (lagi) bertugas di kantor Anda. Muat ulang halaman ini, lalu pilih lagi.',
    en: 'One of the officers chosen does not (any more) serve at your office. Reload this page and choose again.',
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
  'outreach/no-history': {
    status: 409,
    id: 'Belum ada sesi yang selesai, jadi hasil sesi berikutnya belum dapat diperkirakan. Rencanakan sesi pertama sendiri.',
    en: 'No session is over yet, so nothing can be expected of the next one. Plan the first one by hand.',
  },
  'outreach/pin-impossible': {
    status: 422,
    id: 'Sesi yang disematkan tidak mungkin: jenisnya belum pernah diadakan, jalannya terlalu lama, atau sesi itu juga dicoret. Lepas sematannya.',
    en: 'A pinned session is not possible: there was none of its kind yet, the way is too long, or it is struck as well. Unpin it.',
  },
  'outreach/plan-impossible': {
    status: 422,
    id: 'Petugas, hari, dan kendaraan ini tidak cukup untuk semua sesi yang disematkan dan untuk daerah jauh. Tambah, lepas sematan, atau kurangi sesi di daerah jauh.',
    en: 'These officers, days and vehicles do not suffice for all pinned sessions and for remote kecamatan. Add some, unpin, or ask for fewer remote sessions.',
  },
  'outreach/plan-too-hard': {
    status: 422,
    id: 'Rencana terbaik tidak ditemukan dalam waktunya. Kurangi hari atau coret beberapa sesi, lalu coba lagi.',
    en: 'No plan was found in time. Take fewer days or strike some sessions, then try again.',
  },
} as const satisfies Record<`${'outreach' | 'office'}/${string}`, RefusalText>;
