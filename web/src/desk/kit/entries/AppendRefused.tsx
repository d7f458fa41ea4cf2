import { dictionary } from '../../../shared/i18n.ts';
import { RefusalNotice } from '../../../shared/ui/RefusalNotice.tsx';
import type { AppendCode } from './journal.ts';

const words = dictionary<Record<AppendCode, string>>({
  id: {
    'storage/full':
      'Penyimpanan perangkat penuh, jadi ini BELUM tercatat. Catatan sebelumnya aman. Hapus berkas lain dari perangkat, lalu tekan sekali lagi.',
    'storage/taken':
      'Kit juga dipakai di tab lain, jadi ini BELUM tercatat. Tutup tab itu, lalu tekan sekali lagi.',
    'storage/broken':
      'Perangkat tidak dapat menyimpan, jadi ini BELUM tercatat. Tekan sekali lagi; jika berulang, buat cadangan dan ganti perangkat.',
    'kit/clock-back':
      'Jam perangkat mundur, jadi ini BELUM tercatat. Betulkan tanggal dan jam perangkat, lalu tekan sekali lagi.',
    'kit/not-session-day': 'Hari ini bukan hari sesi kit ini, jadi ini BELUM tercatat.',
  },
  en: {
    'storage/full':
      'The device’s storage is full, so this has NOT been recorded. Earlier entries are safe. Delete other files from the device, then press once more.',
    'storage/taken':
      'The kit is in use in another tab, so this has NOT been recorded. Close that tab, then press once more.',
    'storage/broken':
      'The device cannot store, so this has NOT been recorded. Press once more; if it happens again, make a backup and change the device.',
    'kit/clock-back':
      'The device’s clock went back, so this has NOT been recorded. Put date and time right, then press once more.',
    'kit/not-session-day': 'Today is no day of this kit’s session, so this has NOT been recorded.',
  },
});

/** Why nothing was written down, and what to do: never shown as done. */
export function AppendRefused({ code }: { code: AppendCode }) {
  return <RefusalNotice refusal={{ code, detail: words()[code] }} />;
}
