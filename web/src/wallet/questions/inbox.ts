import type { QuestionReply } from '@jatidiri/core/approval/wire.ts';
import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { thinLine } from '../../shared/api.ts';
import { online } from '../online.ts';
import { useWallet } from '../wallet.ts';
import { fetchInbox } from './questionsApi.ts';

const EVERY_MS = 10_000;
const EVERY_MS_ON_THIN_LINE = 30_000;

/** What waits for an answer, as last heard; undefined until then. */
export const inbox = signal<readonly QuestionReply[] | undefined>(undefined);

/** Somebody at a counter waits: asks every few seconds, as long as the page is looked at and there is a network. */
export function useInbox(): void {
  const { handset } = useWallet();
  const connected = online.value;
  useEffect(() => {
    if (!connected) return;
    let askedAt = Number.NEGATIVE_INFINITY;
    async function ask(): Promise<void> {
      const tooSoon = thinLine.value && performance.now() - askedAt < EVERY_MS_ON_THIN_LINE;
      if (document.hidden || tooSoon) return;
      askedAt = performance.now();
      const answer = await fetchInbox(handset);
      if (answer.ok) inbox.value = answer.value.questions;
    }
    void ask();
    const timer = setInterval(ask, EVERY_MS);
    document.addEventListener('visibilitychange', ask);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', ask);
    };
  }, [handset, connected]);
}
