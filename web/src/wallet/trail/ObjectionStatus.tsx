import type { ObjectionReply } from '@jatidiri/core/rights/wire.ts';
import { formatDateTime } from '../../shared/format.ts';
import { trailWords } from '../../shared/trail/trailWords.ts';
import { useTimeLeft } from '../../shared/trail/useTimeLeft.ts';
import { Notice } from '../../shared/ui/Notice.tsx';
import { useWallet } from '../wallet.ts';
import { texts } from './texts.ts';

/** Where an objection stands: the time that is left for the answer, or the answer. */
export function ObjectionStatus({ objection }: { objection: ObjectionReply }) {
  const t = texts();
  const { answer, dueAt, reason, note } = objection;
  if (!answer) return <Waiting dueAt={new Date(dueAt)} />;
  return (
    <Notice tone={answer.outcome === 'upheld' ? 'success' : 'info'} title={t.outcomes[answer.outcome]}>
      <p>{answer.text}</p>
      <p class="soft">
        {answer.office ?? trailWords().actors.officer}, {formatDateTime(new Date(answer.at))}
      </p>
      <p class="soft">
        {t.youWrote}: {note ?? trailWords().reasons[reason]}
      </p>
    </Notice>
  );
}

/** The clock of UU 27/2022: 3 × 24 hours from the objection. */
function Waiting({ dueAt }: { dueAt: Date }) {
  const t = texts();
  const left = useTimeLeft(dueAt, useWallet().handset.clock);
  if (left === undefined) {
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
        {left}
      </p>
    </Notice>
  );
}
