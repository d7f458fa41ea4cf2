import { useState } from 'preact/hooks';
import type { ApiRefusal } from '../../shared/api.ts';
import { OneFieldForm } from '../../shared/ui/OneFieldForm.tsx';
import { RefusalNotice } from '../RefusalNotice.tsx';
import { useWallet } from '../wallet.ts';
import { texts } from './texts.ts';

/** The second yes of whoever has no mail: the code on the paper that the officer handed over. */
export function PaperCode() {
  const t = texts();
  const { application } = useWallet();
  const [refusal, setRefusal] = useState<ApiRefusal>();
  const [busy, setBusy] = useState(false);

  async function confirm(code: string): Promise<void> {
    setBusy(true);
    setRefusal(undefined);
    const answer = await application.confirmByPaper(code);
    setBusy(false);
    if (!answer.ok) setRefusal(answer.refusal);
  }
  return (
    <>
      {refusal && <RefusalNotice refusal={refusal} />}
      <OneFieldForm
        name="paper"
        label={t.paper}
        hint={t.paperHint}
        action={t.paperSend}
        missing={t.paperMissing}
        busy={busy}
        autoCapitalize="characters"
        maxLength={40}
        onText={(code) => void confirm(code)}
      />
    </>
  );
}
