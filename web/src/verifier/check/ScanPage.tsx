import { useRef } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { QrScanner } from '../../shared/qr/QrScanner.tsx';
import { VerifierPage } from '../VerifierPage.tsx';
import { useVerifier } from '../verifier.ts';
import { PasteQr } from './PasteQr.tsx';
import { texts } from './texts.ts';

/** From the QR on the holder's handset to the result; nothing leaves this device. */
export function ScanPage() {
  const t = texts();
  const { route } = useLocation();
  const { check } = useVerifier();
  const busy = useRef(false);

  async function decide(text: string): Promise<void> {
    if (busy.current) return;
    busy.current = true;
    await check(text);
    busy.current = false;
    route('/hasil', true);
  }
  return (
    <VerifierPage title={t.scanTitle} onBack={() => route('/')}>
      <QrScanner onText={(text) => void decide(text)} />
      <PasteQr onText={(text) => void decide(text)} />
    </VerifierPage>
  );
}
