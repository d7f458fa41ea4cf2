import type { VoidReason } from '@jatidiri/core/field/model.ts';
import { dictionary } from '../../../shared/i18n.ts';
import type { KeptOutcome } from '../homecoming/outcomes.ts';

const voidReasonsId: Record<VoidReason, string> = {
  wrongPerson: 'Orangnya keliru',
  wrongHandset: 'Ponselnya keliru',
  decidedByMistake: 'Salah tekan atau salah putus',
  residentAsked: 'Warga memintanya',
};
const voidReasonsEn: Record<VoidReason, string> = {
  wrongPerson: 'It was the wrong person',
  wrongHandset: 'It was the wrong phone',
  decidedByMistake: 'Decided by mistake',
  residentAsked: 'The resident asked for it',
};
const outcomesId: Record<KeptOutcome['kind'] | 'unsent', string> = {
  unsent: 'belum terkirim',
  accepted: 'diterima server',
  waitsForPhoto: 'menunggu foto',
  conflict: 'perlu dilihat',
  voided: 'dibatalkan',
  givenUp: 'ditutup',
};
const outcomesEn: Record<KeptOutcome['kind'] | 'unsent', string> = {
  unsent: 'not sent yet',
  accepted: 'accepted by the server',
  waitsForPhoto: 'waits for its photograph',
  conflict: 'needs a look',
  voided: 'taken back',
  givenUp: 'closed',
};

export const texts = dictionary({
  id: {
    title: 'Catatan kit ini',
    search: 'Cari nama, NIK, atau nomor',
    none: 'Belum ada catatan.',
    noneFound: 'Tidak ada catatan yang cocok.',
    number: (n: number) => `No. ${n}`,
    acts: { accepted: 'Disetujui', refused: 'Ditolak' },
    voided: 'Dibatalkan',
    voidOf: (n: number) => `Membatalkan catatan no. ${n}`,
    showCard: 'Tampilkan kartunya lagi',
    void: 'Batalkan catatan ini',
    voidTitle: (n: number) => `Batalkan catatan no. ${n}?`,
    voidLead:
      'Catatan lama tetap ada; pembatalan ditulis sebagai catatan baru. Kartu sementaranya tidak akan diakui.',
    voidReason: 'Mengapa dibatalkan?',
    voidMissing: 'Pilih satu alasan.',
    voidNow: 'Batalkan catatan',
    voidReasons: voidReasonsId,
    outcomes: outcomesId,
    more: (count: number) => `Tampilkan ${count} lagi`,
    sheetTitle: 'Lembar harian',
    sheetDay: 'Hari',
    print: 'Cetak',
    sheetHead: ['No.', 'Waktu', 'Nama', 'NIK', 'Keputusan', 'Petugas'],
    sheetEmpty: 'Tidak ada catatan pada hari ini.',
    sheetSum: (accepted: number, refused: number, voided: number) =>
      `Disetujui: ${accepted} · Ditolak: ${refused} · Dibatalkan: ${voided}`,
    sheetChain: (digest: string) => `Sidik catatan terakhir: ${digest}`,
    sheetKit: (kit: string) => `Kit ${kit}`,
    sheetSign: ['Petugas', 'Kepala kantor'],
    sheetCare: 'Memuat data pribadi. Simpan di tempat terkunci, musnahkan menurut ketentuan arsip.',
  },
  en: {
    title: 'Entries of this kit',
    search: 'Search by name, NIK or number',
    none: 'There are no entries yet.',
    noneFound: 'No entry fits.',
    number: (n) => `No. ${n}`,
    acts: { accepted: 'Approved', refused: 'Refused' },
    voided: 'Taken back',
    voidOf: (n) => `Takes back entry no. ${n}`,
    showCard: 'Show the card again',
    void: 'Take this entry back',
    voidTitle: (n) => `Take back entry no. ${n}?`,
    voidLead:
      'The old entry stays; taking it back is written as a new one. Its provisional card will not be accepted.',
    voidReason: 'Why is it taken back?',
    voidMissing: 'Choose one reason.',
    voidNow: 'Take the entry back',
    voidReasons: voidReasonsEn,
    outcomes: outcomesEn,
    more: (count) => `Show ${count} more`,
    sheetTitle: 'Day sheet',
    sheetDay: 'Day',
    print: 'Print',
    sheetHead: ['No.', 'Time', 'Name', 'NIK', 'Decision', 'Officer'],
    sheetEmpty: 'There are no entries of this day.',
    sheetSum: (accepted, refused, voided) =>
      `Approved: ${accepted} · Refused: ${refused} · Taken back: ${voided}`,
    sheetChain: (digest) => `Fingerprint of the last entry: ${digest}`,
    sheetKit: (kit) => `Kit ${kit}`,
    sheetSign: ['Officer', 'Head of office'],
    sheetCare: 'Contains personal data. Keep it locked away, destroy it as the rules for archives say.',
  },
});
