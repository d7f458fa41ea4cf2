import type { RefusalText } from '../kit/refusalText.ts';
import { rightsRefusals } from '../rights/refusals.ts';

export type ServiceRefusalCode = keyof typeof serviceRefusals;

export const serviceRefusals = {
  'service/no-identity': rightsRefusals['rights/no-identity'],
  'service/region-unknown': {
    status: 422,
    id: 'Pilih kelurahan atau desa tujuan.',
    en: 'Choose the kelurahan or desa to which you move.',
  },
  'service/request-unknown': {
    status: 404,
    id: 'Permohonan ini tidak ada dalam daftar. Muat ulang daftarnya.',
    en: 'This request is not on the list. Load the list again.',
  },
  'service/finished': {
    status: 409,
    id: 'Permohonan ini sudah selesai. Bila masih perlu, ajukan yang baru.',
    en: 'This request is finished. If you still need something, make a new one.',
  },
  'service/in-other-hands': {
    status: 409,
    id: 'Petugas lain sudah menangani permohonan ini. Kepala kantor dapat mengambilnya bila janjinya lewat.',
    en: 'Another officer has this request in hand. The head of office can take it over once its promise is broken.',
  },
  'service/too-many-open': {
    status: 429,
    id: 'Anda sudah punya 10 permohonan yang belum selesai. Tunggu jawabannya, atau tarik salah satu.',
    en: 'You have ten requests that are not finished. Wait for the answers, or withdraw one.',
  },
  'service/too-many-documents': {
    status: 422,
    id: 'Satu permohonan memuat paling banyak lima foto dokumen.',
    en: 'A request takes five photographed papers at most.',
  },
  'service/document-unknown': {
    status: 404,
    id: 'Foto dokumen ini belum diterima. Kirim lagi fotonya.',
    en: 'This photographed paper has not arrived. Send it again.',
  },
  'service/document-damaged': {
    status: 422,
    id: 'Foto dokumen rusak di jalan. Kirim lagi fotonya.',
    en: 'The photographed paper was damaged on its way. Send it again.',
  },
  'service/document-unusable': {
    status: 422,
    id: 'Berkas ini bukan foto yang dapat dibaca. Foto lagi dokumennya.',
    en: 'This file is no picture that can be read. Photograph the paper again.',
  },
} as const satisfies Record<`service/${string}`, RefusalText>;
