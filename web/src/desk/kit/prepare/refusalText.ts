import { dictionary } from '../../../shared/i18n.ts';
import type { UnlockCode } from '../sealed/lock.ts';
import type { WriteCode } from '../store/kitStore.ts';
import type { PrepareRefusal } from './prepareKit.ts';

const words = dictionary<Record<UnlockCode | WriteCode, string>>({
  id: {
    'passkey/cancelled': 'Kunci sandi tidak dipakai. Coba lagi, atau pakai sandi kit.',
    'passkey/no-secret':
      'Kunci sandi di perangkat ini tidak dapat mengunci kit. Pakai sandi kit, atau daftarkan ulang perangkat ini.',
    'kit/wrong-passkey': 'Itu kunci sandi petugas lain. Pakai kunci sandi Anda sendiri.',
    'kit/wrong-passphrase': 'Sandi kit tidak sama.',
    'storage/full': 'Penyimpanan perangkat penuh. Hapus berkas lain dari perangkat, lalu coba lagi.',
    'storage/taken': 'Kit juga dipakai di tab lain. Tutup tab itu, lalu coba lagi.',
    'storage/broken': 'Perangkat tidak dapat menyimpan. Muat ulang halaman, lalu coba lagi.',
  },
  en: {
    'passkey/cancelled': 'The passkey was not used. Try again, or use a passphrase.',
    'passkey/no-secret':
      'The passkey of this device cannot lock a kit. Use a passphrase, or register this device anew.',
    'kit/wrong-passkey': 'That passkey is another officer’s. Use your own.',
    'kit/wrong-passphrase': 'The passphrase is not the same.',
    'storage/full': 'The device’s storage is full. Delete other files from it, then try again.',
    'storage/taken': 'The kit is in use in another tab. Close that tab, then try again.',
    'storage/broken': 'The device cannot store. Reload the page, then try again.',
  },
});

/** The server's own words, or what this device stumbled over. */
export function prepareRefusalText(refusal: PrepareRefusal): string {
  return 'detail' in refusal ? refusal.detail : words()[refusal.code];
}
