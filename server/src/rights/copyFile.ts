import { dayInKaltim } from '@jatidiri/core/kit/date.ts';
import type { CopyNaming } from './copyContent.ts';
import { copyContent } from './copyContent.ts';
import { copySections, type Section } from './copySections.ts';
import type { PersonalCopy } from './exportData.ts';

const STYLE =
  'body{font:16px/1.5 system-ui,sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem;color:#17212b}' +
  'table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.35rem .6rem;' +
  'border-bottom:1px solid #d5dbe1;overflow-wrap:anywhere}th{width:34%;font-weight:600}img{max-width:12rem;border-radius:.5rem}';

/**
 * One HTML file that a person reads in any browser, without a network and without scripts, and that carries the same
 * content as JSON for whoever takes it elsewhere (docs/decisions/0017).
 */
export async function copyFile(copy: PersonalCopy, naming: CopyNaming): Promise<string> {
  const content = await copyContent(copy, naming);
  // Inside a script element only "<" could end it; JSON may write it as an escape.
  const json = JSON.stringify(content, null, 1).replaceAll('<', '\\u003c');
  const title = `Salinan data pribadi, ${dayInKaltim(copy.madeAt)}`;
  const sections = copySections(content).map(renderSection).join('\n');
  const photo = copy.selfie
    ? `<h2>Foto wajah saat aktivasi</h2><img alt="Foto wajah" src="${dataUrl(copy.selfie)}">`
    : '';
  return `<!doctype html>
<html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${asText(title)}</title><style>${STYLE}</style></head><body>
<h1>${asText(title)}</h1>
<p>Berkas ini memuat seluruh data pribadi Anda pada layanan ini beserta seluruh jejaknya. Simpan di tempat yang aman.</p>
${sections}
${photo}
<script type="application/json" id="data">${json}</script>
</body></html>
`;
}

function renderSection({ title, rows }: Section): string {
  const lines = rows.map(([name, value]) => `<tr><th>${asText(name)}</th><td>${asText(value)}</td></tr>`);
  return `<h2>${asText(title)}</h2>\n<table>${lines.join('\n')}</table>`;
}

function asText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function dataUrl({ mediaType, image }: NonNullable<PersonalCopy['selfie']>): string {
  return `data:${mediaType};base64,${Buffer.from(image).toString('base64')}`;
}
