import type { QuestionWords } from '../../approval/index.ts';
import type { Language } from '../../platform/http/pages/layout.ts';

export const signInWords: Record<Language, QuestionWords> = {
  id: {
    title: 'Masuk dengan KTP Digital',
    wants: 'ingin mengenali Anda.',
    again: 'Kembali ke lembaga itu, lalu mulai lagi.',
    demoText:
      'Masuk sebagai penduduk contoh, tanpa ponsel. Ini hanya ada dalam peragaan; tidak ada yang diperiksa.',
  },
  en: {
    title: 'Sign in with the digital KTP',
    wants: 'wants to know who you are.',
    again: 'Go back to the institution and start again.',
    demoText:
      'Sign in as a demonstration resident, without a phone. Only a demonstration has this; nothing is checked.',
  },
};
