import './questions.css';
import { LinkCard } from '../../shared/ui/Card.tsx';
import { inbox } from './inbox.ts';
import { texts } from './texts.ts';

/** The way to the inbox: above everything else while somebody waits for an answer, among the rest when nobody does. */
export function InboxLink({ when }: { when: 'waiting' | 'quiet' }) {
  const t = texts();
  const waiting = inbox.value?.length ?? 0;
  if (waiting > 0 !== (when === 'waiting')) return null;
  return (
    <div class={`inbox-${when}`} role={when === 'waiting' ? 'status' : undefined}>
      <LinkCard href="/permintaan" title={t.title}>
        {waiting > 0 ? t.waiting(waiting) : t.hint}
      </LinkCard>
    </div>
  );
}
