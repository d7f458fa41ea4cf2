import type { KoaContextWithOIDC } from 'oidc-provider';
import { withFormsTo } from '../../platform/http/pages/formsTo.ts';

export function allowFormsTo(ctx: KoaContextWithOIDC, redirectUri: string): void {
  const policy = ctx.response.get('content-security-policy');
  ctx.set('content-security-policy', withFormsTo(policy, redirectUri));
}
