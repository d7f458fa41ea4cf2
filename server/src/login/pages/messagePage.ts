import { type ErrorOut, errors, type KoaContextWithOIDC } from 'oidc-provider';
import { type Html, html } from '../../platform/http/pages/html.ts';
import { type Language, page } from '../../platform/http/pages/layout.ts';
import { languageFor } from './sendPage.ts';

interface Message {
  readonly title: string;
  readonly text: string;
}

type Messages = Readonly<Record<Language, Message>>;

const EXPIRED: Messages = {
  id: {
    title: 'Halaman ini sudah tidak berlaku',
    text: 'Waktunya habis, atau halaman dibuka di peramban lain. Kembali ke situs lembaga itu, lalu masuk lagi dari sana.',
  },
  en: {
    title: 'This page is no longer valid',
    text: 'Its time is over, or it was opened in another browser. Go back to the institution’s site and sign in from there.',
  },
};
const REFUSED: Messages = {
  id: {
    title: 'Permintaan masuk ini tidak dapat dipakai',
    text: 'Situs yang mengirim Anda ke sini meminta sesuatu yang tidak diperbolehkan, atau belum terdaftar. Tidak ada data Anda yang diberikan. Beri tahu lembaga itu.',
  },
  en: {
    title: 'This sign-in request cannot be used',
    text: 'The site that sent you here asked for something that is not allowed, or is not registered. None of your data were given. Tell that institution.',
  },
};
const BROKEN: Messages = {
  id: {
    title: 'Terjadi gangguan di pihak kami',
    text: 'Tidak ada data Anda yang diberikan. Coba lagi sebentar lagi.',
  },
  en: { title: 'Something broke on our side', text: 'None of your data were given. Try again in a moment.' },
};
const FOR_THE_SITE: Readonly<Record<Language, string>> = {
  id: 'Untuk pengelola situs itu:',
  en: 'For whoever runs that site:',
};

/** What went wrong, in plain words, and the code of the specification for whoever integrates. */
export function errorPage(language: Language, error: string, detail = ''): string {
  const { title, text } = (error === 'server_error' ? BROKEN : REFUSED)[language];
  return messagePage(
    language,
    title,
    html`<p>${text}</p><p class="soft">${FOR_THE_SITE[language]} <code lang="en">${error} ${detail}</code></p>`,
  );
}

export function expiredPage(language: Language): string {
  const { title, text } = EXPIRED[language];
  return messagePage(language, title, html`<p>${text}</p>`);
}

function messagePage(language: Language, title: string, body: Html): string {
  return page({ language, title, body: html`<h1>${title}</h1>${body}` });
}

export function renderError(ctx: KoaContextWithOIDC, out: ErrorOut, error: Error): void {
  const language = languageFor(ctx);
  ctx.type = 'html';
  ctx.body =
    error instanceof errors.SessionNotFound
      ? expiredPage(language)
      : errorPage(language, out.error, out.error_description);
}
