import type { Device } from '@jatidiri/core/activation/model.ts';
import { webSuite } from '@jatidiri/core/kit/webSuite.ts';
import { comparisonCode, verifyNewHandsetQr } from '@jatidiri/core/recovery/newHandsetQr.ts';
import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import type { ApiRefusal } from '../../shared/api.ts';
import { QrScanner } from '../../shared/qr/QrScanner.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { OneFieldForm } from '../../shared/ui/OneFieldForm.tsx';
import { PinPad } from '../../shared/ui/PinPad.tsx';
import { RefusalNotice } from '../RefusalNotice.tsx';
import { PinWait } from '../unlock/PinWait.tsx';
import { usePinTry } from '../unlock/usePinTry.ts';
import { WalletPage } from '../WalletPage.tsx';
import { useWallet } from '../wallet.ts';
import { texts } from './texts.ts';

/** The handset that holds the identity gives it to the one whose QR it scans: look, compare, PIN. */
export function ApproveMovePage() {
  const t = texts();
  const { query, route } = useLocation();
  const [qr, setQr] = useState(query.qr ?? '');
  const [agreed, setAgreed] = useState(false);
  const device = useNewHandset(qr);
  const refused = qr !== '' && device === 'refused';

  if (device && device !== 'refused' && agreed) return <ConfirmByPin qr={qr} />;
  return (
    <WalletPage title={t.approveTitle} onBack={() => route('/keamanan')}>
      {refused && (
        <Notice tone="refusal" live>
          <p>{t.otherQr}</p>
        </Notice>
      )}
      {device && device !== 'refused' ? (
        <>
          <p>{t.compare}</p>
          <p class="wallet-centre">
            <strong class="wallet-clock">{comparisonCode(device.thumbprint)}</strong>
          </p>
          <Notice tone="warning">
            <ul class="wallet-list">
              {t.approveMeaning.map((meaning) => (
                <li key={meaning}>{meaning}</li>
              ))}
            </ul>
          </Notice>
          <div class="wallet-actions">
            <Button onClick={() => setAgreed(true)}>{t.codesSame}</Button>
            <Button kind="secondary" href="/">
              {t.codesDiffer}
            </Button>
          </div>
        </>
      ) : (
        <>
          <ol class="wallet-list">
            {t.approveSteps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
          <QrScanner onText={setQr} />
          <OneFieldForm
            name="qr"
            label={t.pasteQr}
            hint={t.pasteQrHint}
            action={t.pasteQrOpen}
            missing={t.pasteQrMissing}
            autoCapitalize="none"
            onText={(text) => setQr(text.trim())}
          />
        </>
      )}
    </WalletPage>
  );
}

function ConfirmByPin({ qr }: { qr: string }) {
  const t = texts();
  const { vault, handset, application } = useWallet();
  const { route } = useLocation();
  const [refusal, setRefusal] = useState<ApiRefusal>();
  const check = usePinTry((pin) => vault.unlock(pin));
  const [busy, setBusy] = useState(false);

  async function approve(pin: string): Promise<void> {
    if (!(await check.enter(pin))) return;
    setBusy(true);
    const moved = await handset.call({
      method: 'POST',
      path: '/api/recovery/moves',
      body: { qr },
      parse: () => undefined,
    });
    // Also when the answer got lost: this handset then hears that the identity has left it.
    await application.refresh();
    setBusy(false);
    if (!moved.ok) setRefusal(moved.refusal);
  }
  return (
    <WalletPage title={t.approveTitle} onBack={() => route('/keamanan')}>
      {refusal && <RefusalNotice refusal={refusal} />}
      <PinWait>
        <PinPad label={t.pin} onPin={approve} busy={check.busy || busy} error={check.error} />
      </PinWait>
    </WalletPage>
  );
}

/** The handset behind a scanned QR, checked here as the server will check it. */
function useNewHandset(qr: string): Device | 'refused' | undefined {
  const { clock } = useWallet().handset;
  const [device, setDevice] = useState<Device | 'refused'>();
  useEffect(() => {
    setDevice(undefined);
    if (qr === '') return;
    void verifyNewHandsetQr(qr, clock.now(), webSuite(crypto.subtle)).then((read) =>
      setDevice(read.ok ? read.value : 'refused'),
    );
  }, [qr]);
  return device;
}
