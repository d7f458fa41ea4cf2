import type { Configuration, KoaContextWithOIDC } from 'oidc-provider';
import { html } from '../../platform/http/pages/html.ts';
import { languageFor, sendPage } from './sendPage.ts';

type DeviceFlow = NonNullable<NonNullable<Configuration['features']>['deviceFlow']>;

const TEXTS = {
  id: {
    title: 'Masukkan kode',
    ask: 'Kode yang tampil di layar perangkat:',
    wrong:
      'Kode itu tidak dikenal, sudah dipakai, atau waktunya habis. Periksa lagi kode di layar perangkat.',
    aborted: 'Dibatalkan. Tidak ada yang masuk.',
    go: 'Lanjut',
    compare: 'Bandingkan kodenya',
    same: 'Kode yang sama harus tampil di layar perangkat milik',
    yes: 'Ya, kodenya sama',
    no: 'Batalkan',
    done: 'Selesai',
    close: 'Anda boleh menutup halaman ini. Perangkat itu melanjutkan sendiri.',
  },
  en: {
    title: 'Enter the code',
    ask: 'The code that the device’s screen shows:',
    wrong:
      'That code is not known, has been used, or its time is over. Check the code on the device’s screen.',
    aborted: 'Cancelled. Nothing was signed in.',
    go: 'Continue',
    compare: 'Compare the code',
    same: 'The same code must stand on the screen of the device of',
    yes: 'Yes, it is the same',
    no: 'Cancel',
    done: 'Done',
    close: 'You may close this page. The device goes on by itself.',
  },
} as const;

/** The pages of the device flow (RFC 8628 section 3.3): for a screen that has no keyboard. */
export const deviceForms: Pick<
  DeviceFlow,
  'userCodeInputSource' | 'userCodeConfirmSource' | 'successSource'
> = {
  userCodeInputSource(ctx, _form, _out, error) {
    const texts = textsOf(ctx);
    const wrong = error && (error.name === 'AbortedError' ? texts.aborted : texts.wrong);
    sendPage(
      ctx,
      texts.title,
      html`
<h1>${texts.title}</h1>
${wrong ? html`<p class="notice" role="alert">${wrong}</p>` : html``}
<form method="post" action="/login/device">
<input type="hidden" name="xsrf" value="${secretOf(ctx)}">
<label for="user_code">${texts.ask}</label>
<input id="user_code" name="user_code" class="code" autocomplete="off" autocapitalize="characters" required autofocus>
<button>${texts.go}</button>
</form>`,
    );
  },
  userCodeConfirmSource(ctx, _form, client, _device, userCode) {
    const texts = textsOf(ctx);
    sendPage(
      ctx,
      texts.compare,
      html`
<h1>${texts.compare}</h1>
<p>${texts.same} <strong>${client.clientName ?? client.clientId}</strong>:</p>
<p class="code">${userCode}</p>
<form method="post" action="/login/device">
<input type="hidden" name="xsrf" value="${secretOf(ctx)}">
<input type="hidden" name="user_code" value="${userCode}">
<button name="confirm" value="yes">${texts.yes}</button>
<button name="abort" value="yes" class="quiet">${texts.no}</button>
</form>`,
    );
  },
  successSource(ctx) {
    const texts = textsOf(ctx);
    sendPage(ctx, texts.done, html`<h1>${texts.done}</h1><p>${texts.close}</p>`);
  },
};

const textsOf = (ctx: KoaContextWithOIDC) => TEXTS[languageFor(ctx)];
const secretOf = (ctx: KoaContextWithOIDC) =>
  String((ctx.oidc.session?.state as { secret?: string } | undefined)?.secret);
