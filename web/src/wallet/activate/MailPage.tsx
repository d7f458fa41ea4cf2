import { formatDateTime } from '../../shared/format.ts';
import { site } from '../../shared/site.ts';
import { Busy } from '../../shared/ui/Busy.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { texts as shared } from '../texts.ts';
import { WalletPage } from '../WalletPage.tsx';
import { useWallet } from '../wallet.ts';
import { ActivationSteps } from './ActivationSteps.tsx';
import { CancelApplication } from './CancelApplication.tsx';
import { PaperCode } from './PaperCode.tsx';
import { RegistrationQr } from './RegistrationQr.tsx';
import { texts } from './texts.ts';
import { useStatusPolling } from './useStatusPolling.ts';

/** The officer said yes; now the resident does, by the link of the mail or at the desk. */
export function MailPage() {
  const t = texts();
  const { application } = useWallet();
  useStatusPolling();
  const status = application.status.value;
  if (!status) return null;
  return (
    <WalletPage title={t.mailTitle} above={<ActivationSteps at={5} />} footer={<CancelApplication />}>
      <Notice tone="success" title={status.hasEmail ? t.mailOpen : t.mailNone}>
        <p>{status.hasEmail ? t.mailAnyDevice : t.mailNoneWhy}</p>
        {status.hasEmail && site.value?.demo && site.value.outbox && (
          <p>
            <a href={site.value.outbox}>{t.mailDemo}</a>
          </p>
        )}
      </Notice>
      {status.hasEmail ? (
        <>
          <Busy label={shared().waiting} />
          <details>
            <summary>{t.mailLate}</summary>
            <div class="stack-s">
              <ul class="wallet-list">
                {t.mailLateSteps.map((step) => (
                  <li key={step}>{step}</li>
                ))}
              </ul>
              <RegistrationQr />
            </div>
          </details>
          <details>
            <summary>{t.paperInstead}</summary>
            <PaperCode />
          </details>
        </>
      ) : (
        <>
          <PaperCode />
          <details>
            <summary>{t.paperNone}</summary>
            <RegistrationQr />
          </details>
        </>
      )}
      <div class="stack-s soft">
        {status.office && <p>{t.mailBy(status.office)}</p>}
        <p>{t.mailUntil(formatDateTime(new Date(status.expiresAt)))}</p>
      </div>
    </WalletPage>
  );
}
