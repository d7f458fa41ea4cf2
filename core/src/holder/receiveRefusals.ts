import type { RefusalText } from '../kit/refusalText.ts';

/** Why a wallet does not take a credential that it was offered. */
export type ReceiveRefusalCode = keyof typeof receiveRefusals;

/** `error` is the code that the issuer answered, or that one of our own rules gave: for whoever integrates. */
export interface ReceiveRefusal {
  readonly code: ReceiveRefusalCode;
  readonly error?: string;
}

export const receiveRefusals = {
  'receive/offer-malformed': {
    id: 'Kode ini bukan penawaran kartu yang sah. Minta kode yang baru kepada lembaga yang memberikannya.',
    en: 'This code is no valid card offer. Ask whoever gave it to you for a new one.',
  },
  'receive/offer-host': {
    id: 'Penawaran ini datang dari alamat lain daripada penerbit kartunya. Jangan lanjutkan; minta kode baru langsung dari penerbit.',
    en: 'This offer comes from another address than the issuer of its card. Do not go on; ask the issuer itself for a new code.',
  },
  'receive/unreachable': {
    id: 'Penerbit kartu tidak dapat dihubungi. Periksa jaringan, lalu coba lagi.',
    en: 'The issuer of the card cannot be reached. Check the network, then try again.',
  },
  'receive/issuer-malformed': {
    id: 'Keterangan penerbit kartu tidak lengkap atau keliru. Beri tahu penerbitnya.',
    en: 'What the issuer says about itself is incomplete or wrong. Tell the issuer.',
  },
  'receive/other-issuer': {
    id: 'Alamat penerbit tidak sesuai dengan keterangannya. Jangan lanjutkan.',
    en: 'The issuer’s address does not fit what it says about itself. Do not go on.',
  },
  'receive/card-unknown': {
    id: 'Penerbit tidak mengenal kartu yang ditawarkan ini. Minta kode yang baru.',
    en: 'The issuer does not know the card that is offered here. Ask for a new code.',
  },
  'receive/card-unsupported': {
    id: 'Jenis kartu ini belum dapat disimpan di dompet ini.',
    en: 'This wallet cannot keep this kind of card yet.',
  },
  'receive/attestation-required': {
    id: 'Penerbit hanya memberi kartu ini kepada aplikasi dengan kunci perangkat keras. Dompet ini berjalan di peramban, jadi tidak dapat.',
    en: 'The issuer gives this card only to applications with a hardware key. This wallet runs in a browser, so it cannot have it.',
  },
  'receive/grant-unsupported': {
    id: 'Cara masuk yang diminta penerbit belum dapat dipakai di sini.',
    en: 'The way of signing in that the issuer asks for cannot be used here yet.',
  },
  'receive/tx-code-missing': {
    id: 'Penerbit meminta kode. Masukkan kode yang diberikan penerbit kepada Anda.',
    en: 'The issuer asks for a code. Enter the one that the issuer gave you.',
  },
  'receive/sign-in-failed': {
    id: 'Anda belum masuk di halaman penerbit. Ulangi dari kode penawaran.',
    en: 'The sign-in at the issuer was not completed. Start again from the offer.',
  },
  'receive/access-refused': {
    id: 'Penerbit menolak permintaan ini. Kodenya mungkin salah, sudah dipakai, atau sudah lewat waktu: minta yang baru.',
    en: 'The issuer refused. The code may be wrong, used or too old: ask for a new one.',
  },
  'receive/card-refused': {
    id: 'Penerbit tidak memberikan kartunya. Coba lagi nanti, atau tanyakan kepada penerbit.',
    en: 'The issuer did not give the card. Try again later, or ask the issuer.',
  },
  'receive/not-ready': {
    id: 'Kartu ini masih disiapkan oleh penerbit. Coba lagi nanti.',
    en: 'The issuer is still preparing this card. Try again later.',
  },
  'receive/answer-malformed': {
    id: 'Jawaban penerbit tidak dapat dibaca. Coba lagi; jika terulang, beri tahu penerbit.',
    en: 'The issuer’s answer cannot be read. Try again; if it happens again, tell the issuer.',
  },
  'receive/card-invalid': {
    id: 'Kartu yang dikirim tidak sah, jadi tidak disimpan. Jangan mencobanya lagi sebelum bertanya kepada penerbit.',
    en: 'The card that was sent is not genuine, so it was not kept. Ask the issuer before you try again.',
  },
  'receive/other-person': {
    id: 'Kartu ini milik orang lain, jadi tidak disimpan. Setiap orang menyimpan kartunya di ponselnya sendiri.',
    en: 'This card is somebody else’s, so it was not kept. Everybody keeps their card on their own phone.',
  },
} as const satisfies Record<`receive/${string}`, Omit<RefusalText, 'status'>>;
