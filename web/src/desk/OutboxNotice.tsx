import { formatDateTime } from '../shared/format.ts';
import { Button } from '../shared/ui/Button.tsx';
import { Notice } from '../shared/ui/Notice.tsx';
import { useDesk } from './desk.ts';
import { texts } from './texts.ts';

/** Decisions that have not arrived, and those that were refused after the officer had gone on. */
export function OutboxNotice() {
  const { outbox } = useDesk();
  const t = texts();
  const waiting = outbox.kept.value.filter(({ refused }) => !refused);
  return (
    <>
      {waiting.length > 0 && (
        <Notice tone="warning" title={t.waitingTitle(waiting.length)} live>
          <p>{t.waiting}</p>
          <Button kind="secondary" onClick={() => void outbox.flush()}>
            {t.sendNow}
          </Button>
        </Notice>
      )}
      {outbox.kept.value.map(
        ({ id, at, refused }) =>
          refused && (
            <Notice key={id} tone="refusal" title={t.refusedTitle} live>
              <p>
                {t.refusedAt(formatDateTime(new Date(at)))} {refused.detail}
              </p>
              <Button kind="secondary" onClick={() => void outbox.dismiss(id)}>
                {t.understood}
              </Button>
            </Notice>
          ),
      )}
    </>
  );
}
