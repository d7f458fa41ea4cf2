import type { KitShown } from '@jatidiri/core/field/wire.ts';
import { dictionary } from '../../shared/i18n.ts';

type State = KitShown['state'];

const statesId: Record<State, string> = {
  prepared: 'Dipakai',
  eraseOrdered: 'Diminta menghapus isinya',
  erased: 'Sudah dihapus dari perangkat',
  revoked: 'Dilaporkan hilang',
};
const statesEn: Record<State, string> = {
  prepared: 'In use',
  eraseOrdered: 'Ordered to erase itself',
  erased: 'Erased from the device',
  revoked: 'Reported lost',
};

export const texts = dictionary({
  id: {
    title: 'Kit kantor ini',
    hint: 'Lihat yang belum pulang, laporkan kit hilang, selesaikan catatannya.',
    none: 'Belum ada kit yang disiapkan kantor ini.',
    states: statesId,
    where: (place: string, from: string, to: string) =>
      from === to ? `${place} · ${from}` : `${place} · ${from} – ${to}`,
    seen: (time: string) => `Terakhir terhubung: ${time}`,
    carried: (count: number) => `Membawa data ${count} warga`,
    counts: (accepted: number, open: number) => `${accepted} catatan diterima · ${open} perlu dilihat`,
    missing: (numbers: string) => `Catatan yang belum sampai: no. ${numbers}`,
    open: 'Lihat catatannya',
    lost: 'Laporkan hilang',
    lostLead:
      'Kartu sementara yang belum tercatat langsung dicabut, dan catatan sesudah kit hilang tidak diterima. Ini tidak dapat dibatalkan.',
    lostAt: 'Hilang sejak kapan?',
    lostAtHint: 'Jika tidak pasti, pilih waktu terakhir kit masih di tangan petugas.',
    lostAtMissing: 'Pilih tanggal dan jamnya.',
    confirmLost: 'Ya, kit ini hilang',
    erase: 'Minta kit menghapus isinya',
    cancel: 'Batal',
    lostDone: 'Kit dilaporkan hilang.',
    eraseDone:
      'Perintah disimpan. Kit menghapus isinya begitu terhubung; yang belum terkirim tetap dapat dikirim.',
    backup: 'Baca berkas cadangan sebuah kit',
  },
  en: {
    title: 'This office’s kits',
    hint: 'See what has not come home, report a kit lost, settle its entries.',
    none: 'This office has not prepared a kit yet.',
    states: statesEn,
    where: (place, from, to) => (from === to ? `${place} · ${from}` : `${place} · ${from} – ${to}`),
    seen: (time) => `Last heard of: ${time}`,
    carried: (count) => (count === 1 ? 'Carries 1 resident’s data' : `Carries ${count} residents’ data`),
    counts: (accepted, open) =>
      `${accepted} ${accepted === 1 ? 'entry' : 'entries'} accepted · ${open} to look at`,
    missing: (numbers) => `Entries that have not arrived: no. ${numbers}`,
    open: 'Look at its entries',
    lost: 'Report it lost',
    lostLead:
      'Provisional cards of which nothing came are withdrawn at once, and no entry from after the loss is accepted. This cannot be undone.',
    lostAt: 'Lost since when?',
    lostAtHint: 'If you are not sure, choose when an officer last had it.',
    lostAtMissing: 'Choose the date and the time.',
    confirmLost: 'Yes, this kit is lost',
    erase: 'Order it to erase itself',
    cancel: 'Cancel',
    lostDone: 'The kit has been reported lost.',
    eraseDone:
      'The order is kept. The kit erases itself when it next connects; what it has not sent can still be sent.',
    backup: 'Read the backup file of a kit',
  },
});
