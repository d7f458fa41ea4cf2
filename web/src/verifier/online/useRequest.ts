import type { OutcomeReply, PageReply } from '@jatidiri/core/verification/wire.ts';
import { useEffect, useState } from 'preact/hooks';
import type { ApiRefusal } from '../../shared/api.ts';
import { readOutcome, readPage } from './requests.ts';

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 5_000;
const SLOWER = 1.15;

/** What is known of a request: nothing yet, that there is none, or where it stands. */
export interface Followed {
  readonly page?: PageReply;
  readonly outcome?: OutcomeReply;
  /** The newest question went unanswered; the page asks again. */
  readonly refusal?: ApiRefusal;
}

export const isWaiting = (state: PageReply['state']): boolean => state === 'created' || state === 'fetched';

/** Follows a request until it ends, at first every second and then more slowly. */
export function useRequest(key: string): Followed {
  const [followed, setFollowed] = useState<Followed>({});
  useEffect(() => {
    const abort = new AbortController();
    void follow(key, abort.signal, (change) => setFollowed((known) => ({ ...known, ...change })));
    return () => abort.abort();
  }, [key]);
  return followed;
}

async function follow(key: string, signal: AbortSignal, tell: (change: Followed) => void): Promise<void> {
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * SLOWER, LONGEST_PAUSE_MS)) {
    const page = await readPage(key, signal);
    if (signal.aborted) return;
    if (page.ok && !isWaiting(page.value.state)) {
      const outcome = await readOutcome(key, signal);
      return tell({ page: page.value, ...(outcome && { outcome }) });
    }
    tell(page.ok ? { page: page.value } : { refusal: page.refusal });
    if (!page.ok && page.refusal.status === 404) return;
    await new Promise((resume) => setTimeout(resume, pause));
    if (signal.aborted) return;
  }
}
