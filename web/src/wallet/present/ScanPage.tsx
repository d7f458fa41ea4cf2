import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { QrScanner } from '../../shared/qr/QrScanner.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { OneFieldForm } from '../../shared/ui/OneFieldForm.tsx';
import { WalletPage } from '../WalletPage.tsx';
import { pageForCode } from './pageForCode.ts';
import { texts } from './texts.ts';

/** From the code on an institution's screen to the page that shows what it asks. */
export function ScanPage() {
  const t = texts();
  const { route } = useLocation();
  const [unknown, setUnknown] = useState(false);

  function open(code: string): void {
    const page = pageForCode(code);
    setUnknown(page === undefined);
    if (page !== undefined) route(page, true);
  }
  return (
    <WalletPage title={t.scanTitle} onBack={() => route('/')}>
      <p>{t.scanLead}</p>
      {unknown && (
        <Notice tone="refusal" live>
          <p>{t.unknownCode}</p>
        </Notice>
      )}
      <QrScanner onText={open} />
      <OneFieldForm
        name="code"
        label={t.paste}
        hint={t.pasteHint}
        action={t.pasteOpen}
        missing={t.pasteMissing}
        autoCapitalize="none"
        onText={open}
      />
    </WalletPage>
  );
}
