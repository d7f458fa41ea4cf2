import type { PageReply } from '@jatidiri/core/verification/wire.ts';
import { useState } from 'preact/hooks';
import { QrView } from '../../shared/qr/QrView.tsx';
import { Busy } from '../../shared/ui/Busy.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { askBrowserWallet, hasBrowserWallet } from './browserWallet.ts';
import { texts } from './texts.ts';

/** The ways to a wallet: a code for another device, or a button for this one; further ways are folded away. */
export function RequestCode({ requestKey, page }: { requestKey: string; page: PageReply }) {
  const t = texts();
  const isAcross = page.flow === 'cross-device';
  const isOpened = page.state === 'fetched';
  return (
    <>
      {isAcross ? (
        <div class={isOpened ? 'request-code request-code-opened' : 'request-code'}>
          <p>{t.scan}</p>
          <QrView data={page.link} label={t.qrLabel} />
        </div>
      ) : (
        <Button href={page.walletLink}>{t.openHere}</Button>
      )}
      <Busy label={isOpened ? t.opened : isAcross ? t.waiting : t.waitingHere} />
      <details>
        <summary>{t.otherWays}</summary>
        <div class="request-ways">
          {isAcross && (
            <Button kind="secondary" href={page.walletLink}>
              {t.openHere}
            </Button>
          )}
          {isAcross && hasBrowserWallet() && <BrowserButton requestKey={requestKey} />}
          <a href={page.link}>{t.otherWallet}</a>
        </div>
      </details>
    </>
  );
}

function BrowserButton({ requestKey }: { requestKey: string }) {
  const t = texts();
  const [state, setState] = useState<'idle' | 'asking' | 'unanswered'>('idle');
  async function ask(): Promise<void> {
    setState('asking');
    setState((await askBrowserWallet(requestKey)) ? 'idle' : 'unanswered');
  }
  return (
    <>
      <Button kind="secondary" busy={state === 'asking'} onClick={() => void ask()}>
        {t.browserWallet}
      </Button>
      {state === 'unanswered' && (
        <Notice tone="warning" live>
          <p>{t.browserUnanswered}</p>
        </Notice>
      )}
    </>
  );
}
