import type { RefusalText } from '../kit/refusalText.ts';

export type RightsRefusalCode = keyof typeof rightsRefusals;

export const rightsRefusals = {
  'rights/no-identity': {
    status: 403,
    id: 'Ponsel ini belum memegang KTP Digital yang aktif. Aktifkan KTP Digital dulu.',
    en: 'This phone holds no active digital KTP. Activate it first.',
  },
  'rights/entry-unknown': {
    status: 404,
    id: 'Catatan ini tidak ada di jejak data Anda. Muat ulang halaman, lalu pilih lagi.',
    en: 'Your trail has no such entry. Load the page again and choose once more.',
  },
  'rights/not-contestable': {
    status: 409,
    id: 'Catatan ini tentang tindakan Anda sendiri atau sistem. Yang dapat dipersoalkan adalah tindakan pihak lain.',
    en: 'This entry is about what you or the system did. What others did can be contested.',
  },
  'rights/note-missing': {
    status: 422,
    id: 'Tuliskan apa yang Anda persoalkan.',
    en: 'Write what you object to.',
  },
  'rights/already-contested': {
    status: 409,
    id: 'Catatan ini sudah Anda persoalkan. Tunggu jawabannya di halaman jejak data.',
    en: 'You have contested this entry already. Wait for the answer on the page of your trail.',
  },
  'rights/objection-unknown': {
    status: 404,
    id: 'Keberatan ini tidak ada di daftar kerja kantor Anda. Muat ulang daftarnya.',
    en: 'This objection is not on your office’s list. Load the list again.',
  },
  'rights/already-answered': {
    status: 409,
    id: 'Petugas lain sudah menjawab keberatan ini. Muat ulang daftarnya.',
    en: 'Another officer has answered this objection. Load the list again.',
  },
} as const satisfies Record<`rights/${string}`, RefusalText>;
