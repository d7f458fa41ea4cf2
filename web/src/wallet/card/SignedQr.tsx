import { showIdentityQr } from '@jatidiri/core/identityqr/envelope.ts';
import { fromBase64url } from '@jatidiri/core/kit/bytes.ts';
import type { SignEs256 } from '@jatidiri/core/kit/suite.ts';
import { QrView } from '../../shared/qr/QrView.tsx';
import { Busy } from '../../shared/ui/Busy.tsx';
import { useScreenAwake } from '../../shared/useScreenAwake.ts';
import { ClockNotice } from '../ClockNotice.tsx';
import { useRenewed } from '../useRenewed.ts';
import { useWallet } from '../wallet.ts';
import { texts } from './texts.ts';

const RENEW_SECONDS = 30;

interface SignedQrProps {
  /** The issuer-signed half, base64url. */
  readonly issued: string;
  /** What whoever scans it will see. */
  readonly label: string;
  /** By whose key, where that half is bound to another than the handset's. */
  readonly sign?: SignEs256;
}

/** Signed by its holder anew every 30 seconds; needs no network. */
export function SignedQr({ issued, label, sign }: SignedQrProps) {
  const t = texts();
  const { handset } = useWallet();
  useScreenAwake();
  const { value, secondsLeft } = useRenewed(RENEW_SECONDS, issued, () =>
    showIdentityQr(sign ?? handset.sign, fromBase64url(issued), handset.clock.now()),
  );
  return (
    <>
      <p>{t.shows(label)}</p>
      {value === undefined ? (
        <Busy />
      ) : (
        <div class="wallet-qr">
          <QrView data={value} label={t.qr(label)} countdown={{ seconds: secondsLeft, of: RENEW_SECONDS }} />
        </div>
      )}
      <p class="soft">{t.bright}</p>
      <ClockNotice />
    </>
  );
}
