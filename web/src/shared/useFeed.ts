import { useEffect, useState } from 'preact/hooks';
import { type ApiRefusal, callApi } from '../shared/api.ts';

/** The newest answer, and what is in the way of a newer one. */
export interface Feed<T> {
  readonly reply: T | undefined;
  readonly refusal: ApiRefusal | undefined;
  /** When the service was last heard. */
  readonly heardAt: Date | undefined;
}

/**
 * Asks again and again while the page is looked at. The browser sends the ETag of what it has, so that an
 * unchanged answer costs a few bytes.
 */
export function useFeed<T>(path: string, parse: (body: unknown) => T, everyMs: number): Feed<T> {
  const [feed, setFeed] = useState<Feed<T>>({ reply: undefined, refusal: undefined, heardAt: undefined });

  useEffect(() => {
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;

    async function ask(): Promise<void> {
      clearTimeout(timer);
      const answer = await callApi({ method: 'GET', path, parse, signal: stop.signal });
      if (stop.signal.aborted) return;
      if (answer.ok) setFeed({ reply: answer.value, refusal: undefined, heardAt: new Date() });
      else setFeed((last) => ({ ...last, refusal: answer.refusal }));
      if (!document.hidden) timer = setTimeout(ask, everyMs);
    }
    function wake(): void {
      if (!document.hidden) void ask();
    }

    void ask();
    document.addEventListener('visibilitychange', wake);
    return () => {
      stop.abort();
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', wake);
    };
  }, [path, parse, everyMs]);

  return feed;
}
