import { dictionary } from '../../shared/i18n.ts';

export const texts = dictionary({
  id: {
    nik: 'NIK',
    nikHint: '16 angka, salin dari KTP-el.',
    name: 'Nama lengkap',
    nameHint: 'Persis seperti di KTP-el, termasuk gelar bila tertulis.',
    wrong: {
      nik: 'NIK belum benar. Periksa lagi ke-16 angkanya.',
      name: 'Isi nama lengkap seperti di KTP-el.',
      reason: 'Pilih satu alasan.',
    },
    // The service's own words speak to a resident at home.
    refusals: {
      'activation/data-mismatch':
        'NIK dan nama tidak cocok dengan data kependudukan. Salin sekali lagi, persis seperti di KTP-el. Jika tetap tidak cocok, arahkan pemohon ke loket perbaikan data.',
    } as Record<string, string>,
  },
  en: {
    nik: 'NIK',
    nikHint: '16 digits, copied from the KTP-el.',
    name: 'Full name',
    nameHint: 'Exactly as on the KTP-el, with academic titles if printed there.',
    wrong: {
      nik: 'The NIK is not right yet. Check its 16 digits again.',
      name: 'Enter the full name as on the KTP-el.',
      reason: 'Choose one reason.',
    },
    refusals: {
      'activation/data-mismatch':
        'NIK and name do not match the population records. Copy them once more, exactly as on the KTP-el. If they still do not match, direct the applicant to the counter for corrections.',
    },
  },
});
