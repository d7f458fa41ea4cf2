import { dictionary } from '../../shared/i18n.ts';

export const texts = dictionary({
  id: {
    title: 'Aktifkan KTP Digital Anda',
    lead: 'Petugas Dukcapil sudah memastikan data Anda. Dengan menekan tombol ini, KTP Digital Anda (Identitas Kependudukan Digital, IKD) aktif di ponsel tempat Anda mendaftar.',
    notYou: 'Bukan Anda yang mendaftar? Jangan tekan tombol. Tutup halaman ini dan lapor ke kantor Dukcapil.',
    yes: 'Ya, aktifkan KTP Digital saya',
    doneTitle: 'KTP Digital Anda sudah aktif',
    done: 'Buka aplikasi Jatidiri di ponsel tempat Anda mendaftar, lalu masukkan PIN Anda.',
    here: 'Buka KTP Digital di ponsel ini',
    brokenTitle: 'Tautan ini tidak lengkap',
    broken:
      'Buka sekali lagi tautan dari e-mail, atau salin seluruh alamatnya. Petugas juga dapat mengonfirmasi di meja.',
    home: 'Ke halaman depan',
  },
  en: {
    title: 'Activate your digital KTP',
    lead: 'A Dukcapil officer has made sure that the data are yours. With this button, your digital KTP (digital population identity, IKD) becomes active on the phone that you registered with.',
    notYou:
      'Was it not you who registered? Do not press the button. Close this page and tell a Dukcapil office.',
    yes: 'Yes, activate my digital KTP',
    doneTitle: 'Your digital KTP is active',
    done: 'Open Jatidiri on the phone that you registered with and enter your PIN.',
    here: 'Open the digital KTP on this phone',
    brokenTitle: 'This link is not complete',
    broken:
      'Open the link of the e-mail once more, or copy its whole address. An officer can also confirm at the desk.',
    home: 'To the home page',
  },
});
