import { dictionary } from '../shared/i18n.ts';
import type { TrustRefusalCode } from './trust/model.ts';
import type { VerifierRefusal } from './verifier.ts';

const cannotOpenId = {
  'storage/forbidden':
    'Peramban ini tidak mengizinkan penyimpanan. Buka halaman ini di jendela biasa (bukan jendela privat).',
  'storage/blocked': 'Halaman ini terbuka di tab lain dengan versi lama. Tutup tab itu, lalu coba lagi.',
  'verifier/insecure': 'Halaman ini harus dibuka melalui sambungan aman (https). Periksa alamatnya.',
} satisfies Record<VerifierRefusal['code'], string>;

const cannotOpenEn = {
  'storage/forbidden':
    'This browser does not allow storage. Open this page in an ordinary, not a private, window.',
  'storage/blocked': 'This page is open in another tab in an older version. Close that tab and try again.',
  'verifier/insecure': 'This page must be opened through a secure connection (https). Check the address.',
} satisfies Record<VerifierRefusal['code'], string>;

const notRenewedId = {
  'trust/unreachable': 'Layanan tidak dapat dihubungi. Periksa sambungan internet, lalu coba lagi.',
  'trust/unreadable': 'Jawaban dari layanan tidak dapat dibaca. Coba lagi nanti.',
  'trust/untrusted': 'Daftar dari layanan tidak ditandatangani oleh penerbit yang dipercaya perangkat ini.',
  'trust/browser-too-old': 'Peramban ini terlalu lama untuk memeriksa IKD. Perbarui peramban Anda.',
} satisfies Record<TrustRefusalCode, string>;

const notRenewedEn = {
  'trust/unreachable': 'The service cannot be reached. Check the internet connection and try again.',
  'trust/unreadable': 'The answer of the service could not be read. Try again later.',
  'trust/untrusted': 'The lists of the service are not signed by an issuer that this device trusts.',
  'trust/browser-too-old': 'This browser is too old to verify an IKD. Update your browser.',
} satisfies Record<TrustRefusalCode, string>;

/** What every page of the verifier may say. */
export const texts = dictionary({
  id: {
    service: 'Pemeriksa',
    cannotOpenTitle: 'Pemeriksa tidak dapat dibuka',
    cannotOpen: cannotOpenId,
    title: 'Periksa IKD',
    lead: 'Pindai QR di aplikasi IKD pemiliknya. Hasilnya langsung terlihat, juga tanpa internet.',
    scan: 'Pindai QR IKD',
    today: (checks: number) => `Hari ini: ${checks} pemeriksaan. Data orang yang diperiksa tidak disimpan.`,
    settings: 'Pengaturan',
    preparing: 'Menyiapkan pemeriksa …',
    notPrepared: 'Perangkat ini belum siap',
    prepareOnce:
      'Sambungkan ke internet sekali untuk mengambil daftar penerbit dan daftar pencabutan. Sesudah itu pemeriksaan berjalan tanpa internet.',
    prepare: 'Siapkan sekarang',
    ready: 'Siap dipakai tanpa internet',
    listsAge: (age: string) => `Daftar pencabutan: ${age}.`,
    agingTitle: 'Daftar pencabutan mulai lama',
    tooOldTitle: 'Daftar pencabutan terlalu lama',
    aging: 'IKD yang dicabut sesudah itu belum dikenal di sini. Sambungkan ke internet untuk memperbarui.',
    tooOld: 'Sampai diperbarui, setiap QR dijawab “belum pasti”. Sambungkan ke internet.',
    renew: 'Perbarui sekarang',
    notRenewed: notRenewedId,
    rootsTitle: 'Akar kepercayaan berubah',
    roots:
      'Layanan menyebut sertifikat akar yang belum dikenal perangkat ini. Bandingkan sidik jarinya dahulu.',
    compare: 'Bandingkan sidik jari',
    clockLate: (time: string) =>
      `Jam perangkat ini terlambat ${time}. Pemeriksaan memakai jam layanan. Atur jam ke otomatis, lalu buka halaman ini dengan internet.`,
    clockEarly: (time: string) =>
      `Jam perangkat ini terlalu cepat ${time}. Pemeriksaan memakai jam layanan. Atur jam ke otomatis, lalu buka halaman ini dengan internet.`,
    justNow: 'baru saja diperbarui',
    ago: (time: string) => `${time} yang lalu`,
    minutes: (count: number) => `${count} menit`,
    hours: (count: number) => `${count} jam`,
    days: (count: number) => `${count} hari`,
  },
  en: {
    service: 'Verifier',
    cannotOpenTitle: 'The verifier cannot be opened',
    cannotOpen: cannotOpenEn,
    title: 'Verify an IKD',
    lead: 'Scan the QR in the holder’s IKD application. The result shows at once, also without internet.',
    scan: 'Scan an IKD QR',
    today: (checks) => `Today: ${checks} ${checks === 1 ? 'check' : 'checks'}. Nothing about people is kept.`,
    settings: 'Settings',
    preparing: 'Preparing the verifier …',
    notPrepared: 'This device is not prepared yet',
    prepareOnce:
      'Connect to the internet once to fetch the lists of issuers and revocations. From then on it verifies without internet.',
    prepare: 'Prepare now',
    ready: 'Ready, also without internet',
    listsAge: (age) => `Revocation list: ${age}.`,
    agingTitle: 'The revocation list is getting old',
    tooOldTitle: 'The revocation list is too old',
    aging: 'An IKD that was revoked since then is not known here. Connect to the internet to renew it.',
    tooOld: 'Until it is renewed, every QR is answered “not certain”. Connect to the internet.',
    renew: 'Renew now',
    notRenewed: notRenewedEn,
    rootsTitle: 'The root of trust has changed',
    roots:
      'The service names a root certificate that this device does not know yet. Compare its fingerprint first.',
    compare: 'Compare fingerprints',
    clockLate: (time) =>
      `This device’s clock is ${time} late. Checks use the service’s clock. Set the clock to automatic and open this page with internet.`,
    clockEarly: (time) =>
      `This device’s clock is ${time} early. Checks use the service’s clock. Set the clock to automatic and open this page with internet.`,
    justNow: 'renewed just now',
    ago: (time) => `${time} ago`,
    minutes: (count) => `${count} ${count === 1 ? 'minute' : 'minutes'}`,
    hours: (count) => `${count} ${count === 1 ? 'hour' : 'hours'}`,
    days: (count) => `${count} ${count === 1 ? 'day' : 'days'}`,
  },
});

/** How long, in the one unit that tells most: 3 menit, 5 jam, 2 hari. */
export function duration(ms: number): string {
  const t = texts();
  const minutes = Math.round(ms / 60_000);
  if (minutes < 60) return t.minutes(minutes);
  return minutes < 48 * 60 ? t.hours(Math.floor(minutes / 60)) : t.days(Math.floor(minutes / 1_440));
}

/** How long ago the authority signed what this device keeps. */
export function ageInWords(ms: number): string {
  return ms < 90_000 ? texts().justNow : texts().ago(duration(ms));
}
