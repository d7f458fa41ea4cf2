import { dictionary } from '../../shared/i18n.ts';

export const texts = dictionary({
  id: {
    lead: 'Untuk orang yang ponselnya hilang atau IKD-nya tidak dapat dibuka lagi. Pastikan dahulu: orangnya hadir sendiri, dan wajahnya sama dengan KTP-el.',
    reason: 'Mengapa IKD dilepas?',
    reasons: {
      lost: { label: 'Ponsel hilang atau dicuri' },
      released: {
        label: 'IKD tidak dapat dibuka lagi di ponsel itu',
        hint: 'Misalnya PIN terlupa, ponsel rusak, atau ponsel sudah diganti',
      },
    } as Record<'lost' | 'released', { label: string; hint?: string }>,
    submit: 'Lepaskan IKD',
    question: 'Lepaskan IKD orang ini?',
    meaning: [
      'IKD di ponsel itu langsung berhenti berlaku.',
      'Ini tidak dapat dibatalkan.',
      'Pemohon dapat langsung mengaktifkan IKD di ponsel barunya, di meja ini.',
    ],
    endNow: 'Lepaskan sekarang',
    keep: 'Batal',
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
    reason: 'Why is the IKD released?',
    reasons: {
      lost: { label: 'The phone is lost or stolen' },
      released: {
        label: 'The IKD cannot be opened any more on that phone',
        hint: 'For example a forgotten PIN, a broken phone or one that was replaced',
      },
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
