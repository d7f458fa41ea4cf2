import { useEffect, useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import type { ApiRefusal } from '../../shared/api.ts';
import { QrScanner } from '../../shared/qr/QrScanner.tsx';
import { readQrFile } from '../../shared/qr/readQr.ts';
import { Busy } from '../../shared/ui/Busy.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { isNetwork, RefusalNotice } from '../../shared/ui/RefusalNotice.tsx';
import { DeskPage } from '../DeskPage.tsx';
import { useDesk } from '../desk.ts';
import { texts as deskTexts } from '../texts.ts';
import { lookUp } from './applicant.ts';
import { PasteQr } from './PasteQr.tsx';
import { texts } from './texts.ts';

/** From the QR on the applicant's phone to the application. */
export function ScanPage() {
  const { session, applicant } = useDesk();
  const { route } = useLocation();
  const [looking, setLooking] = useState(false);
  const [stopped, setStopped] = useState<{ refusal: ApiRefusal; qr: string }>();
  const busy = useRef(false);
  const t = texts();

  async function find(qr: string): Promise<void> {
    if (busy.current) return;
    busy.current = true;
    setLooking(true);
    setStopped(undefined);
    const found = await lookUp(session, qr);
    busy.current = false;
    setLooking(false);
    if (!found.ok) return setStopped({ refusal: found.refusal, qr });
    applicant.value = found.value;
    route('/pemohon', true);
  }
  usePastedPicture((text) => void find(text));

  return (
    <DeskPage title={t.scanTitle} onBack={() => route('/')}>
      <p class="soft">{t.scanLead}</p>
      {stopped && <RefusalNotice refusal={stopped.refusal} />}
      {stopped && isNetwork(stopped.refusal) && (
        <div>
          <Button kind="secondary" onClick={() => void find(stopped.qr)}>
            {deskTexts().again}
          </Button>
        </div>
      )}
      {looking && <Busy label={t.looking} />}
      <QrScanner onText={(text) => void find(text)} />
      <PasteQr busy={looking} onText={(text) => void find(text)} />
    </DeskPage>
  );
}

/** A picture of a QR on the clipboard, pasted anywhere on the page. */
function usePastedPicture(onText: (text: string) => void): void {
  const report = useRef(onText);
  report.current = onText;
  useEffect(() => {
    async function read(event: ClipboardEvent): Promise<void> {
      const files = Array.from(event.clipboardData?.files ?? []);
      const picture = files.find(({ type }) => type.startsWith('image/'));
      if (!picture) return;
      const text = await readQrFile(picture);
      if (text !== undefined) report.current(text);
    }
    addEventListener('paste', read);
    return () => removeEventListener('paste', read);
  }, []);
}
