import type { IdentityQrRefusalCode } from '@jatidiri/core/identityqr/verifyIdentityQr.ts';
import { dictionary } from '../../shared/i18n.ts';

/** What a counter reads: what is wrong, why that is known, and what to do next. */
interface RefusalWords {
  readonly title: string;
  readonly why: string;
  readonly next: string;
}
type AllWords = Record<IdentityQrRefusalCode, RefusalWords>;

const id = {
  'qr/other-system': {
    title: 'Ini bukan QR IKD',
    why: 'QR ini dibuat oleh sistem lain.',
    next: 'Minta pemilik membuka aplikasi IKD, lalu menekan “Tunjukkan QR”.',
  },
  'qr/unreadable': {
    title: 'QR tidak terbaca utuh',
    why: 'Isi QR IKD ini rusak, terpotong, atau dibuat oleh versi yang lebih baru.',
    next: 'Pindai lagi dari jarak lebih dekat. Jika tetap begini, tutup lalu buka lagi aplikasi pemeriksa ini dengan internet.',
  },
  'qr/unknown-issuer': {
    title: 'Penerbit tidak dikenal',
    why: 'QR ini tidak ditandatangani oleh penerbit IKD yang dikenal perangkat ini.',
    next: 'Perbarui daftar dengan internet, lalu pindai lagi. Jika tetap ditolak, jangan diterima.',
  },
  'qr/provisional': {
    title: 'Kartu sementara',
    why: 'Kartu ini dibuat petugas di lapangan dan belum disahkan. Perangkat ini diatur untuk menolaknya (lihat Pengaturan).',
    next: 'Minta KTP-el fisik, atau minta pemilik membuka aplikasi IKD dengan internet agar kartunya menjadi kartu penuh.',
  },
  'qr/altered': {
    title: 'Isi QR telah diubah',
    why: 'Tanda tangan penerbit tidak cocok dengan isinya.',
    next: 'Jangan diterima. Minta KTP-el fisik. Jika terulang, laporkan ke Dukcapil.',
  },
  'qr/holder-signature': {
    title: 'QR ini salinan',
    why: 'QR tidak dibuat oleh ponsel pemiliknya.',
    next: 'Jangan diterima. Minta pemilik membuka IKD di ponselnya sendiri, di depan Anda.',
  },
  'qr/too-old': {
    title: 'QR ini sudah lama',
    why: 'QR dibuat lebih dari satu menit yang lalu, seperti pada tangkapan layar.',
    next: 'Minta pemilik membuka aplikasi IKD di depan Anda, lalu pindai QR yang sedang tampil.',
  },
  'qr/from-the-future': {
    title: 'Jamnya tidak cocok',
    why: 'Menurut perangkat ini QR dibuat di waktu yang akan datang: salah satu jam tidak tepat.',
    next: 'Periksa jam perangkat ini dan jam ponsel pemilik (atur ke otomatis), lalu pindai lagi.',
  },
  'qr/expired': {
    title: 'Masa berlaku sudah habis',
    why: 'Data di ponsel pemilik sudah lewat masa berlakunya.',
    next: 'Minta pemilik membuka aplikasi IKD dengan internet, lalu pindai lagi. Atau minta KTP-el fisik.',
  },
  'qr/revoked': {
    title: 'IKD ini sudah dicabut',
    why: 'IKD sudah dilepas dari ponsel ini, dilaporkan hilang, atau diakhiri.',
    next: 'Jangan diterima. Minta KTP-el fisik, atau arahkan pemilik ke kantor Dukcapil.',
  },
  'qr/suspended': {
    title: 'IKD ini sedang ditangguhkan',
    why: 'Dukcapil menghentikan IKD ini untuk sementara.',
    next: 'Jangan diterima. Minta KTP-el fisik, atau arahkan pemilik ke kantor Dukcapil.',
  },
  'qr/status-unknown': {
    title: 'Belum dapat dipastikan',
    why: 'Tanda tangannya benar, tetapi perangkat ini tidak punya daftar pencabutan yang cukup baru.',
    next: 'Perbarui daftar dengan internet, lalu pindai lagi. Tanpa internet, minta KTP-el fisik.',
  },
} satisfies AllWords;

