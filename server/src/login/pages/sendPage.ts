import type { KoaContextWithOIDC } from 'oidc-provider';
import type { Html } from '../../platform/http/pages/html.ts';
import { type Language, languageOf, page } from '../../platform/http/pages/layout.ts';

export const languageFor = (ctx: KoaContextWithOIDC): Language => languageOf(ctx.get('accept-language'));

/** A page as the answer to a request that the library handles. */
export function sendPage(ctx: KoaContextWithOIDC, title: string, body: Html): void {
  ctx.type = 'html';
  ctx.body = page({ language: languageFor(ctx), title, body });
}
