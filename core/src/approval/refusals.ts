import type { RefusalText } from '../kit/refusalText.ts';

export type ApprovalRefusalCode = keyof typeof approvalRefusals;

/** `unknown` is the one answer for a question that never was and for somebody else's. */
export const approvalRefusals = {
  'approval/no-identity': {
    status: 403,
    id: 'Ponsel ini belum memegang KTP Digital yang aktif. Aktifkan KTP Digital dulu, lalu pindai QR itu lagi.',
    en: 'This phone holds no active digital KTP. Activate it first, then scan that QR again.',
  },
  'approval/unknown': {
    status: 404,
    id: 'Permintaan ini tidak ada, atau sudah dibuka oleh orang lain. Mulai lagi di halaman lembaga itu.',
    en: 'There is no such request, or somebody else has opened it. Start again on the institution’s page.',
  },
  'approval/expired': {
    status: 410,
    id: 'Waktu menjawab permintaan ini sudah habis. Jika masih perlu, mulai lagi di halaman lembaga itu.',
    en: 'The time to answer this request is over. If you still need it, start again on the institution’s page.',
  },
  'approval/already-answered': {
    status: 409,
    id: 'Permintaan ini sudah dijawab. Jawaban yang pertama tetap berlaku.',
    en: 'This request has been answered already. The first answer stands.',
  },
  'approval/answer-unfit': {
    status: 422,
    id: 'Jawaban ini tidak sesuai dengan yang ditanyakan. Buka lagi permintaannya, lalu jawab sekali lagi.',
    en: 'This answer does not fit the question. Open the request again and answer once more.',
  },
} as const satisfies Record<`approval/${string}`, RefusalText>;
