import type { DeviceThumbprint } from '@jatidiri/core/activation/model.ts';
import { thumbprint } from '@jatidiri/core/jose/thumbprint.ts';
import type { Result } from '@jatidiri/core/kit/result.ts';
import { webSuite } from '@jatidiri/core/kit/webSuite.ts';
import {
  comparisonCode,
  drawNewHandsetQr,
  NEW_HANDSET_QR_REFRESH_SECONDS,
} from '@jatidiri/core/recovery/newHandsetQr.ts';
import { QrView } from '../../shared/qr/QrView.tsx';
import { Busy } from '../../shared/ui/Busy.tsx';
import { useScreenAwake } from '../../shared/useScreenAwake.ts';
import { usePolling } from '../usePolling.ts';
import { useRenewed } from '../useRenewed.ts';
import { useWallet } from '../wallet.ts';
import { texts } from './texts.ts';

/** What the old handset or an officer scans, the code that they compare, and the wait for their decision. */
export function NewHandsetQr({
  label,
  ask,
}: {
  label: string;
  ask: () => Promise<Result<unknown, unknown>>;
}) {
  const t = texts();
  const { handset } = useWallet();
  useScreenAwake();
  usePolling(ask);
  const { value, secondsLeft } = useRenewed(NEW_HANDSET_QR_REFRESH_SECONDS, handset, async () => {
    const jwk = await handset.publicKey();
    const name = (await thumbprint(webSuite(crypto.subtle), jwk)) as DeviceThumbprint;
    return {
      qr: await drawNewHandsetQr(handset.sign, jwk, handset.clock.now()),
      code: comparisonCode(name),
    };
  });
  if (!value) return <Busy />;
  const countdown = { seconds: secondsLeft, of: NEW_HANDSET_QR_REFRESH_SECONDS };
  return (
    <>
      <QrView data={value.qr} label={label} countdown={countdown} />
      <p class="wallet-centre">
        {t.code}
        <br />
        <strong class="wallet-clock">{value.code}</strong>
      </p>
    </>
  );
}
