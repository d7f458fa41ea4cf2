import type { RecoveryStatus } from '@jatidiri/core/recovery/wire.ts';
import { useState } from 'preact/hooks';
import type { ApiRefusal } from '../../shared/api.ts';
import { site } from '../../shared/site.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { PinPad } from '../../shared/ui/PinPad.tsx';
import { RefusalNotice } from '../RefusalNotice.tsx';
import { useWallet } from '../wallet.ts';
import { ByOfficer } from './ByOfficer.tsx';
import { GiveUp } from './GiveUp.tsx';
import { texts } from './texts.ts';

/** The code that came by mail and by text message. */
export function CodeStep({ request }: { request: RecoveryStatus }) {
  const t = texts();
  const { recovery } = useWallet();
  const [refusal, setRefusal] = useState<ApiRefusal>();
  const [busy, setBusy] = useState(false);
  const [resent, setResent] = useState(false);

  async function enter(code: string): Promise<void> {
    setBusy(true);
    setRefusal(undefined);
    const answer = await recovery.enterCode(code);
    setBusy(false);
    if (!answer.ok) setRefusal(answer.refusal);
  }
  async function resend(): Promise<void> {
    setRefusal(undefined);
    const answer = await recovery.resend();
    setResent(answer.ok);
    if (!answer.ok) setRefusal(answer.refusal);
  }
  return (
    <>
      <p>{t.codeLead}</p>
      {site.value?.outbox && (
        <p>
          <a href={site.value.outbox} target="_blank" rel="noreferrer">
            {t.codeDemo}
          </a>
        </p>
      )}
      {resent && (
        <Notice tone="success" live>
          <p>{t.codeResent}</p>
        </Notice>
      )}
      {refusal && <RefusalNotice refusal={refusal} />}
      <PinPad label={t.codeLabel} onPin={enter} busy={busy} />
      <p class="soft">{t.codeSecret}</p>
      <ByOfficer request={request} />
      <div class="wallet-actions">
        {request.mayResend && (
          <Button kind="secondary" onClick={resend}>
            {t.codeAgain}
          </Button>
        )}
        <GiveUp />
      </div>
    </>
  );
}
