import type { RefusalText } from '../kit/refusalText.ts';
import type { Refusal } from '../kit/result.ts';
import type { RequestRefusalCode } from '../openid4vp/refusals.ts';

/** Why a wallet does not answer a request. */
export type PresentRefusalCode = keyof typeof presentRefusals;

/** `error` is what the verifier answered, or which of our own rules refused: for whoever integrates. */
export interface PresentRefusal {
  readonly code: PresentRefusalCode;
  readonly error?: string;
}

export const presentRefusals = {
  'present/link-malformed': {
    id: 'Kode ini bukan permintaan data yang sah. Minta kode yang baru kepada petugasnya.',
    en: 'This code is no valid request for data. Ask for a new one.',
  },
  'present/unreachable': {
    id: 'Lembaga yang meminta tidak dapat dihubungi. Periksa jaringan, lalu pindai kodenya lagi.',
    en: 'Whoever asks cannot be reached. Check the network, then scan the code again.',
  },
  'present/request-gone': {
    id: 'Permintaan ini sudah tidak ada atau sudah dipakai. Minta kode yang baru.',
    en: 'This request is gone or was used already. Ask for a new code.',
  },
  'present/request-malformed': {
    id: 'Permintaan ini tidak lengkap atau keliru, jadi tidak dijawab. Beri tahu lembaga yang meminta.',
    en: 'This request is incomplete or wrong, so it is not answered. Tell whoever asks.',
  },
  'present/unsigned': {
    id: 'Permintaan ini tidak ditandatangani, jadi tidak jelas siapa yang meminta. Jangan tunjukkan apa pun.',
    en: 'This request is not signed, so nobody knows who asks. Show nothing.',
  },
  'present/verifier-untrusted': {
    id: 'Peminta ini tidak terdaftar sebagai lembaga yang boleh meminta data. Jangan tunjukkan apa pun kepadanya.',
    en: 'This party is not registered to ask for data. Show it nothing.',
  },
  'present/signature': {
    id: 'Permintaan ini telah diubah setelah ditandatangani. Jangan tunjukkan apa pun.',
    en: 'This request was altered after it was signed. Show nothing.',
  },
  'present/client-id': {
    id: 'Permintaan ini memakai nama lembaga lain. Jangan tunjukkan apa pun.',
    en: 'This request uses the name of another party. Show nothing.',
  },
  'present/response-host': {
    id: 'Data akan dikirim ke alamat yang bukan milik lembaga ini. Permintaan ditolak.',
    en: 'The data would go to an address that is not this party’s. The request is refused.',
  },
  'present/expired': {
    id: 'Waktu permintaan ini sudah lewat. Minta kode yang baru.',
    en: 'This request has expired. Ask for a new code.',
  },
  'present/not-for-this-wallet': {
    id: 'Permintaan ini dibuat untuk pemindaian lain. Pindai kodenya lagi.',
    en: 'This request was made for another scan. Scan the code again.',
  },
  'present/mode-unsupported': {
    id: 'Cara menjawab yang diminta belum dapat dipakai di dompet ini.',
    en: 'The way of answering that is asked for cannot be used in this wallet yet.',
  },
  'present/transaction-unknown': {
    id: 'Permintaan ini meminta persetujuan atas hal yang tidak dikenal dompet ini, jadi ditolak.',
    en: 'This request wants approval of something that this wallet does not know, so it is refused.',
  },
  'present/nothing-fits': {
    id: 'Tidak ada kartu di dompet ini yang memenuhi permintaannya: belum ada, sudah habis masa berlakunya, atau ditarik penerbitnya. Lihat “Kartu lain”.',
    en: 'No card in this wallet answers the request: there is none, it has run out, or its issuer withdrew it. See “Other cards”.',
  },
  'present/declined': {
    id: 'Anda menolak. Tidak ada data yang dikirim.',
    en: 'You declined. No data was sent.',
  },
  'present/answer-refused': {
    id: 'Lembaga ini tidak menerima jawabannya. Tanyakan kepada petugasnya.',
    en: 'The answer was not accepted. Ask whoever asked for it.',
  },
} as const satisfies Record<`present/${string}`, Omit<RefusalText, 'status'>>;

/** What a resident is told of a request that is not as it must be. */
export function refusalOfRequest({ code }: Refusal<RequestRefusalCode>): PresentRefusal {
  return { code: toldAs(code), error: code };
}

function toldAs(code: RequestRefusalCode): PresentRefusalCode {
  switch (code) {
    case 'request/unsigned':
      return 'present/unsigned';
    case 'request/signature':
      return 'present/signature';
    case 'request/client-id-prefix':
    case 'request/client-id-differs':
    case 'request/client-id-certificate':
      return 'present/client-id';
    case 'request/response-uri':
      return 'present/response-host';
    case 'request/expired':
    case 'request/from-the-future':
      return 'present/expired';
    case 'request/wallet-nonce':
      return 'present/not-for-this-wallet';
    case 'request/response-mode':
    case 'request/uri-method':
    case 'request/formats':
    case 'request/encryption':
      return 'present/mode-unsupported';
    case 'request/transaction-data':
      return 'present/transaction-unknown';
    default:
      return code.startsWith('chain/') ? 'present/verifier-untrusted' : 'present/request-malformed';
  }
}
