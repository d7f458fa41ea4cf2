import { Button } from '../../shared/ui/Button.tsx';
import { useWallet } from '../wallet.ts';
import { texts } from './texts.ts';

/** A new PIN after code and face. */
export function ByProof() {
  const t = texts();
  const { recovery, vault } = useWallet();
  return (
    <section class="stack-s">
      <p>{t.proofHint}</p>
      <Button kind={vault.rescue.value ? 'secondary' : 'primary'} onClick={() => recovery.choose('proof')}>
        {t.proof}
      </Button>
    </section>
  );
}
