import type { RefusalText } from '../kit/refusalText.ts';

/** What any call with a partner's access token may be refused with; rooms that take one list these as theirs. */
export const partnerAccessRefusals = {
  'partner/token-missing': {
    status: 401,
    id: 'Permintaan ini membutuhkan token akses: Authorization: DPoP <token> beserta bukti DPoP.',
    en: 'This call needs an access token: Authorization: DPoP <token>, with a DPoP proof.',
  },
  'partner/token-invalid': {
    status: 401,
    id: 'Token akses tidak dapat dipakai di sini. Minta token baru dengan resource yang tepat.',
    en: 'The access token cannot be used here. Ask for a new one, for the right resource.',
  },
  'partner/token-expired': {
    status: 401,
    id: 'Token akses sudah kedaluwarsa. Minta token baru.',
    en: 'The access token has expired. Ask for a new one.',
  },
  'partner/proof-invalid': {
    status: 401,
    id: 'Bukti DPoP tidak cocok dengan permintaan atau dengan tokennya. Buat bukti baru untuk setiap permintaan.',
    en: 'The DPoP proof does not fit the request or its token. Make a new proof for every request.',
  },
  'partner/scope-missing': {
    status: 403,
    id: 'Token ini tidak mencakup layanan ini. Minta token dengan scope-nya; scope harus ada dalam PKS.',
    en: 'This token does not cover this service. Ask for a token with its scope; the agreement must contain it.',
  },
  'partner/client-unknown': {
    status: 403,
    id: 'Klien teknis ini sudah dihapus. Daftarkan kunci baru di portal mitra.',
    en: 'This technical client has been removed. Register new keys in the partner portal.',
  },
  'partner/suspended': {
    status: 403,
    id: 'Akses lembaga ini sedang dihentikan sementara. Alasannya ada di portal mitra.',
    en: 'This institution’s access is suspended. The partner portal shows why.',
  },
  'partner/not-in-force': {
    status: 403,
    id: 'Tidak ada perjanjian kerja sama (PKS) yang berlaku hari ini. Hubungi Dukcapil untuk memperpanjangnya.',
    en: 'No cooperation agreement (PKS) holds today. Ask Dukcapil to renew it.',
  },
  'partner/quota-exhausted': {
    status: 403,
    id: 'Kuota bulan ini sudah habis. Kuota baru berlaku mulai tanggal 1, atau minta Dukcapil menambahnya.',
    en: 'This month’s quota is used up. A new one starts on the 1st, or ask Dukcapil for more.',
  },
  'partner/purpose-unknown': {
    status: 403,
    id: 'Tujuan ini tidak ada dalam perjanjian kerja sama (PKS). Pakai tujuan yang tercantum di portal mitra.',
    en: 'This purpose is not in the agreement. Use one that the partner portal lists.',
  },
  'partner/attribute-not-agreed': {
    status: 403,
    id: 'Data ini tidak disepakati untuk tujuan tersebut. Minta hanya data yang tercantum dalam PKS.',
    en: 'This attribute is not agreed for that purpose. Ask only for what the agreement lists.',
  },
} as const satisfies Record<`partner/${string}`, RefusalText>;
export type PartnerAccessRefusalCode = keyof typeof partnerAccessRefusals;

export const partnerRefusals = {
  'partner/not-in-this-state': {
    status: 409,
    id: 'Langkah ini tidak mungkin pada status lembaga saat ini. Muat ulang halaman untuk melihat statusnya.',
    en: 'This step does not fit the institution’s present state. Reload the page to see it.',
  },
  'partner/unknown': {
    status: 404,
    id: 'Lembaga ini tidak ditemukan.',
    en: 'This institution is not known.',
  },
} as const satisfies Record<`partner/${string}`, RefusalText>;
export type PartnerRefusalCode = keyof typeof partnerRefusals;
