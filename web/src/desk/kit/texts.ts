import { dictionary } from '../../shared/i18n.ts';
import type { UnlockCode } from './sealed/lock.ts';

const unlockId: Record<UnlockCode, string> = {
  'passkey/cancelled': 'Kunci sandi tidak dipakai. Tekan nama Anda sekali lagi.',
  'passkey/no-secret':
    'Kunci sandi ini tidak dapat membuka kit. Pakai kunci sandi yang dipakai saat menyiapkan.',
  'kit/wrong-passkey': 'Kunci sandi ini bukan milik petugas itu. Pilih nama Anda sendiri.',
  'kit/wrong-passphrase':
    'Sandi kit salah. Ketik lagi ketiga katanya; huruf besar dan spasi tidak berpengaruh.',
};

const unlockEn: Record<UnlockCode, string> = {
  'passkey/cancelled': 'The passkey was not used. Press your name once more.',
  'passkey/no-secret': 'This passkey cannot open the kit. Use the one with which it was prepared.',
  'kit/wrong-passkey': 'This passkey is not that officer’s. Choose your own name.',
  'kit/wrong-passphrase':
    'The kit’s passphrase is wrong. Type its three words again; capitals and spaces do not matter.',
};

export const texts = dictionary({
  id: {
    title: 'Kit lapangan',
    hint: 'Melayani warga di tempat tanpa jaringan.',
    elsewhereTitle: 'Kit sedang dipakai di tab lain',
    elsewhere: 'Lanjutkan di tab itu. Jika tab itu ditutup, kit terbuka di sini dengan sendirinya.',
    absent: 'Perangkat ini belum disiapkan sebagai kit.',
    absentLead: 'Kit disiapkan di kantor, selagi ada jaringan. Setelah itu kit bekerja tanpa jaringan.',
    prepare: 'Siapkan kit',
    where: (place: string, from: string, to: string) =>
      from === to ? `${place} · ${from}` : `${place} · ${from} – ${to}`,
    until: (time: string) => `Kit ini berlaku sampai ${time}.`,
    who: 'Siapa yang bertugas?',
    unlockAs: (name: string) => `Masuk sebagai ${name}`,
    passphrase: 'Sandi kit',
    passphraseHint: 'Tiga kata yang Anda catat saat menyiapkan kit.',
    passphraseMissing: 'Ketik sandi kit dahulu.',
    unlock: 'Buka kit',
    unlockRefused: unlockId,
    clockBackTitle: 'Jam perangkat ini mundur',
    clockBack: (time: string) =>
      `Kit ini sudah mencatat waktu ${time}. Betulkan tanggal dan jam perangkat; sebelum itu tidak ada yang dapat dicatat.`,
    greeting: (name: string) => `Selamat bertugas, ${name}`,
    scan: 'Pindai ponsel warga',
    scanHint: 'Minta warga membuka “Serahkan kepada petugas” di ponselnya.',
    today: 'Hari ini',
    counts: { accepted: 'disetujui', refused: 'ditolak', unsent: 'belum terkirim' },
    badge: 'Lencana saya',
    badgeHint: 'Warga memeriksanya sebelum memberi apa pun.',
    entries: 'Catatan',
    entriesHint: 'Cari catatan, tampilkan lagi kartunya, atau batalkan.',
    sheet: 'Lembar harian',
    sheetHint: 'Daftar satu hari untuk dicetak dan ditandatangani.',
    homecoming: 'Pulang: kirim catatan',
    homecomingHint: 'Kirim ke server begitu ada jaringan, dan selesaikan yang perlu dilihat.',
    contents: 'Isi kit dan cadangan',
    contentsHint: 'Apa saja yang disimpan di sini, dan salinan yang hanya dapat dibaca server.',
    ready: 'Siap berangkat?',
    readyHint: 'Periksa penyimpanan, jam, dan kamera.',
    lock: 'Kunci kit',
    overTitle: 'Sesi kit ini sudah berakhir',
    dismissedTitle: 'Kantor meminta kit ini dihapus',
    over: 'Kunci dan data warga sudah dihapus dari perangkat ini. Tidak ada yang dapat dicatat lagi.',
    overUnsent: (count: number) =>
      `${count} catatan belum terkirim. Catatan itu tersandi, hanya server yang dapat membacanya. Kirim dahulu, baru hapus.`,
    eraseAll: 'Hapus kit dari perangkat ini',
    next: 'Lanjutkan',
    readBackup: 'Baca berkas cadangan sebuah kit',
  },
  en: {
    title: 'Field kit',
    hint: 'Serve residents where there is no network.',
    elsewhereTitle: 'The kit is in use in another tab',
    elsewhere: 'Go on in that tab. When it is closed, the kit opens here by itself.',
    absent: 'This device has not been prepared as a kit.',
    absentLead: 'A kit is prepared at the office, while there is a network. Afterwards it works without one.',
    prepare: 'Prepare a kit',
    where: (place, from, to) => (from === to ? `${place} · ${from}` : `${place} · ${from} – ${to}`),
    until: (time) => `This kit is good until ${time}.`,
    who: 'Who is on duty?',
    unlockAs: (name) => `Sign in as ${name}`,
    passphrase: 'Passphrase of the kit',
    passphraseHint: 'The three words that you noted when the kit was prepared.',
    passphraseMissing: 'Type the passphrase first.',
    unlock: 'Open the kit',
    unlockRefused: unlockEn,
    clockBackTitle: 'This device’s clock went back',
    clockBack: (time) =>
      `This kit has already recorded ${time}. Put the device’s date and time right; until then nothing can be recorded.`,
    greeting: (name) => `Welcome, ${name}`,
    scan: 'Scan a resident’s phone',
    scanHint: 'Ask the resident to open “Hand over to the officer” on their phone.',
    today: 'Today',
    counts: { accepted: 'approved', refused: 'refused', unsent: 'not sent yet' },
    badge: 'My badge',
    badgeHint: 'Residents check it before they give anything.',
    entries: 'Entries',
    entriesHint: 'Search entries, show a card again, or void one.',
    sheet: 'Day sheet',
    sheetHint: 'The list of one day, to be printed and signed.',
    homecoming: 'Coming home: send the entries',
    homecomingHint: 'Send to the server as soon as there is a network, and settle what needs a look.',
    contents: 'Contents and backup',
    contentsHint: 'What is kept here, and a copy that only the server can read.',
    ready: 'Ready to go?',
    readyHint: 'Check storage, clock and camera.',
    lock: 'Lock the kit',
    overTitle: 'The session of this kit has ended',
    dismissedTitle: 'The office asked for this kit to be erased',
    over: 'Keys and residents’ data have been erased from this device. Nothing can be recorded any more.',
    overUnsent: (count) =>
      count === 1
        ? '1 entry has not been sent. It is encrypted, only the server can read it. Send it first, then erase.'
        : `${count} entries have not been sent. They are encrypted, only the server can read them. Send them first, then erase.`,
    eraseAll: 'Erase the kit from this device',
    next: 'Continue',
    readBackup: 'Read the backup file of a kit',
  },
});
