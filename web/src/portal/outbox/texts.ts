import { dictionary } from '../../shared/i18n.ts';

export const texts = dictionary({
  id: {
    title: 'E-mail demonstrasi',
    lead: 'E-mail demonstrasi ini tidak dikirim ke mana pun, tetapi tampil di sini, yang terbaru di atas. Semua isinya sintetis. Halaman ini hanya ada pada demonstrasi.',
    none: 'Belum ada e-mail. E-mail baru muncul di sini dengan sendirinya dalam beberapa detik.',
    to: (recipient: string) => `Kepada ${recipient}`,
    arrived: 'Ada e-mail baru.',
    absentTitle: 'Tidak ada apa-apa di sini',
    absent:
      'Halaman ini hanya ada pada demonstrasi. Layanan ini mengirim e-mail langsung ke alamat penerimanya.',
  },
  en: {
    title: 'E-mails of this demonstration',
    lead: 'E-mails of this demonstration are sent to nobody but shown here, newest first. All of it is synthetic. This page exists in a demonstration only.',
    none: 'There are no e-mails yet. A new one appears here by itself within seconds.',
    to: (recipient) => `To ${recipient}`,
    arrived: 'A new e-mail has come.',
    absentTitle: 'There is nothing here',
    absent:
      'This page exists in a demonstration only. This service sends its e-mails straight to their recipients.',
  },
});
