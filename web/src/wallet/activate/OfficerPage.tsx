import { formatDateTime } from '../../shared/format.ts';
import { Busy } from '../../shared/ui/Busy.tsx';
import { ClockNotice } from '../ClockNotice.tsx';
import { KeepHint } from '../keep/KeepHint.tsx';
import { WalletPage } from '../WalletPage.tsx';
import { useWallet } from '../wallet.ts';
import { ActivationSteps } from './ActivationSteps.tsx';
import { CancelApplication } from './CancelApplication.tsx';
import { RegistrationQr } from './RegistrationQr.tsx';
import { texts } from './texts.ts';
import { useStatusPolling } from './useStatusPolling.ts';
import { WithoutNetwork } from './WithoutNetwork.tsx';

/** The registration QR, and where to go with it. */
export function OfficerPage() {
  const t = texts();
  const { application } = useWallet();
  useStatusPolling();
  const until = application.status.value?.expiresAt;
  return (
    <WalletPage title={t.officerTitle} above={<ActivationSteps at={4} />} footer={<CancelApplication />}>
      <p>{t.officerLead}</p>
      <RegistrationQr />
      <Busy label={t.officerWait} />
      <ClockNotice />
      <details>
        <summary>{t.officerWhere}</summary>
        <div class="stack-s">
          <ul class="wallet-list">
            {t.officerPlaces.map((place) => (
              <li key={place}>{place}</li>
            ))}
          </ul>
          <p>{t.officerBring}</p>
        </div>
      </details>
      <WithoutNetwork />
      {until && <p class="soft">{t.validUntil(formatDateTime(new Date(until)))}</p>}
      <KeepHint />
    </WalletPage>
  );
}
