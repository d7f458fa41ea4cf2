import type { RefusalText } from '../kit/refusalText.ts';

export type ConsentRefusalCode = keyof typeof consentRefusals;

export const consentRefusals = {
  'consent/subject-malformed': {
    status: 400,
    id: 'Sebutkan penduduknya dengan NIK 16 angka, atau dengan sub dari login.',
    en: 'Name the resident by a NIK of 16 digits, or by the sub of a login.',
  },
  'consent/attribute-unreadable': {
    status: 422,
    id: 'Data ini tidak dapat dibaca dengan izin. Foto diperlihatkan penduduk sendiri lewat presentasi KTP Digital.',
    en: 'This attribute cannot be read under a consent. The resident shows the photo by a presentation of the IKD.',
  },
  'consent/too-many-asks': {
    status: 429,
    id: 'Penduduk ini sudah beberapa kali Anda tanya. Tunggu jawabannya, atau coba lagi setelah 24 jam.',
    en: 'You have asked this resident several times. Wait for an answer, or try again after 24 hours.',
  },
  'consent/request-differs': {
    status: 409,
    id: 'Id ini sudah dipakai untuk permintaan lain. Pakai UUID baru untuk permintaan baru.',
    en: 'This id was used for another request. Take a new UUID for a new request.',
  },
  'consent/request-unknown': {
    status: 404,
    id: 'Tidak ada permintaan dengan id ini.',
    en: 'There is no request with this id.',
  },
  'consent/grant-unknown': {
    status: 404,
    id: 'Izin ini tidak ada.',
    en: 'There is no such grant.',
  },
  'consent/attribute-not-granted': {
    status: 403,
    id: 'Penduduk tidak mengizinkan data ini dibaca. Baca hanya yang tercantum dalam izinnya.',
    en: 'The resident did not grant this attribute. Read only what the grant lists.',
  },
  'consent/withdrawn': {
    status: 403,
    id: 'Penduduk sudah mencabut izin ini.',
    en: 'The resident has withdrawn this grant.',
  },
  'consent/already-used': {
    status: 403,
    id: 'Izin ini hanya untuk satu kali dan sudah dipakai. Minta izin baru bila masih perlu.',
    en: 'This grant was for once and is used up. Ask for a new one if you still need it.',
  },
  'consent/lapsed': {
    status: 403,
    id: 'Masa berlaku izin ini sudah habis. Minta izin baru bila masih perlu.',
    en: 'This grant has lapsed. Ask for a new one if you still need it.',
  },
  'consent/read-repeated': {
    status: 409,
    id: 'Id pembacaan ini sudah dipakai. Pakai UUID baru untuk setiap pembacaan.',
    en: 'This id of a read was used before. Take a new UUID for each read.',
  },
  'consent/read-unknown': {
    status: 404,
    id: 'Tidak ada pembacaan dengan id ini.',
    en: 'There is no read with this id.',
  },
  'consent/already-reported': {
    status: 409,
    id: 'Hasil pembacaan ini sudah dilaporkan. Laporan yang pertama tetap berlaku.',
    en: 'The outcome of this read has been reported. The first report stands.',
  },
  'consent/no-identity': {
    status: 403,
    id: 'Ponsel ini belum memegang KTP Digital yang aktif. Aktifkan KTP Digital dulu.',
    en: 'This phone holds no active digital KTP. Activate it first.',
  },
  'consent/nothing-to-withdraw': {
    status: 409,
    id: 'Izin ini sudah tidak berlaku, jadi tidak ada yang perlu dicabut.',
    en: 'This grant has ended already; there is nothing to withdraw.',
  },
  'consent/block-unknown': {
    status: 404,
    id: 'Larangan ini tidak ada lagi.',
    en: 'This block is no longer there.',
  },
} as const satisfies Record<`consent/${string}`, RefusalText>;
