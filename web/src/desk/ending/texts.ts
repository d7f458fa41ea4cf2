import { dictionary } from '../../shared/i18n.ts';

export const texts = dictionary({
  id: {
    lead: 'Untuk orang yang ponselnya hilang atau IKD-nya tidak dapat dibuka lagi. Pastikan dahulu: orangnya hadir sendiri, dan wajahnya sama dengan KTP-el.',
    nik: 'NIK',
    nikHint: '16 angka, salin dari KTP-el.',
    name: 'Nama lengkap',
    nameHint: 'Persis seperti di KTP-el, termasuk gelar bila tertulis.',
    reason: 'Mengapa IKD dilepas?',
    reasons: {
      lost: { label: 'Ponsel hilang atau dicuri' },
      released: {
        label: 'IKD tidak dapat dibuka lagi di ponsel itu',
        hint: 'Misalnya PIN terlupa, ponsel rusak, atau ponsel sudah diganti',
      },
    } as Record<'lost' | 'released', { label: string; hint?: string }>,
    wrong: {
      nik: 'NIK belum benar. Periksa lagi ke-16 angkanya.',
      name: 'Isi nama lengkap seperti di KTP-el.',
      reason: 'Pilih satu alasan.',
    },
    submit: 'Lepaskan IKD',
    question: 'Lepaskan IKD orang ini?',
    meaning: [
      'IKD di ponsel itu langsung berhenti berlaku.',
      'Ini tidak dapat dibatalkan.',
      'Pemohon dapat langsung mengaktifkan IKD di ponsel barunya, di meja ini.',
    ],
    endNow: 'Lepaskan sekarang',
    keep: 'Batal',
    // The service's own words speak to a resident at home.
    refusals: {
      'activation/data-mismatch':
        'NIK dan nama tidak cocok dengan data kependudukan. Salin sekali lagi, persis seperti di KTP-el. Jika tetap tidak cocok, arahkan pemohon ke loket perbaikan data.',
    } as Record<string, string>,
    about: (name: string) => `Pemohon: ${name}`,
    endedTitle: 'IKD sudah dilepas',
    endedMeaning: 'IKD di ponsel itu tidak berlaku lagi.',
    cancelledTitle: 'Permohonan di ponsel lain dibatalkan',
    cancelledMeaning:
      'IKD di ponsel itu belum aktif: persetujuannya masih menunggu konfirmasi dan kini batal.',
    nowActivate: 'Sekarang aktifkan di ponsel baru',
    nowActivateHow:
      'Minta pemohon mendaftar di ponsel barunya sampai QR pendaftaran tampil, lalu pindai QR itu di sini.',
    done: 'Selesai',
  },
  en: {
    lead: 'For somebody whose phone is lost, or who cannot open the IKD any more. First make sure: the person is here themselves, and the face is that of the KTP-el.',
    nik: 'NIK',
    nikHint: '16 digits, copied from the KTP-el.',
    name: 'Full name',
    nameHint: 'Exactly as on the KTP-el, with academic titles if printed there.',
    reason: 'Why is the IKD released?',
    reasons: {
      lost: { label: 'The phone is lost or stolen' },
      released: {
        label: 'The IKD cannot be opened any more on that phone',
        hint: 'For example a forgotten PIN, a broken phone or one that was replaced',
      },
    },
    wrong: {
      nik: 'The NIK is not right yet. Check its 16 digits again.',
      name: 'Enter the full name as on the KTP-el.',
      reason: 'Choose one reason.',
    },
    submit: 'Release the IKD',
    question: 'Release this person’s IKD?',
    meaning: [
      'The IKD on that phone stops being valid at once.',
      'This cannot be undone.',
      'The applicant can activate the IKD on the new phone right away, at this desk.',
    ],
    endNow: 'Release it now',
    keep: 'Cancel',
    refusals: {
      'activation/data-mismatch':
        'NIK and name do not match the population records. Copy them once more, exactly as on the KTP-el. If they still do not match, direct the applicant to the counter for corrections.',
    },
    about: (name) => `Applicant: ${name}`,
    endedTitle: 'The IKD is released',
    endedMeaning: 'The IKD on that phone is not valid any more.',
    cancelledTitle: 'The application on the other phone is cancelled',
    cancelledMeaning:
      'The IKD there was not active yet: its approval waited for confirmation, and is void now.',
    nowActivate: 'Now activate it on the new phone',
    nowActivateHow:
      'Ask the applicant to register on the new phone until it shows the registration QR, then scan that QR here.',
    done: 'Finish',
  },
});
