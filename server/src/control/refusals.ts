import type { RefusalText } from '@jatidiri/core/kit/refusalText.ts';

export const controlRefusals = {
  'control/resident-unknown': {
    status: 404,
    id: 'Tidak ada penduduk peragaan dengan NIK itu.',
    en: 'There is no demonstration resident with that NIK.',
  },
  'control/not-activated': {
    status: 409,
    id: 'IKD penduduk peragaan ini tidak dapat diaktifkan sekarang. Pakai NIK lain.',
    en: 'The IKD of this demonstration resident cannot be activated now. Use another NIK.',
  },
  'control/session-unknown': {
    status: 404,
    id: 'Sesi itu tidak ada.',
    en: 'There is no such session.',
  },
} as const satisfies Record<`control/${string}`, RefusalText>;
