import { dictionary } from '../shared/i18n.ts';

/** What several pages of the wallet say. */
export const texts = dictionary({
  id: {
    service: 'Dompet',
    loading: 'Memuat halaman. Sambungan lambat? Tunggu saja: kami mencoba terus.',
    notLoadedTitle: 'Halaman ini perlu internet',
    notLoadedOffline: 'Ponsel sedang tidak tersambung. Begitu tersambung, halaman ini terbuka sendiri.',
    notLoaded: 'Sambungan terputus-putus. Isian Anda tetap tersimpan.',
    reload: 'Muat ulang',
    retry: 'Coba lagi',
    waiting: 'Menunggu konfirmasi …',
    offline: 'Ponsel sedang tidak tersambung ke internet.',
    lineSlowTitle: 'Sambungan lambat',
    lineSlow: 'Tunggu saja. Tidak perlu menekan lagi.',
    lineLostTitle: 'Belum terkirim',
    lineLost:
      'Sambungan terputus. Kami mengirim lagi sendiri, Anda tidak perlu menekan apa pun. Data Anda tersimpan di ponsel ini.',
    noStorageTitle: 'KTP Digital tidak dapat dipakai di sini',
    noStorage: {
      'storage/forbidden':
        'Peramban ini tidak mengizinkan penyimpanan data. Tutup jendela pribadi (penyamaran), lalu buka halaman ini di jendela biasa.',
      'storage/blocked': 'Halaman ini masih terbuka di tab lain. Tutup semua tabnya, lalu buka sekali lagi.',
      'handset/insecure': 'Halaman ini dibuka tanpa sambungan aman. Buka alamat yang diawali https://.',
    },
    clockOff: (hours: string) =>
      `Jam ponsel Anda berbeda ${hours} dari waktu sebenarnya. Aplikasi ini menyesuaikannya, tetapi sebaiknya atur jam ponsel ke otomatis.`,
    hours: (hours: number, minutes: number) =>
      [hours > 0 && `${hours} jam`, minutes > 0 && `${minutes} menit`].filter(Boolean).join(' '),
    cancel: 'Batalkan permohonan',
    cancelQuestion: 'Batalkan permohonan ini?',
    cancelMeaning:
      'Permohonan ini berakhir. Anda dapat memulai lagi kapan saja; KTP-el fisik Anda tetap berlaku.',
    cancelYes: 'Ya, batalkan',
    cancelNo: 'Tidak, lanjutkan',
  },
  en: {
    service: 'Wallet',
    loading: 'Loading the page. A slow connection? Just wait: we keep trying.',
    notLoadedTitle: 'This page needs the internet',
    notLoadedOffline: 'The phone is not connected. As soon as it is, this page opens by itself.',
    notLoaded: 'The connection keeps breaking. Your entries are kept.',
    reload: 'Reload',
    retry: 'Try again',
    waiting: 'Waiting for the confirmation …',
    offline: 'The phone is not connected to the internet.',
    lineSlowTitle: 'A slow connection',
    lineSlow: 'Just wait. There is no need to press again.',
    lineLostTitle: 'Not sent yet',
    lineLost:
      'The connection broke. We send it again by ourselves; you need not press anything. Your data are kept on this phone.',
    noStorageTitle: 'The digital KTP cannot be used here',
    noStorage: {
      'storage/forbidden':
        'This browser does not allow data to be kept. Close the private (incognito) window and open this page in an ordinary one.',
      'storage/blocked':
        'This page is still open in another tab. Close all its tabs, then open it once more.',
      'handset/insecure':
        'This page was opened without a secure connection. Open the address that begins with https://.',
    },
    clockOff: (hours) =>
      `Your phone’s clock is off by ${hours}. This application corrects for it, but it is better to set the clock to automatic.`,
    hours: (hours, minutes) =>
      [hours > 0 && `${hours} h`, minutes > 0 && `${minutes} min`].filter(Boolean).join(' '),
    cancel: 'Cancel the application',
    cancelQuestion: 'Cancel this application?',
    cancelMeaning:
      'This application ends. You may start again at any time; your physical KTP-el stays valid.',
    cancelYes: 'Yes, cancel it',
    cancelNo: 'No, continue',
  },
});
