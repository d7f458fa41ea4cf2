import { dictionary } from '../../shared/i18n.ts';

export const texts = dictionary({
  id: {
    title: 'Hentikan pemulihan KTP Digital?',
    lead: 'Seseorang membuktikan diri sebagai Anda untuk memulihkan KTP Digital. Bukan Anda? Hentikan.',
    yours: 'Itu Anda sendiri? Tutup saja halaman ini.',
    stop: 'Bukan saya: hentikan',
    nothing: 'Halaman ini tidak meminta NIK, PIN, atau data lain.',
    broken: 'Tautan ini tidak lengkap. Buka lagi dari pesan aslinya, seluruhnya.',
    stoppedTitle: 'Pemulihan dihentikan',
    stopped: 'KTP Digital Anda tetap di ponselnya. Selama 7 hari hanya petugas yang dapat memindahkannya.',
    next: 'Ada yang dapat membaca e-mail atau SMS Anda: ganti kata sandi e-mail, dan tanyakan kartu SIM kepada operator.',
  },
  en: {
    title: 'Stop the recovery of your digital KTP?',
    lead: 'Somebody proved to be you to recover your digital KTP. Not you? Stop it.',
    yours: 'Was it you? Just close this page.',
    stop: 'Not me: stop it',
    nothing: 'This page asks for no NIK, no PIN and no other data.',
    broken: 'This link is not complete. Open it again from the message itself, the whole of it.',
    stoppedTitle: 'The recovery was stopped',
    stopped: 'Your digital KTP stays on its phone. For 7 days only an officer can move it.',
    next: 'Somebody can read your e-mail or SMS: change the password of your mailbox, and ask your operator about your SIM card.',
  },
});
