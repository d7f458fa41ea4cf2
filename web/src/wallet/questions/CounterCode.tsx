import type { CounterCodeReply } from '@jatidiri/core/login/wire.ts';
import { useState } from 'preact/hooks';
import type { ApiRefusal } from '../../shared/api.ts';
import { formatUntil } from '../../shared/format.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { Card } from '../../shared/ui/Card.tsx';
import { RefusalNotice } from '../RefusalNotice.tsx';
import { useWallet } from '../wallet.ts';
import { makeCounterCode } from './questionsApi.ts';
import { texts } from './texts.ts';

/** So that nobody has to say a NIK aloud at a counter. */
export function CounterCode() {
  const t = texts();
  const { handset } = useWallet();
  const [made, setMade] = useState<CounterCodeReply>();
  const [refusal, setRefusal] = useState<ApiRefusal>();
  const [busy, setBusy] = useState(false);

  async function make(): Promise<void> {
    setBusy(true);
    setRefusal(undefined);
    const answer = await makeCounterCode(handset);
    setBusy(false);
    if (answer.ok) setMade(answer.value);
    else setRefusal(answer.refusal);
  }
  return (
    <Card title={t.codeTitle}>
      <p>{t.codeHint}</p>
      {refusal && <RefusalNotice refusal={refusal} />}
      {made && (
        <div class="stack-s" role="status">
          <p class="asked-message wallet-centre">{made.code}</p>
          <p class="soft">{t.codeUntil(formatUntil(new Date(made.expiresAt), handset.clock.now()))}</p>
        </div>
      )}
      <Button kind="secondary" busy={busy} onClick={make}>
        {made ? t.codeAgain : t.codeMake}
      </Button>
    </Card>
  );
}
