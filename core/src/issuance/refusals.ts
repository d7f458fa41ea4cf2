import type { RefusalText } from '../kit/refusalText.ts';

export type IssuanceRefusalCode = keyof typeof issuanceRefusals;

export const issuanceRefusals = {
  'issuance/no-identity': {
    status: 404,
    id: 'Belum ada KTP Digital yang aktif di ponsel ini. Selesaikan dulu aktivasinya.',
    en: 'No digital KTP is active on this phone yet. Finish its activation first.',
  },
  'issuance/identity-ended': {
    status: 410,
    id: 'KTP Digital ini sudah dilepas dari ponsel ini. Untuk memakainya lagi, lakukan aktivasi baru.',
    en: 'This digital KTP has been released from this phone. To use it again, activate it anew.',
  },
  'issuance/identity-suspended': {
    status: 409,
    id: 'KTP Digital ini ditangguhkan karena ponselnya dilaporkan hilang. Tutup lalu buka lagi halaman ini: di sana tertulis cara memulihkannya.',
    en: 'This digital KTP is on hold because its phone was reported lost. Close this page and open it again: it says how to resume it.',
  },
  'issuance/permit-expired': {
    status: 409,
    id: 'Izin tinggal tetap (ITAP) yang tercatat sudah berakhir. Perpanjang izin, lalu laporkan ke kantor Dukcapil.',
    en: 'The permanent stay permit (ITAP) on record has ended. Renew it and report that to a Dukcapil office.',
  },
  'issuance/no-kia': {
    status: 404,
    id: 'Anda tidak memegang KIA anak ini. Ambil kartu keluarga yang terbaru di halaman Keluarga saya.',
    en: 'You do not hold the KIA of this child. Fetch the newest cards on the page My family.',
  },
  'issuance/too-many-passes': {
    status: 429,
    id: 'Terlalu banyak QR KIA diminta hari ini. Coba lagi besok; KIA tetap dapat ditunjukkan.',
    en: 'Too many KIA codes were asked for today. Try again tomorrow; the KIA can still be shown.',
  },
  'issuance/status-list-unknown': {
    status: 404,
    id: 'Daftar status ini tidak ada.',
    en: 'There is no such status list.',
  },
} as const satisfies Record<`issuance/${string}`, RefusalText>;
