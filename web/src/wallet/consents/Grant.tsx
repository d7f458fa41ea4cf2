import { GrantReply } from '@jatidiri/core/consent/wire.ts';
import * as v from 'valibot';
import { formatDateTime } from '../../shared/format.ts';
import { elementNames } from '../../shared/trail/elementNames.ts';
import { trailWords } from '../../shared/trail/trailWords.ts';
import { Card } from '../../shared/ui/Card.tsx';
import type { Handset } from '../handset/handset.ts';
import { useWallet } from '../wallet.ts';
import { texts } from './texts.ts';
import { Withdrawal } from './Withdrawal.tsx';

interface GrantProps {
  readonly grant: GrantReply;
  readonly onWithdrawn: () => Promise<void>;
}

/** One consent: to whom, for what, which data, until when, and what was read under it. */
export function Grant({ grant, onWithdrawn }: GrantProps) {
  const t = texts();
  const words = trailWords();
  const { handset } = useWallet();
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
      {state === 'standing' && (
        <Withdrawal
          institution={institution}
          send={() => withdraw(handset, grant.id)}
          onWithdrawn={onWithdrawn}
        />
      )}
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

const withdraw = (handset: Handset, id: string) =>
  handset.call({
    method: 'POST',
    path: `/api/consent/mine/grants/${id}/withdrawal`,
    idempotencyKey: id,
    parse: (body) => v.parse(GrantReply, body),
  });
