import { deviceRefusals } from '../device/proof.ts';
import { issuanceRefusals } from '../issuance/refusals.ts';
import type { RefusalText } from '../kit/refusalText.ts';
import { officerRefusals } from '../office/refusals.ts';
import type { CertificateObstacle } from './certificates.ts';

/** Why this service draws up no certificate of an event, and who does. */
export const obstacleTexts = {
  'document/no-certificate': {
    status: 409,
    id: 'Untuk peristiwa ini tidak ada kutipan akta. Yang berubah tercetak di kartu keluarga.',
    en: 'There is no certificate of this event. What it changed stands on the family card.',
  },
  'document/event-corrected': {
    status: 409,
    id: 'Catatan peristiwa ini sudah dibatalkan, jadi tidak ada kutipan aktanya.',
    en: 'The record of this event was undone, so there is no certificate of it.',
  },
  'document/recorded-elsewhere': {
    status: 409,
    id: 'Aktanya dicatat kantor lain. Minta kutipannya di kantor yang tertulis pada akta itu.',
    en: 'Another office registered it. Ask for the extract at the office that the certificate names.',
  },
  'document/issued-by-kua': {
    status: 409,
    id: 'Bukti perkawinan ini adalah buku nikah. Penggantinya diminta di KUA.',
    en: 'The proof of this marriage is the marriage book. Ask the KUA for another.',
  },
  'document/issued-by-court': {
    status: 409,
    id: 'Bukti perceraian ini adalah akta cerai. Salinannya diminta di Pengadilan Agama.',
    en: 'The proof of this divorce is the court’s deed. Ask the religious court for a copy.',
  },
  'document/marriage-ended': {
    status: 409,
    id: 'Perkawinan ini sudah berakhir. Yang berlaku sekarang kutipan akta perceraian.',
    en: 'This marriage has ended. What counts now is the certificate of divorce.',
  },
} as const satisfies Record<CertificateObstacle, RefusalText>;

const drawing = {
  ...obstacleTexts,
  'document/event-unknown': {
    status: 404,
    id: 'Akta ini tidak ada dalam daftar. Muat ulang daftarnya.',
    en: 'This certificate is not on the list. Load the list again.',
  },
  'document/no-family-card': {
    status: 409,
    id: 'Orang ini tidak tercatat lagi sebagai penduduk di sini.',
    en: 'This person is no longer recorded as a resident here.',
  },
} as const satisfies Record<`document/${string}`, RefusalText>;

export const ownDocumentRefusals = {
  ...issuanceRefusals,
  ...deviceRefusals,
  ...drawing,
  'document/too-many-documents': {
    status: 429,
    id: 'Hari ini Anda sudah membuat 20 dokumen. Coba lagi besok.',
    en: 'You have made 20 documents today. Try again tomorrow.',
  },
} as const satisfies Record<string, RefusalText>;
export type OwnDocumentRefusalCode = keyof typeof ownDocumentRefusals;

export const deskDocumentRefusals = {
  ...officerRefusals,
  ...drawing,
  'document/person-unknown': {
    status: 404,
    id: 'Tidak ada penduduk dengan NIK ini. Periksa lagi 16 angkanya.',
    en: 'No resident has this NIK. Check its 16 digits again.',
  },
  'document/outside-region': {
    status: 403,
    id: 'Orang ini bukan penduduk wilayah yang dilayani kantor Anda.',
    en: 'This person does not live in the region that your office serves.',
  },
} as const satisfies Record<string, RefusalText>;
export type DeskDocumentRefusalCode = keyof typeof deskDocumentRefusals;

/** What somebody who holds a document may be told instead of what stands behind its code. */
export const documentCheckRefusals = {
  'document/unknown': {
    status: 404,
    id: 'Dokumen ini tidak dikenal. Pindai ulang kodenya; bila tetap begini, jangan terima dokumennya.',
    en: 'This document is not known. Scan its code again; if that does not help, do not accept it.',
  },
  'document/too-many-checks': {
    status: 429,
    id: 'Terlalu banyak pemeriksaan. Tunggu beberapa menit, lalu pindai lagi.',
    en: 'Too many checks. Wait some minutes, then scan again.',
  },
} as const satisfies Record<`document/${string}`, RefusalText>;
