import type { ObjectionReply } from '@jatidiri/core/rights/wire.ts';
import { useEffect, useState } from 'preact/hooks';
import { formatDateTime } from '../../shared/format.ts';
import { Notice } from '../../shared/ui/Notice.tsx';
import { useWallet } from '../wallet.ts';
import { texts } from './texts.ts';

const MINUTE_MS = 60_000;

/** Where an objection stands: the time that is left for the answer, or the answer. */
export function ObjectionStatus({ objection }: { objection: ObjectionReply }) {
  const t = texts();
  const { answer, dueAt, reason, note } = objection;
  if (!answer) return <Waiting dueAt={new Date(dueAt)} />;
  return (
    <Notice tone={answer.outcome === 'upheld' ? 'success' : 'info'} title={t.outcomes[answer.outcome]}>
      <p>{answer.text}</p>
      <p class="soft">
        {answer.office ?? t.actors.officer}, {formatDateTime(new Date(answer.at))}
      </p>
      <p class="soft">
        {t.youWrote}: {note ?? t.reasons[reason]}
      </p>
    </Notice>
  );
}

/** The clock of UU 27/2022: 3 × 24 hours from the objection. */
function Waiting({ dueAt }: { dueAt: Date }) {
  const t = texts();
  const { handset } = useWallet();
  const [now, setNow] = useState(() => handset.clock.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(handset.clock.now()), MINUTE_MS / 2);
    return () => clearInterval(timer);
  }, []);

  const minutes = Math.ceil((dueAt.getTime() - now.getTime()) / MINUTE_MS);
  if (minutes <= 0) {
    return (
      <Notice tone="warning" title={t.overdueTitle}>
        <p>{t.overdue(formatDateTime(dueAt))}</p>
      </Notice>
    );
  }
  return (
    <Notice title={t.contested}>
      <p>{t.dueBy(formatDateTime(dueAt))}</p>
      <p class="trail-clock" role="timer">
        {t.timeLeft(Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24, minutes % 60)}
      </p>
    </Notice>
  );
}
