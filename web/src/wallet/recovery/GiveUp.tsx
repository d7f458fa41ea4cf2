import { Button } from '../../shared/ui/Button.tsx';
import { useWallet } from '../wallet.ts';
import { texts } from './texts.ts';

/** Nothing is lost by it: what was held is given back, and one may begin again. */
export function GiveUp() {
  const { recovery } = useWallet();
  return (
    <Button kind="quiet" onClick={() => recovery.giveUp()}>
      {texts().giveUp}
    </Button>
  );
}
