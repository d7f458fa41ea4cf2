import { dictionary } from '../../shared/i18n.ts';
import type { Hold } from './holding.ts';

export const texts = dictionary({
  id: {
    lead: 'Untuk orang yang ponselnya hilang dan mungkin ditemukan lagi. Pastikan dahulu: orangnya hadir sendiri, dan wajahnya sama dengan KTP-el.',
    question: 'Apa yang perlu dilakukan?',
    reasons: {
      suspend: {
        label: 'Ponsel hilang: tangguhkan IKD',
        hint: 'IKD tidak berlaku sampai ponselnya ditemukan. Jika tidak ditemukan, lepaskan IKD-nya.',
      },
      resume: {
        label: 'Ponsel ditemukan: berlakukan lagi',
        hint: 'Periksa bahwa ponsel itu ada pada orangnya.',
      },
    } as Record<Hold, { label: string; hint: string }>,
    submit: 'Lanjutkan',
    about: (name: string) => `Pemohon: ${name}`,
    done: {
      suspend: {
        title: 'IKD ditangguhkan',
        meaning: 'IKD di ponsel itu tidak berlaku, paling lambat dalam satu menit.',
      },
      resume: {
        title: 'IKD berlaku lagi',
        meaning: 'Pemohon dapat memakai IKD di ponselnya, paling lambat dalam satu menit.',
      },
    } as Record<Hold, { title: string; meaning: string }>,
    finish: 'Selesai',
  },
  en: {
    lead: 'For somebody whose phone is lost and may be found again. First make sure: the person is here themselves, and the face is that of the KTP-el.',
    question: 'What is to be done?',
    reasons: {
      suspend: {
        label: 'The phone is lost: put the IKD on hold',
        hint: 'It is not valid until the phone is found. If it is not found, release the IKD.',
      },
      resume: {
        label: 'The phone was found: make it valid again',
        hint: 'Check that the person has that phone.',
      },
    },
    submit: 'Continue',
    about: (name) => `Applicant: ${name}`,
    done: {
      suspend: {
        title: 'The IKD is on hold',
        meaning: 'The IKD on that phone is not valid, within a minute at the latest.',
      },
      resume: {
        title: 'The IKD is valid again',
        meaning: 'The applicant can use the IKD on the phone, within a minute at the latest.',
      },
    },
    finish: 'Finish',
  },
});
