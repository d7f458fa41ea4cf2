import type { OfficerMoveBody, WorkList } from '@jatidiri/core/service/wire.ts';
import { useState } from 'preact/hooks';
import type { ApiRefusal } from '../../shared/api.ts';
import { formatDay, inFours } from '../../shared/format.ts';
import { serviceWords, wishInWords } from '../../shared/service/serviceWords.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { RefusalNotice } from '../../shared/ui/RefusalNotice.tsx';
import { useDesk } from '../desk.ts';
import { AnswerForm } from './AnswerForm.tsx';
import { Paper } from './Paper.tsx';
import { texts } from './texts.ts';
import { moveWork } from './workApi.ts';

interface WorkItemProps {
  readonly work: WorkList['requests'][number];
  readonly onMoved: () => Promise<void>;
}

/** One request with who asked, what, until when, and what can be done with it. */
export function WorkItem({ work, onMoved }: WorkItemProps) {
  const t = texts();
  const words = serviceWords();
  const { session, sought } = useDesk();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<ApiRefusal>();
  const { id, wish, state, name, nik, promisedOn, overdue, climbed, documents, said, mine, mayTake } = work;

  async function move(body: OfficerMoveBody): Promise<void> {
    setBusy(true);
    setRefusal(undefined);
    const answer = await moveWork(session, id, body);
    setBusy(false);
    if (answer.ok) await onMoved();
    else setRefusal(answer.refusal);
  }
  return (
    <li class={overdue ? 'objection objection-late' : 'objection'}>
      <h2>{words.kinds[wish.kind]}</h2>
      <p class="objection-due">
        {overdue ? t.late(formatDay(promisedOn)) : t.due(formatDay(promisedOn))}
        {climbed && <span class="soft"> · {t.climbed}</span>}
      </p>
      <p>
        <strong>{name}</strong> <span class="soft">{inFours(nik)}</span>
      </p>
      <p>{wishInWords(work)}</p>
      {wish.note && <p class="soft">“{wish.note}”</p>}
      {documents.length > 0 && (
        <>
          <p>{t.papers(documents.length)}</p>
          {documents.map((digest, at) => (
            <Paper key={digest} request={id} digest={digest} number={at + 1} />
          ))}
        </>
      )}
      <p>
        {words.states[state]}
        {state === 'inHand' && `: ${mine ? t.inHand : t.otherHands}`}
        {said && `: “${said}”`}
      </p>
      {refusal && <RefusalNotice refusal={refusal} />}
      {mayTake && (
        <div>
          <Button busy={busy} onClick={() => move({ kind: 'take' })}>
            {state === 'waiting' ? t.take : t.takeOver}
            <span class="unseen">: {name}</span>
          </Button>
        </div>
      )}
      {mine && (
        <>
          <p>
            <a href="/keluarga" onClick={() => (sought.value = { nik })}>
              {t.family}
            </a>
          </p>
          <AnswerForm id={id} busy={busy} onAnswer={move} />
        </>
      )}
    </li>
  );
}
