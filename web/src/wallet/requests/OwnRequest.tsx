import type { OwnRequests } from '@jatidiri/core/service/wire.ts';
import { useRef, useState } from 'preact/hooks';
import type { ApiRefusal } from '../../shared/api.ts';
import { formatDate, formatDay } from '../../shared/format.ts';
import { serviceWords, wishInWords } from '../../shared/service/serviceWords.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { RefusalNotice } from '../RefusalNotice.tsx';
import { useWallet } from '../wallet.ts';
import { Papers } from './Papers.tsx';
import { addDocuments, sendDocument, withdrawRequest } from './requestsApi.ts';
import { texts } from './texts.ts';

interface OwnRequestProps {
  request: OwnRequests['requests'][number];
  onChanged: () => Promise<void>;
}

/** One request: what was asked, where it stands, what was promised, what the office said. */
export function OwnRequest({ request, onChanged }: OwnRequestProps) {
  const t = texts();
  const words = serviceWords();
  const { handset } = useWallet();
  const [busy, setBusy] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const [pages, setPages] = useState<readonly Blob[]>([]);
  const [refusal, setRefusal] = useState<ApiRefusal>();
  const { id, wish, state, openedAt, promisedOn, overdue, said, reason, officeName } = request;
  const open = state === 'waiting' || state === 'inHand';

  async function change(work: () => Promise<ApiRefusal | undefined>): Promise<void> {
    setBusy(true);
    setRefusal(await work());
    setBusy(false);
    await onChanged();
    // The button is gone: the keyboard goes on from here.
    heading.current?.focus();
  }
  const withdraw = () =>
    change(async () => {
      const answer = await withdrawRequest(handset.call, id);
      return answer.ok ? undefined : answer.refusal;
    });
  const addPages = () =>
    change(async () => {
      const digests: string[] = [];
      for (const page of pages) {
        const sent = await sendDocument(handset.call, page, new AbortController().signal);
        if (!sent.ok) return sent.refusal;
        digests.push(sent.value);
      }
      const answer = await addDocuments(handset.call, id, digests);
      return answer.ok ? undefined : answer.refusal;
    });
  return (
    <li class="card">
      <h2 ref={heading} tabIndex={-1}>
        {words.kinds[wish.kind]}
      </h2>
      <p class={overdue ? 'request-state request-late' : 'request-state'}>
        {words.states[state]}
        {open && ` · ${overdue ? t.overdue(formatDay(promisedOn)) : t.promised(formatDay(promisedOn))}`}
      </p>
      <p>{wishInWords(request)}</p>
      {wish.note && <p class="soft">“{wish.note}”</p>}
      {overdue && <p>{t.climbed}</p>}
      {said && (
        <p>
          <strong>{officeName ?? t.office}:</strong> {reason && `${words.reasons[reason]}. `}
          {said}
        </p>
      )}
      {state === 'needsMore' && (
        <>
          <Papers pages={pages} onPages={setPages} />
          {pages.length > 0 && (
            <Button busy={busy} onClick={addPages}>
              {t.sendPapers}
            </Button>
          )}
        </>
      )}
      {refusal && <RefusalNotice refusal={refusal} />}
      <p class="soft">{t.askedOn(formatDate(new Date(openedAt)))}</p>
      {(open || state === 'needsMore') && (
        <Button kind="quiet" busy={busy} onClick={withdraw}>
          {t.withdraw}
          <span class="unseen">: {words.kinds[wish.kind]}</span>
        </Button>
      )}
    </li>
  );
}
