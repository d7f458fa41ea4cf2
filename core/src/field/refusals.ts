import type { RefusalText } from '../kit/refusalText.ts';
import { officerRefusals } from '../office/refusals.ts';

export type FieldRefusalCode = keyof typeof fieldRefusals;

/** What a kit, an office or a telephone may be refused with at once. What an entry may end in: `conflicts.ts`. */
export const fieldRefusals = {
  ...officerRefusals,
  'field/qr-other-system': {
    status: 422,
    id: 'Ini bukan QR permohonan lapangan. Minta pemohon membuka KTP Digital, lalu memilih “Serahkan kepada petugas”.',
    en: 'This is not the QR code of a field application. Ask the applicant to open the digital KTP and choose “Hand over to the officer”.',
  },
  'field/application-unreadable': {
    status: 422,
    id: 'Permohonan ini tidak lengkap atau dari versi lain. Minta pemohon mengisinya sekali lagi.',
    en: 'This application is incomplete or of another version. Ask the applicant to fill it in once more.',
  },
  'field/application-forged': {
    status: 422,
    id: 'Permohonan ini tidak ditandatangani oleh ponsel pemohon. Minta pemohon menampilkannya sekali lagi dari ponselnya sendiri.',
    en: 'This application is not signed by the applicant’s phone. Ask for it once more, from the applicant’s own phone.',
  },
  'field/session-unknown': {
    status: 404,
    id: 'Sesi jemput bola ini tidak ditemukan.',
    en: 'This outreach session is not known.',
  },
  'field/session-not-yours': {
    status: 403,
    id: 'Sesi ini di luar wilayah kantor Anda. Pilih sesi kantor Anda sendiri.',
    en: 'This session lies outside your office’s region. Choose one of your own office.',
  },
  'field/session-over': {
    status: 409,
    id: 'Sesi ini sudah selesai atau dibatalkan. Siapkan kit untuk sesi yang akan datang.',
    en: 'This session is over or cancelled. Prepare the kit for a session that is still to come.',
  },
  'field/session-not-announced': {
    status: 409,
    id: 'Sesi ini belum diumumkan, jadi warga belum dapat memeriksanya. Umumkan dulu sesi ini, lalu siapkan kit.',
    en: 'This session has not been announced, so residents cannot check it. Announce it first, then prepare the kit.',
  },
  'field/kit-unknown': {
    status: 404,
    id: 'Kit ini tidak dikenal. Siapkan kit sekali lagi selagi ada jaringan.',
    en: 'This kit is not known. Prepare it once more while there is a network.',
  },
  'field/kit-other-session': {
    status: 409,
    id: 'Kit ini sudah disiapkan untuk sesi lain. Pulangkan dulu catatannya, lalu siapkan kit baru.',
    en: 'This kit was prepared for another session. Bring its entries home first, then prepare a new one.',
  },
  'field/kit-erased': {
    status: 410,
    id: 'Kit ini sudah dihapus. Siapkan kit baru selagi ada jaringan.',
    en: 'This kit has been erased. Prepare a new one while there is a network.',
  },
  'field/kit-revoked': {
    status: 410,
    id: 'Kit ini dicabut karena dilaporkan hilang. Hapus isinya. Catatan yang sudah dibuat tetap dapat dikirim; kepala kantor yang memutuskannya.',
    en: 'This kit was revoked because it was reported lost. Erase it. Entries that were made can still be sent; the head of office decides about them.',
  },
  'field/kit-key-taken': {
    status: 409,
    id: 'Anda sudah punya kunci lain di kit ini. Masuklah dengan kunci itu, atau siapkan kit baru.',
    en: 'You have another key on this kit already. Sign in with that one, or prepare a new kit.',
  },
  'field/region-unknown': {
    status: 422,
    id: 'Kelurahan atau desa ini tidak dikenal. Tulis kodenya, misalnya 64.72.03.1001.',
    en: 'This kelurahan or desa is not known. Write its code, for example 64.72.03.1001.',
  },
  'field/region-not-yours': {
    status: 403,
    id: 'Kelurahan ini di luar wilayah kantor Anda, jadi data warganya tidak dapat dibawa.',
    en: 'This kelurahan lies outside your office’s region, so its residents’ data cannot be carried.',
  },
  'field/too-many-residents': {
    status: 422,
    id: 'Terlalu banyak warga untuk satu kit. Bawa satu kelurahan saja, atau daftar NIK yang diundang.',
    en: 'Too many residents for one kit. Carry one kelurahan alone, or the list of NIKs that were invited.',
  },
  'field/photo-digest-wrong': {
    status: 422,
    id: 'Foto ini bukan foto yang dicatat kit. Kirim sekali lagi dari awal.',
    en: 'This photograph is not the one that the kit noted. Send it once more from the beginning.',
  },
  'field/photo-offset-wrong': {
    status: 409,
    id: 'Sebagian foto ini sudah diterima. Lanjutkan dari tempat yang disebut server.',
    en: 'Part of this photograph has arrived. Go on from where the server says.',
  },
  'field/photo-too-large': {
    status: 413,
    id: 'Foto ini terlalu besar. Foto dari kit paling besar 256 KB.',
    en: 'This photograph is too large. A kit’s photograph has 256 KB at most.',
  },
  'field/photo-unwanted': {
    status: 409,
    id: 'Terlalu banyak foto tanpa catatan. Kirim catatannya dulu, lalu fotonya.',
    en: 'Too many photographs without an entry. Send the entries first, then their photographs.',
  },
  'field/backup-unreadable': {
    status: 422,
    id: 'Berkas cadangan ini rusak atau bukan untuk server ini. Pilih berkas cadangan yang lain.',
    en: 'This backup file is damaged or not meant for this server. Choose another backup file.',
  },
  'field/entry-unknown': {
    status: 404,
    id: 'Catatan ini tidak ditemukan.',
    en: 'This entry is not known.',
  },
  'field/entry-not-open': {
    status: 409,
    id: 'Catatan ini sudah selesai. Muat ulang daftarnya.',
    en: 'This entry is settled already. Reload the list.',
  },
  'field/act-not-possible': {
    status: 409,
    id: 'Tindakan ini tidak mungkin untuk catatan ini. Lihat tindakan yang ditawarkan di daftar.',
    en: 'This act is not possible for this entry. See the acts that the list offers.',
  },
} as const satisfies Record<`${'field' | 'office'}/${string}`, RefusalText>;
