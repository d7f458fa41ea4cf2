import { dictionary } from './i18n.ts';
import type { PasskeyCode } from './passkey.ts';

/** What the browser said about a passkey, and what to do. */
export const passkeyWords = dictionary<Record<PasskeyCode, string>>({
  id: {
    'passkey/cancelled':
      'Kunci sandi tidak dipakai. Mungkin Anda membatalkannya, terlalu lama, atau perangkat ini belum terdaftar. Coba lagi, atau pakai kode undangan.',
    'passkey/unsupported':
      'Perangkat ini belum dapat menyimpan kunci sandi. Aktifkan kunci layar (PIN, sidik jari, atau wajah), atau pakai kunci keamanan USB.',
    'passkey/failed': 'Kunci sandi tidak dapat dibaca. Muat ulang halaman ini, lalu coba lagi.',
  },
  en: {
    'passkey/cancelled':
      'No passkey was used. Perhaps you cancelled, it took too long, or this device is not registered yet. Try again, or use an invitation code.',
    'passkey/unsupported':
      'This device cannot keep a passkey yet. Turn on its screen lock (PIN, fingerprint or face), or use a USB security key.',
    'passkey/failed': 'The passkey could not be read. Reload this page and try again.',
  },
});
