import { showIdentityQr } from '@jatidiri/core/identityqr/envelope.ts';
import { DISCLOSURE_KINDS, type DisclosureKind } from '@jatidiri/core/identityqr/model.ts';
import { fromBase64url } from '@jatidiri/core/kit/bytes.ts';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { QrView } from '../../shared/qr/QrView.tsx';
import { Busy } from '../../shared/ui/Busy.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { Choice } from '../../shared/ui/Choice.tsx';
import { useScreenAwake } from '../../shared/useScreenAwake.ts';
import { ClockNotice } from '../ClockNotice.tsx';
import { useRenewed } from '../useRenewed.ts';
import { WalletPage } from '../WalletPage.tsx';
import { useWallet } from '../wallet.ts';
import { texts } from './texts.ts';

const RENEW_SECONDS = 30;

/** The issuer's halves of the identity QR, by what they show (base64url). */
type IssuedQrs = { readonly [Kind in DisclosureKind]?: string | undefined };

/** First what to reveal, then the QR. Name and photo is chosen beforehand: whoever only presses on reveals little. */
export function ShowPage({ issued }: { issued: IssuedQrs }) {
  const t = texts();
  const { route } = useLocation();
  const offered = [...DISCLOSURE_KINDS].reverse().filter((known) => issued[known]);
  const [kind, setKind] = useState<DisclosureKind>('nameAndPhoto');
  const [shown, setShown] = useState(false);
  if (shown) return <QrPage kind={kind} issued={issued[kind] ?? ''} onBack={() => setShown(false)} />;
  return (
    <WalletPage title={t.showTitle} onBack={() => route('/')} worksOffline>
      <Choice
        name="disclosure"
        label={t.choose}
        options={offered.map((value) => ({ value, ...t.kinds[value] }))}
        value={kind}
        onValue={setKind}
      />
      <Button onClick={() => setShown(true)}>{t.makeQr}</Button>
    </WalletPage>
  );
}

/** Signed by the handset anew every 30 seconds; needs no network. */
function QrPage({ kind, issued, onBack }: { kind: DisclosureKind; issued: string; onBack: () => void }) {
  const t = texts();
  const { handset } = useWallet();
  useScreenAwake();
  const { value, secondsLeft } = useRenewed(RENEW_SECONDS, issued, () =>
    showIdentityQr(handset.sign, fromBase64url(issued), handset.clock.now()),
  );
  const { label } = t.kinds[kind];
  return (
    <WalletPage title={label} onBack={onBack} worksOffline>
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
      <Button kind="secondary" onClick={onBack}>
        {t.other}
      </Button>
    </WalletPage>
  );
}
