import type { ActivationId, ActivationState } from '@jatidiri/core/activation/model.ts';
import type { Database } from '../platform/db/database.ts';
import { statesOf } from './store.ts';

/** Proxies commonly give up after a minute; the answer still has to travel. */
const LONGEST_MS = 25_000;
const LOOK_EVERY_MS = 1_000;

/** Questions that wait until an application has left its state. */
export interface Waiting {
  /** Resolves when the application is in another state, or it took long enough. */
  forChange(id: ActivationId, unlike: ActivationState): Promise<void>;
  /** Lets everybody go: the process ends. */
  release(): void;
}

interface Waiter {
  readonly id: ActivationId;
  readonly unlike: ActivationState;
  readonly since: number;
  readonly go: () => void;
}

/** One look at the database a second for all who wait in this process, and none when nobody does. */
export function openWaiting({ read }: Pick<Database, 'read'>): Waiting {
  const waiting = new Set<Waiter>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function look(): Promise<void> {
    const ids = [...new Set([...waiting].map(({ id }) => id))];
    const states = await statesOf(read, ids).catch(() => new Map<ActivationId, ActivationState>());
    const now = performance.now();
    for (const one of waiting) {
      const state = states.get(one.id);
      const isOver = (state !== undefined && state !== one.unlike) || now - one.since > LONGEST_MS;
      if (isOver) leave(one);
    }
    timer = waiting.size > 0 ? setTimeout(look, LOOK_EVERY_MS) : undefined;
  }
  function leave(one: Waiter): void {
    waiting.delete(one);
    one.go();
  }

  return {
    forChange: (id, unlike) =>
      new Promise((go) => {
        waiting.add({ id, unlike, since: performance.now(), go });
        timer ??= setTimeout(look, LOOK_EVERY_MS);
      }),
    release() {
      clearTimeout(timer);
      for (const one of waiting) leave(one);
    },
  };
}
