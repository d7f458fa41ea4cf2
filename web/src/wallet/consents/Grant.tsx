import { GrantReply } from '@jatidiri/core/consent/wire.ts';
import { useState } from 'preact/hooks';
import * as v from 'valibot';
import type { ApiRefusal } from '../../shared/api.ts';
import { formatDateTime } from '../../shared/format.ts';
import { elementNames } from '../../shared/trail/elementNames.ts';
import { trailWords } from '../../shared/trail/trailWords.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { Card } from '../../shared/ui/Card.tsx';
import { Dialog } from '../../shared/ui/Dialog.tsx';
import { RefusalNotice } from '../RefusalNotice.tsx';
import { useWallet } from '../wallet.ts';
import { texts } from './texts.ts';

interface GrantProps {
  readonly grant: GrantReply;
  readonly onWithdrawn: () => Promise<void>;
}

/** One consent: to whom, for what, which data, until when, and what was read under it. */
export function Grant({ grant, onWithdrawn }: GrantProps) {
  const t = texts();
  const words = trailWords();
  const { institution, purpose, attributes, state, once, until, endedAt, reads } = grant;
  const lasting = formatDateTime(new Date(until));
  const over = formatDateTime(new Date(endedAt ?? until));
  return (
    <Card title={institution}>
      <div class="trail-facts">
        <p>
          {words.purpose}: {purpose}
        </p>
        <p>
          {words.data}: {elementNames(attributes)}
        </p>
        <p>{state === 'standing' ? t.until(once, lasting) : t.ends[state](over)}</p>
      </div>
      {reads.length === 0 ? <p class="soft">{t.neverRead}</p> : <Reads reads={reads} />}
      {state === 'standing' && <Withdrawal grant={grant} onWithdrawn={onWithdrawn} />}
    </Card>
  );
}

function Reads({ reads }: Pick<GrantReply, 'reads'>) {
  const t = texts();
  return (
    <details>
      <summary>{t.reads(reads.length)}</summary>
      <ol class="trail">
        {reads.map(({ id, at, attributes, outcome }) => (
          <li key={id} class="trail-entry">
            <p>{elementNames(attributes)}</p>
            <p class="soft">
              <time dateTime={at}>{formatDateTime(new Date(at))}</time>
            </p>
            {outcome && (
              <p>
                {t.outcome}: {[t.outcomes[outcome.code], outcome.note].filter(Boolean).join('. ')}
              </p>
            )}
          </li>
        ))}
      </ol>
    </details>
  );
}

/** Asked once more: the institution can read nothing from the next moment on. */
function Withdrawal({ grant, onWithdrawn }: GrantProps) {
  const t = texts();
  const { handset } = useWallet();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<ApiRefusal>();

  async function withdraw(): Promise<void> {
    setBusy(true);
    setRefusal(undefined);
    const answer = await handset.call({
      method: 'POST',
      path: `/api/consent/mine/grants/${grant.id}/withdrawal`,
      idempotencyKey: grant.id,
      parse: (body) => v.parse(GrantReply, body),
    });
    setBusy(false);
    if (!answer.ok) return setRefusal(answer.refusal);
    setOpen(false);
    await onWithdrawn();
  }
  return (
    <div>
      <Button kind="danger" onClick={() => setOpen(true)}>
        {t.withdraw}
        <span class="unseen">: {grant.institution}</span>
      </Button>
      <Dialog open={open} title={t.withdrawQuestion} onClose={() => setOpen(false)}>
        {refusal && <RefusalNotice refusal={refusal} />}
        <p>{t.withdrawMeaning(grant.institution)}</p>
        <div class="wallet-actions">
          <Button kind="danger" busy={busy} onClick={withdraw}>
            {t.withdrawYes}
          </Button>
          <Button kind="secondary" onClick={() => setOpen(false)}>
            {t.withdrawNo}
          </Button>
        </div>
      </Dialog>
    </div>
  );
}
