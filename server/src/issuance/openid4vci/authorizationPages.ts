import { type ConfigurationId, CREDENTIAL_CONFIGURATIONS } from '@jatidiri/core/openid4vci/configurations.ts';
import type { QuestionWords } from '../../approval/index.ts';
import { html } from '../../platform/http/pages/html.ts';
import { type Language, page } from '../../platform/http/pages/layout.ts';

type Card = (typeof CREDENTIAL_CONFIGURATIONS)[ConfigurationId]['card'];
const CARDS: Record<Language, Record<Card, string>> = {
  id: { ikd: 'KTP Digital', kk: 'kartu keluarga', kia: 'KIA anak' },
  en: { ikd: 'digital KTP', kk: 'family card', kia: 'KIA of your children' },
};

/** What is asked for, in words: the resident must not take a child's KIA for the own card. */
function cardsIn(language: Language, configurations: readonly ConfigurationId[]): string {
  const cards = new Set(configurations.map((id) => CREDENTIAL_CONFIGURATIONS[id].card));
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  return list.format([...cards].map((card) => CARDS[language][card]));
}

/** As the question names it in the resident's wallet. */
export const purposeOf = (configurations: readonly ConfigurationId[]): string =>
  `Menyimpan salinan ${cardsIn('id', configurations)} di dompet lain`;

/** What the resident reads when another wallet asks for copies of these. */
export function walletWords(
  language: Language,
  configurations: readonly ConfigurationId[],
): QuestionWords & { readonly purpose: string } {
  const cards = cardsIn(language, configurations);
  return language === 'id'
    ? {
        title: `Salinan ${cards} untuk dompet lain`,
        wants: `meminta salinan ${cards} Anda.`,
        purpose: `Menyimpan salinan ${cards} di dompet itu`,
        caution: `Lanjutkan hanya jika Anda sendiri yang memulainya, di dompet milik Anda. Siapa pun yang memegang dompet itu dapat menunjukkan ${cards} Anda.`,
        again: 'Kembali ke dompet itu, lalu mulai lagi.',
        demoText:
          'Lanjutkan sebagai penduduk contoh, tanpa ponsel. Ini hanya ada dalam peragaan; tidak ada yang diperiksa. Tanpa NIK: penduduk contoh yang pertama.',
      }
    : {
        title: `A copy of the ${cards} for another wallet`,
        wants: `asks for a copy of your ${cards}.`,
        purpose: `Keeping a copy of the ${cards} in that wallet`,
        caution: `Go on only if you started this yourself, in a wallet of your own. Whoever holds that wallet can show your ${cards}.`,
        again: 'Go back to that wallet and start again.',
        demoText:
          'Go on as a demonstration resident, without a phone. Only a demonstration has this; nothing is checked. Without a NIK: the first of them.',
      };
}

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
