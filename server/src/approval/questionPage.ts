import type { Question } from '@jatidiri/core/approval/model.ts';
import { IKD_CLAIMS } from '@jatidiri/core/issuance/ikdClaims.ts';
import { renderSVG } from 'uqr';
import { type Html, html, nothing } from '../platform/http/pages/html.ts';
import { type Language, page } from '../platform/http/pages/layout.ts';

const TEXTS = {
  id: {
    purpose: 'Untuk',
    data: 'Data yang diminta',
    noData: 'Tidak ada data kependudukan yang diminta.',
    many: (count: number) => `${count} data: lihat semuanya`,
    here: 'Di perangkat ini',
    open: 'Buka KTP Digital',
    elsewhere: 'Di ponsel lain',
    scan: 'Pindai dengan kamera ponsel yang memegang KTP Digital Anda, lalu setujui dengan PIN.',
    qr: 'Kode QR untuk ponsel Anda',
    compare: 'Di ponsel harus tampil kode yang sama:',
    waits: 'Halaman ini melanjutkan sendiri setelah Anda menjawab.',
    answered: 'Saya sudah menjawab',
    cancel: 'Batal',
    over: 'Waktu menjawab sudah habis',
    back: 'Kembali',
    demo: 'Peragaan',
    nik: 'NIK penduduk contoh',
    unknown: 'NIK ini bukan milik penduduk contoh.',
    go: 'Lanjut',
    decline: 'Tolak',
  },
  en: {
    purpose: 'For',
    data: 'Data asked for',
    noData: 'No population data are asked for.',
    many: (count: number) => `${count} items: see them all`,
    here: 'On this device',
    open: 'Open the digital KTP',
    elsewhere: 'On another phone',
    scan: 'Scan with the camera of the phone that holds your digital KTP, then approve with your PIN.',
    qr: 'QR code for your phone',
    compare: 'The phone must show the same code:',
    waits: 'This page goes on by itself once you have answered.',
    answered: 'I have answered',
    cancel: 'Cancel',
    over: 'The time to answer is over',
    back: 'Back',
    demo: 'Demonstration',
    nik: 'NIK of a demonstration resident',
    unknown: 'This NIK is not a demonstration resident’s.',
    go: 'Continue',
    decline: 'Decline',
  },
} as const;
type Texts = (typeof TEXTS)[Language];

const RELOAD_SECONDS = 5;
/** A longer list would push what there is to do off a small screen. */
const SHOWN_AT_ONCE = 6;

/** What differs between the things that a resident may be asked. */
export interface QuestionWords {
  readonly title: string;
  /** After the asker's name. */
  readonly wants: string;
  /** When the time is over: where to start again. */
  readonly again: string;
  /** Above the demonstration's form. */
  readonly demoText: string;
  /** What to think of before answering. */
  readonly caution?: string;
}

interface Asking {
  readonly words: QuestionWords;
  /** Of the question's page, below which its forms are. */
  readonly path: string;
  readonly language: Language;
  readonly question: Question;
  readonly purpose: string;
  readonly walletLink: string;
  readonly demo: 'none' | 'offered' | 'unknownNik';
}

/** The page that waits until the resident has answered in the wallet. It works without a script. */
export function questionPage(asking: Asking): string {
  const { words, path, language, question, purpose, walletLink, demo } = asking;
  const texts = TEXTS[language];
  if (question.state === 'expired') return overPage(path, language, texts, words);
  const body = html`
<h1>${words.title}</h1>
<p class="asker"><strong>${question.asker.name}</strong> ${words.wants}</p>
${words.caution ? html`<p class="notice caution">${words.caution}</p>` : nothing}
<dl>
<dt>${texts.purpose}</dt><dd>${purpose}</dd>
<dt>${texts.data}</dt><dd>${dataOf(question, language, texts)}</dd>
</dl>
<section class="here">
<h2>${texts.here}</h2>
<a class="button" href="${walletLink}">${texts.open}</a>
</section>
<section class="elsewhere">
<h2>${texts.elsewhere}</h2>
<p>${texts.scan}</p>
<div class="qr" role="img" aria-label="${texts.qr}">${{ html: renderSVG(walletLink, { border: 2 }) }}</div>
${question.bindingMessage ? html`<p>${texts.compare}</p><p class="code">${question.bindingMessage}</p>` : nothing}
</section>
<p class="soft" role="status">${texts.waits}</p>
<noscript><p><a class="button quiet" href="">${texts.answered}</a></p></noscript>
<form method="post" action="${path}/decline"><button class="quiet">${texts.cancel}</button></form>
${demo === 'none' ? nothing : demoForm(path, texts, words.demoText, demo)}`;
  const head = html`<noscript><meta http-equiv="refresh" content="${String(RELOAD_SECONDS)}"></noscript>
<script src="/pages/waitForAnswer.js" defer></script>`;
  return page({ language, title: words.title, body, head });
}

function dataOf({ attributes }: Question, language: Language, texts: Texts): Html | string {
  if (attributes.length === 0) return texts.noData;
  const names = attributes.map((name) => IKD_CLAIMS[name as keyof typeof IKD_CLAIMS]?.[language] ?? name);
  const list = html`<ul>${names.map((name) => html`<li>${name}</li>`)}</ul>`;
  return names.length > SHOWN_AT_ONCE
    ? html`<details><summary>${texts.many(names.length)}</summary>${list}</details>`
    : list;
}

function demoForm(path: string, texts: Texts, demoText: string, demo: Asking['demo']): Html {
  return html`
<section class="demo">
<h2>${texts.demo}</h2>
<p>${demoText}</p>
${demo === 'unknownNik' ? html`<p class="notice" role="alert">${texts.unknown}</p>` : nothing}
<form method="post" action="${path}/demo">
<label for="nik">${texts.nik}</label>
<input id="nik" name="nik" inputmode="numeric" autocomplete="off" maxlength="20">
<button name="decision" value="continue">${texts.go}</button>
<button name="decision" value="decline" class="quiet">${texts.decline}</button>
</form>
</section>`;
}

function overPage(path: string, language: Language, texts: Texts, words: QuestionWords): string {
  const body = html`
<h1>${texts.over}</h1>
<p>${words.again}</p>
<form method="post" action="${path}/decline"><button>${texts.back}</button></form>`;
  return page({ language, title: texts.over, body });
}
