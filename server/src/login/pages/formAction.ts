import type { KoaContextWithOIDC } from 'oidc-provider';
import { withFormsTo } from '../../platform/http/pages/formsTo.ts';

export function allowFormsTo(ctx: KoaContextWithOIDC, redirectUri: string): void {
  const policy = ctx.response.get('content-security-policy');
  ctx.set('content-security-policy', withFormsTo(policy, redirectUri));
}

/** The library's page that posts an answer on (OAuth 2.0 Form Post Response Mode) ends at the relying party as well. */
export async function allowFormPost(ctx: KoaContextWithOIDC, next: () => Promise<void>): Promise<void> {
  await next();
  const { response_mode: mode, redirect_uri: redirectUri } = ctx.oidc?.params ?? {};
  if (mode === 'form_post' && typeof redirectUri === 'string') allowFormsTo(ctx, redirectUri);
}
