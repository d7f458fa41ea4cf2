import type { FieldRefusalCode } from '@jatidiri/core/field/refusals.ts';
import { fieldRefusals } from '@jatidiri/core/field/refusals.ts';
import { dayInKaltim } from '@jatidiri/core/kit/date.ts';
import type { Refusal, Result } from '@jatidiri/core/kit/result.ts';
import { useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { lang } from '../../../shared/i18n.ts';
import { FramesScanner } from '../../../shared/qr/FramesScanner.tsx';
import { Notice } from '../../../shared/ui/Notice.tsx';
import { OneFieldForm } from '../../../shared/ui/OneFieldForm.tsx';
import { RefusalNotice } from '../../../shared/ui/RefusalNotice.tsx';
import { isSessionDay, timeAt } from '../about.ts';
import { ClockNotice } from '../ClockNotice.tsx';
import { KitPage } from '../KitPage.tsx';
import { useOpenedKit } from '../openKitContext.ts';
import { receiveApplication, receiveText, type Serving } from './serving.ts';
import { texts } from './texts.ts';

/** From the screen of the resident's telephone to the application, without any network. */
export function ScanPage() {
  const opened = useOpenedKit();
  const { kit, open, serving } = opened;
  const { route } = useLocation();
  const [refused, setRefused] = useState<{ code: FieldRefusalCode }>();
  const busy = useRef(false);
  const t = texts();
  const today = dayInKaltim(timeAt(open.about, Date.now()));

  async function take(received: Promise<Result<Serving, Refusal<FieldRefusalCode>>>): Promise<void> {
    if (busy.current) return;
    busy.current = true;
    const answer = await received;
    busy.current = false;
    if (!answer.ok) return setRefused(answer.refusal);
    serving.value = answer.value;
    route('/lapangan/warga', true);
  }
  if (!isSessionDay(open.about, today))
    return (
      <KitPage title={t.scanTitle}>
        <Notice tone="warning" live>
          <p>{t.notToday}</p>
        </Notice>
      </KitPage>
    );
  return (
    <KitPage title={t.scanTitle}>
      <p class="soft">{t.scanLead}</p>
      <ClockNotice kit={kit} about={open.about} />
      {refused && (
        <RefusalNotice refusal={{ code: refused.code, detail: fieldRefusals[refused.code][lang.value] }} />
      )}
      <FramesScanner
        onData={(data) => void take(receiveApplication(data, opened))}
        onOther={(text) => void take(receiveText(text, opened))}
      />
      <details>
        <summary>{t.paste}</summary>
        <OneFieldForm
          name="permohonan"
          label={t.pasteLabel}
          hint={t.pasteHint}
          action={t.pasteAction}
          missing={t.pasteMissing}
          autoCapitalize="none"
          onText={(text) => void take(receiveText(text.trim(), opened))}
        />
      </details>
    </KitPage>
  );
}
