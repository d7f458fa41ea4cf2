import { dictionary } from './i18n.ts';

/** The words of the shared components. Entries bring their own. */
export const words = dictionary({
  id: {
    product: 'Jatidiri',
    skip: 'Langsung ke isi halaman',
    synthetic: 'Semua data di sini sintetis. Tidak ada data orang sungguhan.',
    back: 'Kembali',
    home: 'Halaman depan',
    close: 'Tutup',
    optional: 'boleh dikosongkan',
    wait: 'Mohon tunggu …',
    step: (at: number, of: number) => `Langkah ${at} dari ${of}`,
    fixThese: 'Ada yang perlu diperbaiki',
    tones: {
      info: 'Informasi',
      warning: 'Perhatian',
      success: 'Berhasil',
      refusal: 'Tidak dapat dilanjutkan',
    },
    pinEntered: (count: number, of: number) => `${count} dari ${of} angka terisi`,
    pinDelete: 'Hapus satu angka',
    refreshIn: (seconds: number) => `Diperbarui dalam ${seconds} detik`,
  },
  en: {
    product: 'Jatidiri',
    skip: 'Skip to the content',
    synthetic: 'All data here are synthetic. No real person’s data are used.',
    back: 'Back',
    home: 'Home page',
    close: 'Close',
    optional: 'optional',
    wait: 'Please wait …',
    step: (at, of) => `Step ${at} of ${of}`,
    fixThese: 'Some answers need correcting',
    tones: { info: 'Information', warning: 'Attention', success: 'Done', refusal: 'Cannot continue' },
    pinEntered: (count, of) => `${count} of ${of} digits entered`,
    pinDelete: 'Delete one digit',
    refreshIn: (seconds) => `Renewed in ${seconds} seconds`,
  },
});
