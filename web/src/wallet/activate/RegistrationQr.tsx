import type { ActivationId } from '@jatidiri/core/activation/model.ts';
import {
  drawRegistrationQr,
  REGISTRATION_QR_REFRESH_SECONDS,
} from '@jatidiri/core/activation/registrationQr.ts';
import { QrView } from '../../shared/qr/QrView.tsx';
import { Busy } from '../../shared/ui/Busy.tsx';
import { useScreenAwake } from '../../shared/useScreenAwake.ts';
import { useRenewed } from '../useRenewed.ts';
import { useWallet } from '../wallet.ts';
import { texts } from './texts.ts';

/** Signed anew every minute, also without a network. */
export function RegistrationQr() {
  const t = texts();
  const { application, handset } = useWallet();
  useScreenAwake();
  const id = application.status.value?.id as ActivationId;
  const { value, secondsLeft } = useRenewed(REGISTRATION_QR_REFRESH_SECONDS, id, () =>
    drawRegistrationQr(handset.sign, id, handset.clock.now()),
  );
  if (value === undefined) return <Busy />;
  const countdown = { seconds: secondsLeft, of: REGISTRATION_QR_REFRESH_SECONDS };
  return <QrView data={value} label={t.officerQr} countdown={countdown} />;
}
