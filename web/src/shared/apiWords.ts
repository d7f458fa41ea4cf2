import type { NetworkCode } from './api.ts';
import { dictionary } from './i18n.ts';

/** What to do when the network or the server lets the person down. */
export const apiWords = dictionary<Record<NetworkCode, string>>({
  id: {
    'network/offline':
      'Tidak ada sambungan internet. Data Anda tetap tersimpan. Periksa sambungan, lalu coba lagi.',
    'network/timeout': 'Sambungan terlalu lambat. Silakan coba lagi sebentar lagi.',
    'network/unavailable': 'Layanan sedang sibuk. Silakan coba lagi beberapa menit lagi.',
    'network/unreadable': 'Jawaban dari layanan tidak dapat dibaca. Muat ulang halaman, lalu coba lagi.',
    'network/fault': 'Terjadi kesalahan pada layanan kami. Silakan coba lagi nanti.',
  },
  en: {
    'network/offline':
      'There is no internet connection. Your data are kept. Check the connection and try again.',
    'network/timeout': 'The connection is too slow. Please try again in a moment.',
    'network/unavailable': 'The service is busy. Please try again in a few minutes.',
    'network/unreadable': 'The answer of the service could not be read. Reload the page and try again.',
    'network/fault': 'Something went wrong in our service. Please try again later.',
  },
});
