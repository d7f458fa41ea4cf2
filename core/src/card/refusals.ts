import type { RefusalText } from '../kit/refusalText.ts';
import { officerRefusals } from '../office/refusals.ts';

export type CardRefusalCode = keyof typeof cardRefusals;

export const cardRefusals = {
  ...officerRefusals,
  'card/not-in-stock': {
    status: 409,
    id: 'Persediaan blangko atau kartu di kantor ini tidak cukup. Catat dahulu blangko yang diterima.',
    en: 'There are not enough blank or printed cards at this office. Note first the blanks that you received.',
  },
  'card/blanks-in-printer': {
    status: 409,
    id: 'Sebagian blangko ini ada di pencetak. Pastikan dahulu kartu di pencetak satu per satu, lalu catat yang rusak.',
    en: 'Some of these blanks lie in a printer. Say first what became of each card there, then note what is spoiled.',
  },
  'card/queue-empty': {
    status: 409,
    id: 'Tidak ada kartu yang menunggu dicetak.',
    en: 'No card waits to be printed.',
  },
  'card/date-in-future': {
    status: 422,
    id: 'Tanggal ini belum tiba. Periksa tanggalnya.',
    en: 'This date is in the future. Check it.',
  },
  'card/run-unknown': {
    status: 404,
    id: 'Cetakan ini tidak ditemukan di kantor Anda, atau semua kartunya sudah dipastikan.',
    en: 'This run is not found at your office, or all its cards are accounted for.',
  },
  'card/sent-already': {
    status: 409,
    id: 'Cetakan ini sudah dikirim ke pencetak. Periksa pencetak: pastikan dahulu kartu yang keluar. Kirim lagi hanya bila tidak ada yang keluar.',
    en: 'This run was sent to a printer. Look at the printer and say first which cards came out. Send again only if none did.',
  },
  'card/none-here': {
    status: 404,
    id: 'Tidak ada kartu orang ini yang menunggu di kantor ini. Lihat keadaannya di halaman Perekaman KTP-el; kartu yang dicetak kantor lain diambil di sana.',
    en: 'No card of this person waits at this office. See where it stands on the page KTP-el recording; what another office printed is fetched there.',
  },
  'card/unknown': {
    status: 404,
    id: 'Kartu ini tidak ditemukan di kantor Anda.',
    en: 'This card is not found at your office.',
  },
  'card/not-in-this-state': {
    status: 409,
    id: 'Keadaan kartu ini sudah berubah. Muat ulang halaman ini.',
    en: 'This card has moved on. Reload this page.',
  },
  'card/data-changed': {
    status: 409,
    id: 'Data atau foto orang ini berubah sesudah kartu dicetak. Jangan serahkan: catat kartu sebagai rusak (data berubah), lalu kartu baru masuk antrean bila orangnya berhak.',
    en: 'This person’s data or picture changed after the card was printed. Do not hand it over: note it as spoiled (out of date), and a new one joins the queue if the person is entitled.',
  },
  'card/signature-unusable': {
    status: 422,
    id: 'Tanda tangan penerima terlalu pendek atau tidak terbaca. Minta menandatangani sekali lagi.',
    en: 'The receiver’s signature is too short or cannot be read. Ask for it once more.',
  },
  'card/data-mismatch': {
    status: 404,
    id: 'NIK dan nama tidak cocok dengan data kependudukan di wilayah layanan kantor Anda. Salin sekali lagi dari KK.',
    en: 'NIK and name do not match the population records of the area that your office serves. Copy them once more from the family card.',
  },
  'card/none-handed-over': {
    status: 409,
    id: 'Orang ini belum menerima KTP-el, jadi belum ada yang dapat dicetak ulang. Lihat daftar perekaman.',
    en: 'This person has not received a KTP-el yet, so there is none to print anew. See the recording lists.',
  },
  'card/not-entitled': {
    status: 409,
    id: 'Orang ini tidak wajib KTP hari ini: belum 17 tahun dan belum pernah menikah, pindah, meninggal, atau izin tinggalnya habis.',
    en: 'This person holds no KTP today: under 17 and never married, moved away, deceased, or without a valid permit.',
  },
  'card/police-report-missing': {
    status: 422,
    id: 'Kartu hilang memerlukan nomor dan tanggal surat kehilangan dari kepolisian.',
    en: 'A lost card needs number and date of the police report.',
  },
  'card/police-report-unexpected': {
    status: 422,
    id: 'Surat kehilangan hanya untuk kartu yang hilang. Pilih alasan “hilang”, atau kosongkan nomornya.',
    en: 'A police report is for a lost card only. Choose “lost”, or leave the number empty.',
  },
  'card/nothing-changed': {
    status: 409,
    id: 'Kartu yang ada masih sama dengan data kependudukan. Ubah datanya lebih dahulu, atau pilih alasan lain.',
    en: 'The present card still says what the record says. Change the record first, or choose another reason.',
  },
  'card/no-photograph': {
    status: 409,
    id: 'Foto perekaman orang ini tidak ada di sini, karena direkam di sistem lain. Cetak ulang melalui sistem itu.',
    en: 'This person’s photograph is not here, because it was taken in another system. Print the card anew there.',
  },
  'card/ordered-already': {
    status: 409,
    id: 'Kartu untuk orang ini sudah dalam antrean, di pencetak, atau menunggu diambil, di kantor ini atau kantor lain. Lihat halaman Kartu.',
    en: 'A card for this person is in the queue, in a printer, or waits to be fetched, at this office or another. See the page Cards.',
  },
} as const satisfies Record<`${'card' | 'office'}/${string}`, RefusalText>;
