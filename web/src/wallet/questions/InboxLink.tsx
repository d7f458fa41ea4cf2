import './questions.css';
import { LinkCard } from '../../shared/ui/Card.tsx';
import { inbox, useInbox } from './inbox.ts';
import { texts } from './texts.ts';

/** On the card's page: whether somebody waits for an answer. */
export function InboxLink() {
  const t = texts();
  useInbox();
  const waiting = inbox.value?.length ?? 0;
  return (
    <div class={waiting > 0 ? 'inbox-link inbox-waiting' : 'inbox-link'} aria-live="polite">
      <LinkCard href="/permintaan" title={t.title}>
        {waiting > 0 ? t.waiting(waiting) : t.hint}
      </LinkCard>
    </div>
  );
}
