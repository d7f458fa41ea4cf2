import { type Html, html } from './html.ts';

export type Language = 'id' | 'en';

export const languageOf = (acceptLanguage: string | undefined): Language =>
  acceptLanguage?.startsWith('en') ? 'en' : 'id';

interface Page {
  readonly language: Language;
  readonly title: string;
  readonly body: Html;
  readonly head?: Html;
}

/** Works without a script: whatever a script adds is comfort. */
export function page({ language, title, body, head = html`` }: Page): string {
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Jatidiri</title>
<link rel="stylesheet" href="/pages/page.css">
${head}
</head>
<body>
<main>
<p class="brand">KTP Digital</p>
${body}
</main>
</body>
</html>
`.html;
}
