import { renderSVG } from 'uqr';
import type { CardType } from './cardType.ts';

// Two pages without a script: sign in with the IKD, then take the card.

export const startPage = (card: CardType, problem = ''): string =>
  page(
    card,
    `${problem && `<p role="alert">${safe(problem)}</p>`}
<p>Masuk dengan KTP Digital; ponsel Anda yang menyetujui. Sesudah itu ${safe(card.name.id)} masuk ke ponsel Anda.</p>
<form method="post" action="/login"><button>Masuk dengan KTP Digital</button></form>`,
  );

export const offerPage = (card: CardType, offer: string, wallet: string): string =>
  page(
    card,
    `<p><a class="button" href="${safe(`${wallet}/terima-kartu${new URL(offer).search}`)}">Terima di ponsel ini</a></p>
<p>KTP Digital Anda di ponsel lain? Pindai kode ini dengan “Pindai kode lembaga”. Berlaku sepuluh menit, sekali pakai.</p>
<div class="qr">${renderSVG(offer)}</div>
<p class="soft"><a href="${safe(offer)}">Buka dengan dompet lain</a></p>`,
  );

export const page = ({ institution, name, colour }: CardType, content: string): string => `<!doctype html>
<html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${safe(name.id)}</title>
<style>
body { max-width: 34rem; margin: 0 auto; padding: 1.5rem; font: 1.0625rem/1.5 system-ui, sans-serif; }
header { padding: 1rem; border-radius: 0.75rem; background: ${colour}; color: #fff; }
button, .button { display: inline-block; padding: 0.8rem 1.2rem; border: 0; text-decoration: none; border-radius: 0.5rem; background: ${colour}; color: #fff; font: inherit; font-weight: 600; }
.qr svg { width: 100%; max-width: 24rem; }
[role="alert"] { padding: 0.8rem; background: #fdecea; color: #7a1d12; }
.soft { color: #555; }
</style></head>
<body><header>${safe(institution)}</header><h1>${safe(name.id)}</h1>${content}
<p class="soft">Contoh. Semua orang di sini sintetis.</p></body></html>`;

const safe = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
