import { Button } from '../../shared/ui/Button.tsx';
import { useWallet } from '../wallet.ts';
import { texts } from './texts.ts';

/** Applied over the network, and then met an officer who has none. */
export function WithoutNetwork() {
  const t = texts();
  const { field } = useWallet();
  return (
    <details>
      <summary>{t.withoutNetwork}</summary>
      <div class="stack-s">
        <p>{t.withoutNetworkHow}</p>
        <div>
          <Button kind="secondary" onClick={() => field.begin()}>
            {t.handOver}
          </Button>
        </div>
      </div>
    </details>
  );
}
