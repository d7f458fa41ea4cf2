import { dictionary } from '../shared/i18n.ts';

/** What every page of the portal may say. */
export const texts = dictionary({
  id: {
    service: 'Mitra',
    opening: 'Membuka portal mitra',
    unreachable: 'Layanan tidak dapat dihubungi',
    again: 'Coba lagi',
    signOut: 'Keluar',
  },
  en: {
    service: 'Partners',
    opening: 'Opening the partner portal',
    unreachable: 'The service cannot be reached',
    again: 'Try again',
    signOut: 'Sign out',
  },
});
