import { dictionary } from '../../shared/i18n.ts';

export const badgeTexts = dictionary({
  id: {
    title: 'Lencana saya',
    hint: 'Tunjukkan kepada warga yang ingin memeriksa Anda.',
    lead: 'Warga memindainya dengan ponselnya sendiri, dari halaman depan dompet atau layanan ini.',
    badge: 'QR lencana Anda',
    number: 'Angka di layar warga',
    numberHint: 'Empat angka; supaya warga yakin ini bukan foto.',
    posterTitle: 'Petugas Dukcapil ada di sini',
    posterLink: 'Cetak poster',
    poster: 'QR poster kunjungan ini',
    posterHow:
      'Periksa keaslian poster ini: buka dompet KTP Digital, pilih “Periksa petugas atau poster”, lalu pindai. Layanan ini gratis; petugas tidak pernah meminta PIN, kode, atau uang.',
    print: 'Cetak',
  },
  en: {
    title: 'My badge',
    hint: 'Show it to residents who want to check you.',
    lead: 'Residents scan it with their own phone, from the front page of the wallet or of this service.',
    badge: 'QR code of your badge',
    number: 'The number on the resident’s screen',
    numberHint: 'Four digits; so that the resident is sure that this is no photo.',
    posterTitle: 'Dukcapil officers are here',
    posterLink: 'Print the poster',
    poster: 'QR code of this visit’s poster',
    posterHow:
      'Check that this poster is genuine: open the digital KTP wallet, choose “Check an officer or a poster” and scan. The service is free; officers never ask for a PIN, a code or money.',
    print: 'Print',
  },
});
