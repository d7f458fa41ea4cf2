import type { Result } from '@jatidiri/core/kit/result.ts';
import { signal } from '@preact/signals';
import { type ApiRefusal, isPassing } from './api.ts';
import { pauseMsAfter } from './pauseAfter.ts';

/** How it goes with what a person waits for: pages say so, instead of letting a person press again. */
export const line = signal<'good' | 'slow' | 'lost'>('good');

const SLOW_AFTER_MS = 6_000;

/**
 * Asks until somebody answers, with growing pauses, and at once when the network returns. For requests that are the
 * same when they are repeated (docs/decisions/0004). `wanted` is aborted when the person wants something else.
 */
export async function untilAnswered<T>(
  ask: () => Promise<Result<T, ApiRefusal>>,
  wanted: AbortSignal,
): Promise<Result<T, ApiRefusal>> {
  const slow = setTimeout(() => {
    if (line.value === 'good') line.value = 'slow';
  }, SLOW_AFTER_MS);
  try {
    for (let tries = 1; ; tries++) {
      const answer = await ask();
      if (answer.ok || !isPassing(answer.refusal) || wanted.aborted) return answer;
      line.value = 'lost';
      await pauseUnlessCalled(pauseMsAfter(tries), wanted);
      if (wanted.aborted) return answer;
    }
  } finally {
    clearTimeout(slow);
    line.value = 'good';
  }
}

/** Waits so long, or until the network returns or nobody wants it any more. */
function pauseUnlessCalled(ms: number, wanted: AbortSignal): Promise<void> {
  return new Promise((resume) => {
    const go = () => {
      clearTimeout(timer);
      globalThis.removeEventListener?.('online', go);
      wanted.removeEventListener('abort', go);
      resume();
    };
    const timer = setTimeout(go, ms);
    globalThis.addEventListener?.('online', go);
    wanted.addEventListener('abort', go);
  });
}
