import { dictionary } from '../../shared/i18n.ts';

export const texts = dictionary({
  id: {
    title: 'Petugas Dukcapil datang ke mana?',
    link: 'Jadwal jemput bola',
    linkHint: 'Kapan dan di mana petugas membantu Anda mengaktifkan IKD di dekat rumah.',
    lead: 'Datang sendiri, bawa KTP-el dan ponsel Anda. Layanan ini gratis.',
    coming: 'Sedang dan akan berlangsung',
    nothingComing: 'Belum ada sesi yang diumumkan. Anda tetap dapat datang ke kantor Dukcapil.',
    over: 'Sudah selesai',
    officers: (names: string) => `Petugas dengan tanda pengenal: ${names}`,
    counted: (count: string) => `${count} IKD diaktifkan di sini, dihitung dari buku besar`,
    reported: (count: string, source: string) =>
      `${count} IKD diaktifkan, menurut artikel ${source} (sebelum sistem ini)`,
    back: 'Kembali ke angka cakupan',
  },
  en: {
    title: 'Where do Dukcapil officers come?',
    link: 'Outreach schedule',
    linkHint: 'When and where officers help you to activate your IKD near your home.',
    lead: 'Come yourself, with your KTP-el and your phone. It costs nothing.',
    coming: 'Now and soon',
    nothingComing: 'No session is announced. You can still come to a Dukcapil office.',
    over: 'Over',
    officers: (names) => `Officers with badges: ${names}`,
    counted: (count) => `${count} IKD activated here, counted from the ledger`,
    reported: (count, source) =>
      `${count} IKD activated, according to article ${source} (before this system)`,
    back: 'Back to the coverage figures',
  },
});
