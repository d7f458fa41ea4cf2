import { dictionary } from '../../shared/i18n.ts';

export const texts = dictionary({
  id: {
    title: 'Unduh data saya',
    lead: 'Semua data Anda pada layanan ini dan catatan siapa yang melihatnya, dalam satu berkas yang dapat dibuka di ponsel mana pun. Masukkan PIN untuk mengunduh.',
    pin: 'PIN Anda',
    loading: 'Menyiapkan berkas …',
    ready: 'Berkas Anda siap',
    careful:
      'Berkas ini memuat NIK, alamat, dan foto Anda. Jangan dikirim kepada orang yang tidak Anda percayai.',
    save: 'Simpan berkas',
    fileName: 'data-saya.html',
    done: 'Kembali',
  },
  en: {
    title: 'Download my data',
    lead: 'All your data in this service and the record of who has seen them, in one file that opens on any phone. Enter your PIN to download it.',
    pin: 'Your PIN',
    loading: 'Preparing the file …',
    ready: 'Your file is ready',
    careful:
      'The file holds your NIK, your address and your photo. Do not send it to anybody you do not trust.',
    save: 'Save the file',
    fileName: 'my-data.html',
    done: 'Back',
  },
});
