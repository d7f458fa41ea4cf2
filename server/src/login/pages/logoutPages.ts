import type { Configuration, KoaContextWithOIDC } from 'oidc-provider';
import { html } from '../../platform/http/pages/html.ts';
import { allowFormsTo } from './formAction.ts';
import { languageFor, sendPage } from './sendPage.ts';

type Logout = NonNullable<NonNullable<Configuration['features']>['rpInitiatedLogout']>;

const TEXTS = {
  id: {
    title: 'Keluar?',
    from: 'Anda akan keluar dari layanan',
    others: 'Layanan lain yang Anda buka dengan KTP Digital di peramban ini ikut keluar.',
    yes: 'Ya, keluar',
    no: 'Tetap masuk',
    done: 'Anda sudah keluar',
    close: 'Anda boleh menutup halaman ini.',
  },
  en: {
    title: 'Sign out?',
    from: 'You will be signed out of',
    others: 'Other services that you opened with the digital KTP in this browser are signed out as well.',
    yes: 'Yes, sign out',
    no: 'Stay signed in',
    done: 'You are signed out',
    close: 'You may close this page.',
  },
} as const;

/** RP-initiated logout (OpenID Connect RP-Initiated Logout 1.0). */
export const logoutPages: Pick<Logout, 'logoutSource' | 'postLogoutSuccessSource'> = {
  logoutSource(ctx) {
    const texts = textsOf(ctx);
    const state = ctx.oidc.session?.state as { secret?: string; postLogoutRedirectUri?: string } | undefined;
    if (state?.postLogoutRedirectUri) allowFormsTo(ctx, state.postLogoutRedirectUri);
    const name = ctx.oidc.client?.clientName ?? ctx.oidc.client?.clientId;
    sendPage(
      ctx,
      texts.title,
      html`
<h1>${texts.title}</h1>
${name ? html`<p>${texts.from} <strong>${name}</strong>.</p>` : html``}
<p>${texts.others}</p>
<form method="post" action="/login/end-session/confirm">
<input type="hidden" name="xsrf" value="${String(state?.secret)}">
<button name="logout" value="yes">${texts.yes}</button>
<button class="quiet">${texts.no}</button>
</form>`,
    );
  },
  postLogoutSuccessSource(ctx) {
    const texts = textsOf(ctx);
    sendPage(ctx, texts.done, html`<h1>${texts.done}</h1><p>${texts.close}</p>`);
  },
};

const textsOf = (ctx: KoaContextWithOIDC) => TEXTS[languageFor(ctx)];
