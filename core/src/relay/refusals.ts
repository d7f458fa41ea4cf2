import type { RefusalText } from '../kit/refusalText.ts';

export const relayRefusals = {
  'relay/no-identity': {
    status: 403,
    id: 'Ponsel ini belum memegang KTP Digital yang aktif. Aktifkan KTP Digital dulu.',
    en: 'This phone holds no active digital KTP. Activate it first.',
  },
  'relay/address': {
    status: 422,
    id: 'Alamat lembaga yang meminta tidak aman, jadi tidak dihubungi.',
    en: 'The address of whoever asks is not safe, so it is not contacted.',
  },
  'relay/unreachable': {
    status: 424,
    id: 'Lembaga yang meminta tidak menjawab. Coba lagi nanti.',
    en: 'Whoever asks does not answer. Try again later.',
  },
  'relay/too-many': {
    status: 429,
    id: 'Terlalu banyak permintaan dari ponsel ini. Tunggu seperempat jam, lalu coba lagi.',
    en: 'Too many requests from this phone. Wait a quarter of an hour, then try again.',
  },
  'relay/not-listed': {
    status: 403,
    id: 'Lembaga ini tidak ada dalam daftar penerbit kartu. Kartunya tidak dapat diambil.',
    en: 'This institution is not on the list of card issuers. Its card cannot be taken.',
  },
} as const satisfies Record<`relay/${string}`, RefusalText>;
