import type { RecoveryStatus } from '@jatidiri/core/recovery/wire.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { useWallet } from '../wallet.ts';
import { texts } from './texts.ts';

/** It came to nothing: why, and what to do next. */
export function ProofOver({ request }: { request: RecoveryStatus }) {
  const t = texts();
  const { recovery } = useWallet();
  const why = request.state === 'stopped' && request.stoppedBy ? t.stopped[request.stoppedBy] : undefined;
  return (
    <>
      <Notice tone="warning" live>
        <p>{why ?? (request.state === 'failed' ? t.failed : t.expired)}</p>
        <p>{t.officerAnywhere}</p>
      </Notice>
      <Button onClick={() => recovery.choose(undefined)}>{t.understood}</Button>
    </>
  );
}
