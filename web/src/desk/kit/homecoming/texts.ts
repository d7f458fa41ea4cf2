import type { ConflictAct } from '@jatidiri/core/field/conflicts.ts';
import { dictionary } from '../../../shared/i18n.ts';

const actsId: Record<ConflictAct, string> = {
  retry: 'Coba putuskan lagi',
  release: 'Lepas dengan alasan',
  giveUp: 'Tutup dengan alasan',
};
const actsEn: Record<ConflictAct, string> = {
  retry: 'Try to decide again',
  release: 'Release with a reason',
  giveUp: 'Close with a reason',
};

export const texts = dictionary({
  id: {
    title: 'Pulang: kirim catatan',
    progress: (sent: number, of: number) => `${sent} dari ${of} catatan diterima server`,
    photos: (count: number) => `${count} foto belum sampai`,
    sending: 'Mengirim … Anda boleh membuka halaman lain; pengiriman berjalan terus.',
    waiting: 'Sambungan terputus. Pengiriman dilanjutkan sendiri dari bagian terakhir.',
    send: 'Kirim sekarang',
    doneTitle: 'Semua catatan sudah sampai',
    done: 'Kit boleh dihapus setelah semua yang perlu dilihat selesai.',
    conflicts: (count: number) => `${count} catatan perlu dilihat`,
    conflictsLead: 'Server belum menerima catatan ini. Lihat sebabnya, lalu pilih tindakannya.',
    entry: (n: number, officer: string) => `No. ${n} · ${officer}`,
    photoMissing:
      'Fotonya belum sampai. Kirim dari kit atau dari berkas cadangan; jika tidak ada lagi, tutup dengan alasan.',
    acts: actsId,
    reason: 'Alasan',
    reasonHint: 'Paling sedikit 10 huruf; tercatat atas nama Anda.',
    reasonMissing: 'Tulis alasan, paling sedikit 10 huruf.',
    cancel: 'Batal',
    eraseTitle: 'Server meminta kit ini dihapus',
    erase: 'Semua catatan sudah sampai. Isi kit boleh dihapus dari perangkat ini.',
    eraseNow: 'Hapus kit dari perangkat ini',
    backupTitle: 'Baca berkas cadangan',
    backupLead: 'Jika kit rusak atau hilang: pilih berkas cadangannya. Server membuka dan memeriksanya.',
    backupChoose: 'Pilih berkas cadangan',
    backupBad: 'Berkas ini bukan cadangan kit.',
    backupDone: (count: number) => `${count} catatan dari cadangan sudah sampai di server.`,
    whatCame: 'Lihat mana yang diterima dan mana yang perlu dilihat',
    sendCopies: 'Kirim catatan yang tersisa',
  },
  en: {
    title: 'Coming home: send the entries',
    progress: (sent, of) => `${sent} of ${of} entries received by the server`,
    photos: (count) =>
      count === 1 ? '1 photograph has not arrived' : `${count} photographs have not arrived`,
    sending: 'Sending … You may open other pages; it goes on.',
    waiting: 'The line broke. It goes on by itself, from the last part.',
    send: 'Send now',
    doneTitle: 'All entries have arrived',
    done: 'The kit may be erased once everything that needs a look is settled.',
    conflicts: (count) => (count === 1 ? '1 entry needs a look' : `${count} entries need a look`),
    conflictsLead: 'The server has not accepted these. See why, then choose what to do.',
    entry: (n, officer) => `No. ${n} · ${officer}`,
    photoMissing:
      'Its photograph has not arrived. Send it from the kit or from a backup file; if there is none any more, close it with a reason.',
    acts: actsEn,
    reason: 'Reason',
    reasonHint: 'At least 10 letters; it is recorded in your name.',
    reasonMissing: 'Write a reason of at least 10 letters.',
    cancel: 'Cancel',
    eraseTitle: 'The server asks for this kit to be erased',
    erase: 'All entries have arrived. The kit may be erased from this device.',
    eraseNow: 'Erase the kit from this device',
    backupTitle: 'Read a backup file',
    backupLead: 'When a kit broke or was lost: choose its backup file. The server opens and checks it.',
    backupChoose: 'Choose a backup file',
    backupBad: 'This file is no backup of a kit.',
    backupDone: (count) => `${count} entries of the backup have arrived at the server.`,
    whatCame: 'See what was accepted and what needs a look',
    sendCopies: 'Send the entries that are left',
  },
});
