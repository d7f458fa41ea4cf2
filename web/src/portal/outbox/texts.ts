import { dictionary } from '../../shared/i18n.ts';

export const texts = dictionary({
  id: {
    title: 'E-mail dan SMS demonstrasi',
    sms: 'SMS',
    lead: 'E-mail dan SMS demonstrasi ini tidak dikirim ke mana pun, tetapi tampil di sini, yang terbaru di atas. Semua isinya sintetis. Halaman ini hanya ada pada demonstrasi.',
    none: 'Belum ada pesan. Pesan baru muncul di sini dengan sendirinya dalam beberapa detik.',
    to: (recipient: string) => `Kepada ${recipient}`,
    arrived: 'Ada pesan baru.',
    absentTitle: 'Tidak ada apa-apa di sini',
    absent:
      'Halaman ini hanya ada pada demonstrasi. Layanan ini mengirim e-mail dan SMS langsung ke penerimanya.',
  },
  en: {
    title: 'E-mails and text messages of this demonstration',
    sms: 'Text message',
    lead: 'E-mails and text messages of this demonstration are sent to nobody but shown here, newest first. All of it is synthetic. This page exists in a demonstration only.',
    none: 'There are no messages yet. A new one appears here by itself within seconds.',
    to: (recipient) => `To ${recipient}`,
    arrived: 'A new message has come.',
    absentTitle: 'There is nothing here',
    absent:
      'This page exists in a demonstration only. This service sends its messages straight to their recipients.',
  },
});
