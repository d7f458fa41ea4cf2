import type { RecoveryStatus } from '@jatidiri/core/recovery/wire.ts';
import { useState } from 'preact/hooks';
import type { ApiRefusal } from '../../shared/api.ts';
import { formatDateTime } from '../../shared/format.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { RefusalNotice } from '../RefusalNotice.tsx';
import { usePolling } from '../usePolling.ts';
import { useWallet } from '../wallet.ts';
import { ByOfficer } from './ByOfficer.tsx';
import { GiveUp } from './GiveUp.tsx';
import { texts } from './texts.ts';

/** Proven, and waiting: the true owner has been told on every channel. An officer shortens the wait to nothing. */
export function WaitStep({ request }: { request: RecoveryStatus }) {
  const t = texts();
  const { recovery, handset } = useWallet();
  const [refusal, setRefusal] = useState<ApiRefusal>();
  const [busy, setBusy] = useState(false);
  usePolling(recovery.refresh);
  const ripeAt = new Date(request.ripeAt ?? request.expiresAt);
  const isRipe = ripeAt <= handset.clock.now();

  async function complete(): Promise<void> {
    setBusy(true);
    setRefusal(undefined);
    const answer = await recovery.complete();
    setBusy(false);
    if (!answer.ok) setRefusal(answer.refusal);
  }
  return (
    <>
      {refusal && <RefusalNotice refusal={refusal} />}
      {isRipe ? (
        <>
          <p>{t.ripe[request.kind]}</p>
          <Button busy={busy} onClick={complete}>
            {t.take[request.kind]}
          </Button>
        </>
      ) : (
        <>
          <Notice title={t.waitUntil(formatDateTime(ripeAt))}>
            <p>{t.waitWhy}</p>
            <p>{t.waitClose}</p>
          </Notice>
          <ByOfficer request={request} />
        </>
      )}
      <div class="wallet-actions">
        <GiveUp />
      </div>
    </>
  );
}
