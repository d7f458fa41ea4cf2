import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../shared/ui/Button.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { online } from '../online.ts';
import { useWallet } from '../wallet.ts';
import { ByProof } from './ByProof.tsx';
import { texts } from './texts.ts';

/**
 * The PIN of a provisional card was forgotten. The card stays locked; what the officer signed is bound to this handset's
 * key and is not lost. Once it is home there is an identity, and a new PIN by proof; before there is nobody to prove to.
 */
export function UntilItIsHome() {
  const t = texts();
  const { field } = useWallet();
  const [isHome, setIsHome] = useState(false);
  const [busy, setBusy] = useState(false);
  const connected = online.value;

  async function ask(): Promise<void> {
    setBusy(true);
    setIsHome(await field.hasCome());
    setBusy(false);
  }
  useEffect(() => {
    if (connected) void ask();
  }, [connected]);
  if (isHome)
    return (
      <>
        <Notice tone="success" title={t.isHome} live />
        <ByProof />
      </>
    );
  return (
    <>
      <Notice tone="warning" title={t.notLost}>
        <p>{t.untilHome}</p>
      </Notice>
      <Button kind="secondary" busy={busy} onClick={ask}>
        {t.askAgain}
      </Button>
    </>
  );
}
