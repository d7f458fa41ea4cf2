import { DISCLOSURE_KINDS, type DisclosureKind } from '@jatidiri/core/identityqr/model.ts';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { Button } from '../../shared/ui/Button.tsx';
import { Choice } from '../../shared/ui/Choice.tsx';
import { WalletPage } from '../WalletPage.tsx';
import { SignedQr } from './SignedQr.tsx';
import { texts } from './texts.ts';

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

function QrPage({ kind, issued, onBack }: { kind: DisclosureKind; issued: string; onBack: () => void }) {
  const t = texts();
  const { label } = t.kinds[kind];
  return (
    <WalletPage title={label} onBack={onBack} worksOffline>
      <SignedQr issued={issued} label={label} />
      <Button kind="secondary" onClick={onBack}>
        {t.other}
      </Button>
    </WalletPage>
  );
}