const en = {
  'qr/other-system': {
    title: 'This is not an IKD QR',
    why: 'Another system made this QR.',
    next: 'Ask the holder to open the IKD application and press “Show a QR”.',
  },
  'qr/unreadable': {
    title: 'The QR could not be read in full',
    why: 'The content of this IKD QR is damaged, cut off, or of a newer version.',
    next: 'Scan again from closer by. If it stays like this, close and reopen this verifier with internet.',
  },
  'qr/unknown-issuer': {
    title: 'Unknown issuer',
    why: 'No IKD issuer that this device knows has signed this QR.',
    next: 'Renew the lists with internet and scan again. If it is still refused, do not accept it.',
  },
  'qr/provisional': {
    title: 'A provisional card',
    why: 'Officers made this card in the field, and it has not been confirmed yet. This device is set to refuse them (see Settings).',
    next: 'Ask for the physical KTP-el, or let the holder open the IKD application with internet, so that it becomes a full card.',
  },
  'qr/altered': {
    title: 'The QR has been altered',
    why: 'The issuer’s signature does not fit the content.',
    next: 'Do not accept it. Ask for the physical KTP-el. If it happens again, report it to Dukcapil.',
  },
  'qr/holder-signature': {
    title: 'This QR is a copy',
    why: 'The holder’s phone did not make it.',
    next: 'Do not accept it. Ask the holder to open the IKD on their own phone, in front of you.',
  },
  'qr/too-old': {
    title: 'This QR is too old',
    why: 'It was made more than a minute ago, as in a screenshot.',
    next: 'Ask the holder to open the IKD application in front of you, and scan the QR shown now.',
  },
  'qr/from-the-future': {
    title: 'The clocks disagree',
    why: 'By this device’s clock the QR is from the future: one of the clocks is wrong.',
    next: 'Check the clocks of this device and of the holder’s phone (set to automatic), then scan again.',
  },
  'qr/expired': {
    title: 'No longer valid',
    why: 'The data on the holder’s phone have passed their validity.',
    next: 'Ask the holder to open the IKD application with internet, then scan again. Or ask for the physical KTP-el.',
  },
  'qr/revoked': {
    title: 'This IKD has been revoked',
    why: 'It was released from this phone, reported lost, or ended.',
    next: 'Do not accept it. Ask for the physical KTP-el, or direct the holder to a Dukcapil office.',
  },
  'qr/suspended': {
    title: 'This IKD is suspended',
    why: 'Dukcapil has stopped this IKD for the time being.',
    next: 'Do not accept it. Ask for the physical KTP-el, or direct the holder to a Dukcapil office.',
  },
  'qr/status-unknown': {
    title: 'Not certain yet',
    why: 'The signatures are right, but this device has no revocation list that is recent enough.',
    next: 'Renew the lists with internet and scan again. Without internet, ask for the physical KTP-el.',
  },
} satisfies AllWords;

export const refusalTexts = dictionary<AllWords>({ id, en });

/** `unclear` accuses nobody: it was the wrong code, a bad picture, a clock, or a list that is missing here. */
export const VERDICTS = {
  'qr/other-system': 'unclear',
  'qr/unreadable': 'unclear',
  'qr/unknown-issuer': 'invalid',
  'qr/provisional': 'unclear',
  'qr/altered': 'invalid',
  'qr/holder-signature': 'invalid',
  'qr/too-old': 'invalid',
  'qr/from-the-future': 'unclear',
  'qr/expired': 'invalid',
  'qr/revoked': 'invalid',
  'qr/suspended': 'invalid',
  'qr/status-unknown': 'unclear',
} as const satisfies Record<IdentityQrRefusalCode, 'invalid' | 'unclear'>;

/** Where a newer list may change the answer. */
export const HELPED_BY_RENEWING: ReadonlySet<IdentityQrRefusalCode> = new Set([
  'qr/unknown-issuer',
  'qr/status-unknown',
]);
