import type { OwnConsentsReply } from '@jatidiri/core/consent/wire.ts';
import { useState } from 'preact/hooks';
import type { ApiRefusal } from '../../shared/api.ts';
import { formatDate } from '../../shared/format.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { Card } from '../../shared/ui/Card.tsx';
import { RefusalNotice } from '../RefusalNotice.tsx';
import { useWallet } from '../wallet.ts';
import { texts } from './texts.ts';

interface BlockedProps {
  readonly blocks: OwnConsentsReply['blocks'];
  readonly onChange: () => Promise<void>;
}

/** Institutions that the resident does not want to be asked by again. */
export function Blocked({ blocks, onChange }: BlockedProps) {
  const t = texts();
  const { handset } = useWallet();
  const [busy, setBusy] = useState<string>();
  const [refusal, setRefusal] = useState<ApiRefusal>();

  async function allow(id: string): Promise<void> {
    setBusy(id);
    setRefusal(undefined);
    const path = `/api/consent/mine/blocks/${id}/lifting`;
    const answer = await handset.call({ method: 'POST', path, parse: () => null });
    setBusy(undefined);
    if (answer.ok) await onChange();
    else setRefusal(answer.refusal);
  }
  return (
    <section class="stack-s">
      <h2>{t.blocked}</h2>
      <p class="soft">{t.blockedMeaning}</p>
      {refusal && <RefusalNotice refusal={refusal} />}
      {blocks.map(({ id, institution, purpose, since }) => (
        <Card key={id} title={institution}>
          <p>{t.since(purpose, formatDate(new Date(since)))}</p>
          <div>
            <Button kind="secondary" busy={busy === id} onClick={() => allow(id)}>
              {t.allowAsking}
              <span class="unseen">: {institution}</span>
            </Button>
          </div>
        </Card>
      ))}
    </section>
  );
}
