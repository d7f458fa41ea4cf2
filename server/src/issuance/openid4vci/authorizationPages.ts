import type { QuestionWords } from '../../approval/index.ts';
import { html } from '../../platform/http/pages/html.ts';
import { type Language, page } from '../../platform/http/pages/layout.ts';

/** What the resident reads when another wallet asks for copies of the digital KTP. */
export const walletWords: Record<Language, QuestionWords & { readonly purpose: string }> = {
  id: {
    title: 'Salinan KTP Digital untuk dompet lain',
    wants: 'meminta salinan KTP Digital Anda.',
    purpose: 'Menyimpan salinan KTP Digital di dompet itu',
    caution:
      'Lanjutkan hanya jika Anda sendiri yang memulainya, di dompet milik Anda. Siapa pun yang memegang dompet itu dapat menunjukkan KTP Digital Anda.',
    again: 'Kembali ke dompet itu, lalu mulai lagi.',
    demoText:
      'Lanjutkan sebagai penduduk contoh, tanpa ponsel. Ini hanya ada dalam peragaan; tidak ada yang diperiksa. Tanpa NIK: penduduk contoh yang pertama.',
  },
  en: {
    title: 'A copy of the digital KTP for another wallet',
    wants: 'asks for a copy of your digital KTP.',
    purpose: 'Keeping a copy of the digital KTP in that wallet',
    caution:
      'Go on only if you started this yourself, in a wallet of your own. Whoever holds that wallet can show your digital KTP.',
    again: 'Go back to that wallet and start again.',
    demoText:
      'Go on as a demonstration resident, without a phone. Only a demonstration has this; nothing is checked. Without a NIK: the first of them.',
  },
};

const ERROR = {
  id: {
    title: 'Permintaan dompet ini tidak dapat dipakai',
    text: 'Waktunya habis, sudah dipakai, atau dompet itu meminta sesuatu yang tidak diperbolehkan. Tidak ada data Anda yang diberikan. Kembali ke dompet itu, lalu mulai lagi.',
  },
  en: {
    title: 'This wallet’s request cannot be used',
    text: 'Its time is over, it was used already, or the wallet asked for something that is not allowed. None of your data were given. Go back to that wallet and start again.',
  },
} as const;

/** In plain words, and the code of the specification for whoever makes the wallet. */
export function requestErrorPage(language: Language, detail: string): string {
  const { title, text } = ERROR[language];
  const body = html`<h1>${title}</h1><p>${text}</p><p class="soft"><code>${detail}</code></p>`;
  return page({ language, title, body });
}
