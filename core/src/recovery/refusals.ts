import type { RefusalText } from '../kit/refusalText.ts';

export type RecoveryRefusalCode = keyof typeof recoveryRefusals;

/** `data-mismatch` is the one answer for everybody who does not know all that is asked for, as in `activation`. */
export const recoveryRefusals = {
  'recovery/data-mismatch': {
    status: 422,
    id: 'Data ini tidak cocok dengan KTP Digital mana pun. Periksa lagi: tulis nama persis seperti di KTP-el. Jika sudah benar, datang ke kantor Dukcapil mana pun.',
    en: 'These data do not match any digital KTP. Check again: write the name exactly as on the KTP-el. If they are right, go to any Dukcapil office.',
  },
  'recovery/too-many-tries': {
    status: 429,
    id: 'Sudah terlalu banyak percobaan. Tunggu 15 menit, lalu coba lagi, atau datang ke kantor Dukcapil mana pun.',
    en: 'Too many tries. Wait 15 minutes and try again, or go to any Dukcapil office.',
  },
  'recovery/report-unanswered': {
    status: 429,
    id: 'Terlalu banyak laporan untuk NIK ini, jadi hasilnya tidak dapat kami tunjukkan. Jika NIK, nama, dan nomor atau e-mail tadi benar, KTP Digital itu sekarang dibekukan. Ragu? Datang ke kantor Dukcapil mana pun.',
    en: 'There were too many reports for this NIK, so we cannot show what came of yours. If NIK, name and number or e-mail were right, that digital KTP is on hold now. In doubt? Go to any Dukcapil office.',
  },
  'recovery/too-many-today': {
    status: 429,
    id: 'Pemulihan sudah dimulai tiga kali hari ini. Coba lagi besok, atau datang ke kantor Dukcapil mana pun: petugas dapat memindahkannya saat itu juga.',
    en: 'Recovery was begun three times today. Try again tomorrow, or go to any Dukcapil office: an officer can move it at once.',
  },
  'recovery/closed': {
    status: 409,
    id: 'Pemulihan sebelumnya dihentikan pemiliknya. Selama 7 hari pemulihan hanya dapat dilakukan di depan petugas, di kantor Dukcapil mana pun.',
    en: 'An earlier recovery was stopped by its owner. For 7 days recovery is possible only before an officer, at any Dukcapil office.',
  },
  'recovery/nothing-to-recover': {
    status: 409,
    id: 'Data Anda cocok, tetapi belum ada KTP Digital yang aktif. Lakukan aktivasi seperti biasa.',
    en: 'Your data match, but no digital KTP is active. Activate it in the usual way.',
  },
  'recovery/handset-busy': {
    status: 409,
    id: 'Ponsel ini sudah memegang KTP Digital. Pakai ponsel yang belum memegangnya.',
    en: 'This phone holds a digital KTP already. Use a phone that holds none.',
  },
  'recovery/unknown': {
    status: 404,
    id: 'Pemulihan ini tidak dikenal di ponsel ini. Mulai lagi dari awal.',
    en: 'This recovery is not known for this phone. Start again.',
  },
  'recovery/over': {
    status: 410,
    id: 'Waktu pemulihan ini sudah habis. Mulai lagi dari awal.',
    en: 'The time of this recovery is over. Start again.',
  },
  'recovery/stopped': {
    status: 409,
    id: 'Pemulihan ini sudah dihentikan. Datang ke kantor Dukcapil mana pun dengan KTP-el.',
    en: 'This recovery has been stopped. Go to any Dukcapil office with your KTP-el.',
  },
  'recovery/not-now': {
    status: 409,
    id: 'Langkah ini sudah lewat, atau belum waktunya. Buka lagi halaman ini untuk melihat langkah berikutnya.',
    en: 'This step is done, or not due yet. Open this page again to see the next step.',
  },
  'recovery/too-early': {
    status: 409,
    id: 'Masa tunggu belum selesai. Buka lagi halaman ini pada waktu yang tertulis.',
    en: 'The waiting time is not over. Open this page again at the time shown.',
  },
  'recovery/held-anew': {
    status: 409,
    id: 'KTP Digital ini dibekukan sesudah Anda memulai pemulihan, jadi masa tunggu dihitung sejak pembekuan itu. Buka lagi halaman ini nanti, atau datang ke kantor Dukcapil mana pun dengan KTP-el.',
    en: 'This digital KTP was put on hold after you had begun, so the waiting time counts from then. Open this page again later, or go to any Dukcapil office with your KTP-el.',
  },
  'recovery/code-wrong': {
    status: 422,
    id: 'Kode ini salah. Pakai kode dari pesan yang terbaru.',
    en: 'This code is wrong. Use the code of the newest message.',
  },
  'recovery/too-many-codes': {
    status: 429,
    id: 'Kode sudah dikirim tiga kali. Periksa pesan dan folder spam, atau datang ke kantor Dukcapil mana pun.',
    en: 'The code was sent three times. Look at your messages and the spam folder, or go to any Dukcapil office.',
  },
  'recovery/face-differs': {
    status: 422,
    id: 'Wajah ini tidak cocok dengan foto perekaman. Cari cahaya dari depan, lepas kacamata dan masker, lalu coba lagi.',
    en: 'This face does not match the recorded photograph. Let light come from the front, take off glasses and mask, and try again.',
  },
  'recovery/face-unreadable': {
    status: 422,
    id: 'Wajah belum terlihat jelas pada foto ini. Tatap lurus ke kamera, seluruh wajah di dalam garis, lalu coba lagi.',
    en: 'No face is clear in this photo. Look straight into the camera, the whole face within the line, and try again.',
  },
  'recovery/face-busy': {
    status: 429,
    id: 'Banyak orang sedang memeriksa wajah. Tunggu satu menit, lalu kirim lagi.',
    en: 'Many faces are being compared at this moment. Wait a minute, then send it again.',
  },
  'recovery/report-lifted': {
    status: 409,
    id: 'Laporan serupa baru saja dibatalkan dari ponsel itu sendiri. Jika ponsel itu tidak ada pada Anda, datang ke kantor Dukcapil mana pun.',
    en: 'A report like this was lifted a short while ago on the phone itself. If you do not have that phone, go to any Dukcapil office.',
  },
  'recovery/nothing-to-lift': {
    status: 409,
    id: 'Penangguhan ini tidak dapat dibuka dari ponsel. Datang ke kantor Dukcapil mana pun dengan KTP-el.',
    en: 'This hold cannot be lifted on the phone. Go to any Dukcapil office with your KTP-el.',
  },
  'recovery/link-unknown': {
    status: 404,
    id: 'Tautan ini tidak dikenal, atau yang hendak dihentikan sudah selesai. Jika ada yang tidak beres, datang ke kantor Dukcapil mana pun.',
    en: 'This link is not known, or what it would stop is over. If something is wrong, go to any Dukcapil office.',
  },
  'recovery/qr-other': {
    status: 422,
    id: 'Ini bukan QR pindah ponsel. Di ponsel baru, buka “Pindahkan dari ponsel lama”.',
    en: 'This is not the QR for a new phone. On the new phone open “Move it from the old phone”.',
  },
  'recovery/qr-old': {
    status: 422,
    id: 'QR ini sudah lama. QR di ponsel baru berganti sendiri: pindai yang sedang tampil.',
    en: 'This QR is old. The one on the new phone renews itself: scan the one shown now.',
  },
  'recovery/attestation-invalid': {
    status: 422,
    id: 'Keputusan ini tidak dapat diperiksa: tanda tangannya tidak sesuai dengan perangkat petugas. Masuk lagi, lalu ulangi.',
    en: 'This decision cannot be verified: its signature does not fit the officer’s device. Sign in again and repeat.',
  },
} as const satisfies Record<`recovery/${string}`, RefusalText>;
