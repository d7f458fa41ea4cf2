import type { PageReply } from '@jatidiri/core/verification/wire.ts';
import { useState } from 'preact/hooks';
import { QrView } from '../../shared/qr/QrView.tsx';
import { Busy } from '../../shared/ui/Busy.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { askBrowserWallet, hasBrowserWallet } from './browserWallet.ts';
import { texts } from './texts.ts';

/** The ways to a wallet: a code for another device, a link for this one, and the browser's own where it has one. */
export function RequestCode({ requestKey, page }: { requestKey: string; page: PageReply }) {
  const t = texts();
  const [asking, setAsking] = useState(false);
  const isOpened = page.state === 'fetched';

  async function askBrowser(): Promise<void> {
    setAsking(true);
    await askBrowserWallet(requestKey);
    setAsking(false);
  }

  return (
    <>
      {page.flow === 'cross-device' && (
        <div class={isOpened ? 'request-code request-code-opened' : 'request-code'}>
          <p>{t.scan}</p>
          <QrView data={page.link} label={t.qrLabel} />
        </div>
      )}
      <Busy label={isOpened ? t.opened : t.waiting} />
      <div class="request-ways">
        <Button kind={page.flow === 'same-device' ? 'primary' : 'secondary'} href={page.walletLink}>
          {t.openHere}
        </Button>
        {page.flow === 'cross-device' && <p class="soft">{t.openHereHint}</p>}
        {hasBrowserWallet() && (
          <Button kind="secondary" busy={asking} onClick={() => void askBrowser()}>
            {t.browserWallet}
          </Button>
        )}
        <a href={page.link}>{t.otherWallet}</a>
      </div>
    </>
  );
}
