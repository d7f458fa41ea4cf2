import type { RefusalText } from '../kit/refusalText.ts';

export type KiaRefusalCode = keyof typeof kiaRefusals;

export const kiaRefusals = {
  'kia/child-unknown': {
    status: 404,
    id: 'NIK anak ini tidak ada di data penduduk. Catat kelahirannya lebih dahulu.',
    en: 'No child in the registry has this NIK. Record the birth first.',
  },
  'kia/outside-region': {
    status: 403,
    id: 'Anak ini tinggal di luar wilayah kantor Anda.',
    en: 'This child lives outside the region of your office.',
  },
  'kia/photograph-missing': {
    status: 400,
    id: 'KIA mulai usia 5 tahun memakai foto. Ambil foto anak lebih dahulu.',
    en: 'From the age of 5 a KIA carries a photograph. Take one first.',
  },
  'kia/photograph-unfit': {
    status: 400,
    id: 'Foto harus berupa JPEG atau WebP, tegak, sekurangnya 300 × 400 piksel.',
    en: 'The photograph has to be an upright JPEG or WebP of at least 300 by 400 pixels.',
  },
  'kia/no-card': {
    status: 409,
    id: 'Anak ini belum mempunyai KIA yang berlaku. Terbitkan lebih dahulu.',
    en: 'This child has no valid KIA. Issue one first.',
  },
  'kia/card-under-way': {
    status: 409,
    id: 'Kartu KIA anak ini sedang dicetak atau menunggu diambil. Lihat daftar kartu di bawah.',
    en: 'A card of this child lies in a printer or waits to be fetched. See the list of cards below.',
  },
  'kia/card-unknown': {
    status: 404,
    id: 'Kartu ini tidak ditemukan di kantor Anda.',
    en: 'This card is not found at your office.',
  },
  'kia/card-moved-on': {
    status: 409,
    id: 'Keadaan kartu ini sudah berubah. Muat ulang halaman ini.',
    en: 'This card has moved on. Reload this page.',
  },
  'kia/card-data-changed': {
    status: 409,
    id: 'Data atau foto anak berubah sesudah kartu dicetak. Jangan serahkan: catat kartu sebagai rusak, lalu cetak yang baru.',
    en: 'The child’s data or picture changed after the card was printed. Do not hand it over: note it as spoiled and print a new one.',
  },
  'kia/days-contradictory': {
    status: 400,
    id: 'Hari terakhir tidak boleh sebelum hari pertama, dan penawaran tidak boleh melampaui perjanjian.',
    en: 'The last day cannot be before the first, and an offer cannot outlast its agreement.',
  },
  'kia/region-not-yours': {
    status: 403,
    id: 'Mitra ini berada di luar wilayah kantor Anda.',
    en: 'This partner is outside the region of your office.',
  },
  'kia/partner-unknown': {
    status: 404,
    id: 'Mitra ini tidak ditemukan.',
    en: 'This partner was not found.',
  },
  'kia/counter-unknown': {
    status: 401,
    id: 'Kode kasir tidak dikenal atau perjanjiannya sudah berakhir. Minta kode baru kepada Dukcapil.',
    en: 'The counter code is not known, or its agreement has ended. Ask Dukcapil for a new one.',
  },
  'kia/offer-unknown': {
    status: 404,
    id: 'Penawaran ini tidak ada pada mitra Anda.',
    en: 'This offer is not among those of your business.',
  },
  'kia/offer-over': {
    status: 409,
    id: 'Penawaran ini tidak berlaku hari ini.',
    en: 'This offer does not hold today.',
  },
  'kia/offer-other-age': {
    status: 409,
    id: 'KIA sah, tetapi penawaran ini untuk kelompok usia lain.',
    en: 'The KIA is valid, but this offer is for another age.',
  },
  'kia/qr-not-kia': {
    status: 400,
    id: 'Ini bukan QR KIA. Minta orang tua membuka KIA anak di dompetnya.',
    en: 'This is not the QR of a KIA. Ask the parent to open the child’s KIA in the wallet.',
  },
  'kia/qr-old': {
    status: 409,
    id: 'QR sudah lama atau sudah dipakai. Minta orang tua menunjukkan QR yang baru.',
    en: 'The QR is old or was used. Ask the parent to show a new one.',
  },
  'kia/qr-not-valid': {
    status: 409,
    id: 'KIA ini tidak berlaku.',
    en: 'This KIA is not valid.',
  },
} as const satisfies Record<`kia/${string}`, RefusalText>;
